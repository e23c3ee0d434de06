import {scenario} from './scenario.js';

// F4, F1
export const simultaneousOpen = scenario(
	'simultaneous-open',
	`
title "Simultaneous open" zh "同时打开"
intro "Both hosts call connect() on each other; the two SYNs cross on the wire." zh "两台主机互相调用 connect()；两个 SYN 在线路上交错。"
intro "It makes one connection, not two, and takes four segments instead of three." zh "结果是一个连接而不是两个，用四个报文段而不是三个。"

client isn 1000
server isn 8000
client connect 7001 from 7000
server connect 7000 from 7001
expect client sent "S 1000:1000(0)"
expect server sent "S 8000:8000(0)"
say "Nobody listens. Each has sent a SYN from a fixed port to the other's fixed port." zh "没有人在监听。双方都从固定端口向对方的固定端口发送了 SYN。"
run until client SYN_RCVD
run until server SYN_RCVD
say "Each gets a SYN instead of a SYN+ACK: SYN_SENT > SYN_RCVD. Both answer with SYN+ACK." zh "双方收到的是 SYN 而不是 SYN+ACK：SYN_SENT > SYN_RCVD。双方都以 SYN+ACK 应答。"
expect client sent "S. 1000:1000(0) ack 8001"
expect server sent "S. 8000:8000(0) ack 1001"
run until client ESTABLISHED
run until server ESTABLISHED
run until quiet
expect not client sent "."
say "The ACKs in them open both ends. There was never a client and a server: TCP knows only two ends." zh "其中的 ACK 使两端都建立连接。这里没有客户端和服务器之分：TCP 只知道两端。"
client send "hello"
run until server readable 5 bytes
server recv
expect server received "hello"
run until quiet
`,
);
