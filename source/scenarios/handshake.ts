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
say "The server listens on port 80; nothing is on the wire. Now the client calls connect()." zh "服务器在 80 端口监听，线路上什么也没有。现在客户端调用 connect()。"

cue "SYN" zh "第一次握手 SYN"
client connect 80
expect client SYN_SENT
expect client sent "S 1000:1000(0)"
say "SYN seq=1000: the client's first number. The SYN uses it up, so the answer has to say ack=1001." zh "SYN seq=1000：客户端的初始序号。SYN 占用这个序号，所以应答必须是 ack=1001。"
run until server SYN_RCVD
expect server syn-queue 1

cue "SYN,ACK" zh "第二次握手 SYN,ACK"
expect server sent "S. 8000:8000(0) ack 1001"
say "ack=1001 answers the SYN; seq=8000 is the server's own first number. Half open, it waits in the SYN queue: 1/5." zh "ack=1001 应答 SYN；seq=8000 是服务器自己的初始序号。连接半开，在半连接队列中等待：1/5。"
run until client ESTABLISHED

cue "ACK" zh "第三次握手 ACK"
expect client sent ". 1001:1001(0) ack 8001"
expect not server ESTABLISHED
say "connect() returns 0 here. The third segment, ack=8001, uses up no number and could carry data. The server has not got it yet." zh "客户端的 connect() 返回 0。第三个报文段 ack=8001 不占序号，也可以携带数据。服务器还没有收到它。"
run until server ESTABLISHED
expect server syn-queue 0
expect server accept-queue 1
say "Both are ESTABLISHED. The connection is in the accept queue now, 1/5. Next the program calls accept()." zh "双方都是 ESTABLISHED。连接现在在全连接队列中：1/5。接着服务器的程序调用 accept()。"
server accept
expect server accept-queue 0
say "accept() = 4: the program has its connection, the queue is empty." zh "accept() = 4：程序拿到了连接，队列空了。"
`,
);
