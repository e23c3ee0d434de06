import {scenario} from './scenario.js';

// F1, F2, F3, F5, F16, F17, F22
export const handshake = scenario(
	'handshake',
	`
title "Three-way handshake" zh "三次握手"
intro "Two hosts agree on where their numbers begin: SYN, SYN+ACK, ACK." zh "两台主机商定各自的起始序号：SYN、SYN+ACK、ACK。"
intro "A SYN carries no data, yet it uses up one sequence number; a bare ACK uses none." zh "SYN 不带数据，却占用一个序号；单独的 ACK 不占序号。"

client isn 1000
server isn 8000
server listen 80
expect server LISTEN
say "The server listens on port 80. Nothing is on the wire yet. Next the client calls connect()." zh "服务器在 80 端口监听，线路上还没有任何分组。接着客户端调用 connect()。"

cue "SYN" zh "第一次握手 SYN"
client connect 80
expect client SYN_SENT
expect client sent "S 1000:1000(0)"
say "SYN seq=1000: the client announces its first number. The SYN uses it up, so it expects ack=1001." zh "SYN seq=1000：客户端宣布自己的初始序号。SYN 占用这个序号，所以期待 ack=1001。"
run until server SYN_RCVD
expect server syn-queue 1

cue "SYN+ACK" zh "第二次握手 SYN+ACK"
expect server sent "S. 8000:8000(0) ack 1001"
say "SYN+ACK: the server acknowledges 1001 and announces its own first number, 8000. It waits in SYN_RCVD, half open." zh "SYN+ACK：服务器确认 1001，并宣布自己的初始序号 8000。它在 SYN_RCVD 中等待，连接处于半开状态。"
run until client ESTABLISHED

cue "ACK" zh "第三次握手 ACK"
expect client sent ". 1001:1001(0) ack 8001"
expect not server ESTABLISHED
say "ACK ack=8001: connect() returns on the client. This segment uses no number and could carry data. The server does not know of it yet." zh "ACK ack=8001：客户端的 connect() 返回。这个报文段不占序号，也可以携带数据。服务器还不知道它。"
run until server ESTABLISHED
expect server syn-queue 0
expect server accept-queue 1
say "Now both are ESTABLISHED. The connection waits in the accept queue until the program calls accept()." zh "现在双方都是 ESTABLISHED。连接在全连接队列中等待，直到程序调用 accept()。"
server accept
expect server accept-queue 0
`,
);
