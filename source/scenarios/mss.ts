import {scenario} from './scenario.js';

// F18
export const mss = scenario(
	'mss',
	`
title "MSS: how large a segment may be" zh "MSS：报文段可以多大"
intro "Each SYN announces the largest segment its sender can take: here 1460 and 1024." zh "每个 SYN 通告发送方能接收的最大报文段：这里是 1460 与 1024。"
intro "It limits the other side, and the two directions may differ." zh "它限制的是对方，两个方向可以不同。"

client isn 1000
server isn 8000
client mss 1460
server mss 1024
server listen 80
client connect 80
expect client sent "S <mss 1460>"
say "The SYN announces MSS 1460: send me no more than 1460 bytes of data in one segment." zh "SYN 通告 MSS 1460：发给我的每个报文段最多带 1460 字节数据。"
run until server SYN_RCVD
expect server sent "S. <mss 1024>"
say "The SYN,ACK announces MSS 1024. This is no negotiation: two announcements, one for each direction." zh "SYN,ACK 通告 MSS 1024。这不是协商：两个通告，各管一个方向。"
run until server ESTABLISHED
server accept
run 200ms
expect client sent "."

cue "Client to server" zh "客户端到服务器"
say "Now the client sends 3000 bytes." zh "现在客户端发送 3000 字节。"
client send 3000 bytes
expect client sent ". 1001:2025(1024)"
expect client sent ". 2025:3049(1024)"
say "Two full segments of 1024. 952 bytes wait: a small segment does not leave while others are unacknowledged (Nagle)." zh "两个 1024 的满报文段。952 字节等待：还有未确认的数据时，小报文段不发出（Nagle 算法）。"
run until server readable 3000 bytes
expect client sent "P. 3049:4001(952)"
server recv
say "recv() = 3000: all there, 1024 + 1024 + 952." zh "recv() = 3000：全部到齐，1024 + 1024 + 952。"
run until quiet

cue "Server to client" zh "服务器到客户端"
say "Now the server sends as much." zh "现在服务器发送同样多。"
server send 3000 bytes
expect server sent ". 8001:9461(1460)"
expect server sent ". 9461:10921(1460)"
say "Two segments of 1460: in this direction the announcement of the client counts. 80 bytes wait." zh "两个 1460 的报文段：这个方向以客户端通告的为准。80 字节等待。"
run until client readable 3000 bytes
expect server sent "P. 10921:11001(80)"
client recv
expect client ESTABLISHED
say "recv() = 3000: all there, 1460 + 1460 + 80." zh "recv() = 3000：全部到齐，1460 + 1460 + 80。"
run until quiet
`,
);
