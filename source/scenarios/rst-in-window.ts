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
run 200ms
say "The server expects 1001. Now somebody forges a RST from the client with seq=1002: in the window, but one too far." zh "服务器期待 1001。现在有人冒充客户端伪造 RST，seq=1002：在窗口内，但多了一号。"
inject rst to server in-window
run until server sent ". 8001:8001(0) ack 1001"
expect server ESTABLISHED
say "Only seq = RCV.NXT, 1001, may reset (RFC 5961, 3.2). This one is asked back: challenge ACK, ack=1001. RFC 793 would have closed." zh "只有 seq = RCV.NXT（1001）才能复位（RFC 5961，3.2）。这个则被反问：挑战 ACK，ack=1001。RFC 793 就会关闭了。"
run until quiet
expect server ESTABLISHED
expect client ESTABLISHED
say "The client is well: to it this is a plain ACK. Were its connection really gone, it would send a RST with exactly 1001." zh "客户端一切正常：这只是普通的 ACK。如果它的连接真的没了，就会发出 seq 恰好为 1001 的 RST。"

cue "The proof" zh "证明"
say "The proof: both are ESTABLISHED, and the client's 5 bytes will come through. (A RST that is believed: rst-exact.)" zh "证明：双方都是 ESTABLISHED，客户端的 5 字节将能送达。（被采信的 RST：见 rst-exact。）"
client send "hello"
run until server readable 5 bytes
server recv
expect server received "hello"
say "recv() = 5: the attack has failed." zh "recv() = 5：攻击失败。"
run until quiet
`,
);
