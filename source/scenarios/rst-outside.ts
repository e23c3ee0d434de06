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
run 200ms
say "The server's window is 1001 to 66535. Now somebody forges a RST with seq=66536, the first number outside." zh "服务器的窗口是 1001 到 66535。现在有人伪造 RST，seq=66536，窗口外的第一个序号。"

cue "Behind the window" zh "窗口之后"
inject rst to server outside
run until quiet
expect server ESTABLISHED
expect not server sent "."
say "Dropped without a word: no reset, and no answer that could help the attacker." zh "悄悄丢弃：既不复位，也不给攻击者任何有用的应答。"
run 200ms
say "Now one before the window: seq=0." zh "现在来一个在窗口之前的：seq=0。"

cue "Before the window" zh "窗口之前"
inject rst to server seq 0
run until quiet
expect server ESTABLISHED
expect not server sent "."
say "Dropped as well. The proof that all is well: now the client sends 5 bytes." zh "同样丢弃。证明一切正常：现在客户端发送 5 字节。"
client send "hello"
run until server readable 5 bytes
server recv
expect server received "hello"
say "recv() = 5: the connection has not noticed anything." zh "recv() = 5：连接毫无影响。"
run until quiet
`,
);
