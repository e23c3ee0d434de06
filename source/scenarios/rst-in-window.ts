import {scenario} from './scenario.js';

// F15
export const rstInWindow = scenario(
	'rst-in-window',
	`
title "RST inside the window" zh "窗口内的 RST"
intro "A blind attacker guesses: a window of 65535 numbers is easily hit." zh "盲目的攻击者靠猜：65535 个序号的窗口很容易命中。"
intro "RFC 5961: not exact, so the receiver asks back with a challenge ACK." zh "RFC 5961：序号不完全正确，接收方就用挑战 ACK 反问。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
expect server sent "S."
inject rst to server in-window
say "A forged RST, seq=1002: one beyond the expected number, inside the window. RFC 793 would have closed the connection." zh "伪造的 RST，seq=1002：比期待的序号多一，在窗口内。按 RFC 793 连接就会被关闭。"
run until server sent ". 8001:8001(0) ack 1001"
expect server ESTABLISHED
say "A challenge ACK: 'did you mean it?' A peer that is really gone would answer with an exact RST." zh "挑战 ACK：“你是认真的吗？”真正已关闭的对端会以序号完全正确的 RST 应答。"
run until quiet
expect server ESTABLISHED
expect client ESTABLISHED
say "The client is well and takes it for a plain ACK. The attack has failed." zh "客户端一切正常，把它当成普通的 ACK。攻击失败。"
client send "hello"
run until server readable 5 bytes
server recv
expect server received "hello"
run until quiet
`,
);
