import {scenario} from './scenario.js';

// F18
export const mss = scenario(
	'mss',
	`
title "MSS: how large a segment may be" zh "MSS：报文段可以多大"
intro "Each SYN announces the largest segment its sender can take: here 1460 and 1024." zh "每个 SYN 宣布发送者能接收的最大报文段：这里是 1460 与 1024。"
intro "It limits the other side, and the two directions may differ." zh "它限制的是对方，两个方向可以不同。"

client isn 1000
server isn 8000
client mss 1460
server mss 1024
server listen 80
client connect 80
expect client sent "S <mss 1460>"
run until server SYN_RCVD
expect server sent "S. <mss 1024>"
say "The client announces 1460, the server 1024: no negotiation, two announcements." zh "客户端宣布 1460，服务器宣布 1024：不是协商，而是各自宣布。"
run until server ESTABLISHED
server accept
expect client sent "."
cue "Client to server" zh "客户端到服务器"
client send 3000 bytes
expect client sent ". 1001:2025(1024)"
expect client sent ". 2025:3049(1024)"
run until server readable 3000 bytes
expect client sent "P. 3049:4001(952)"
server recv
say "3000 bytes to the server: 1024 + 1024 + 952. The last, small one had to wait for an ACK (Nagle)." zh "发给服务器的 3000 字节：1024 + 1024 + 952。最后一个小段要等到 ACK（Nagle 算法）。"
run until quiet
cue "Server to client" zh "服务器到客户端"
server send 3000 bytes
expect server sent ". 8001:9461(1460)"
expect server sent ". 9461:10921(1460)"
run until client readable 3000 bytes
expect server sent "P. 10921:11001(80)"
client recv
say "3000 bytes to the client: 1460 + 1460 + 80." zh "发给客户端的 3000 字节：1460 + 1460 + 80。"
run until quiet
`,
);
