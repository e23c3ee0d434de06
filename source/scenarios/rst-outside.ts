import {scenario} from './scenario.js';

// F15
export const rstOutside = scenario(
	'rst-outside',
	`
title "RST outside the window" zh "窗口外的 RST"
intro "A number outside the window cannot belong to this connection." zh "窗口之外的序号不可能属于这个连接。"
intro "Such a RST is dropped without an answer." zh "这样的 RST 被丢弃，不作任何应答。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
expect server sent "S."
inject rst to server outside
say "A forged RST, seq=66536 = RCV.NXT + RCV.WND: the first number that is outside the window." zh "伪造的 RST，seq=66536 = RCV.NXT + RCV.WND：窗口外的第一个序号。"
run until quiet
expect server ESTABLISHED
expect not server sent "."
say "Silence: neither a reset nor an answer that could help the attacker." zh "沉默：既不复位，也不给攻击者任何有用的应答。"
inject rst to server seq 0
run until quiet
expect server ESTABLISHED
client send "hello"
run until server readable 5 bytes
server recv
expect server received "hello"
run until quiet
`,
);
