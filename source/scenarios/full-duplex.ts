import {scenario} from './scenario.js';

// F21, F20, F22
export const fullDuplex = scenario(
	'full-duplex',
	`
title "Full duplex: both talk at once" zh "全双工：同时说话"
intro "Data travels both ways at the same time, each direction with its own numbers and buffers." zh "数据同时双向传送，每个方向都有自己的序号和缓冲区。"
intro "An ACK rides on data that goes its way anyhow." zh "ACK 搭载在同方向的数据上。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
say "Both programs send at this very moment." zh "双方的程序在同一时刻发送。"
client send "ping from the client"
server send "pong from the server"
expect client sent "P. 1001:1021(20) ack 8001"
expect server sent "P. 8001:8021(20) ack 1001"
say "Two segments pass each other. Neither knows of the other: both acknowledge only what has arrived so far." zh "两个报文段在途中擦肩而过。它们互不知情：各自只确认已经到达的数据。"
run until server readable 20 bytes
run until client readable 20 bytes
server recv
client recv
expect server received "ping from the client"
expect client received "pong from the server"
say "Both have arrived. With nothing to ride on, each ACK waits a little and then travels alone." zh "双方都收到了。没有数据可搭载，两个 ACK 各等片刻后单独出发。"
run until quiet
expect server sent ". 8021:8021(0) ack 1021"
expect client sent ". 1021:1021(0) ack 8021"
client send "thanks"
expect client sent "P. 1021:1027(6) ack 8021"
run until server readable 6 bytes
server recv
server send "bye"
expect server sent "P. 8021:8024(3) ack 1027"
say "This answer carries its ACK: 3 bytes one way, and ack=1027 for the other direction." zh "这个回答带着 ACK：3 字节走一个方向，ack=1027 属于另一个方向。"
run until client readable 3 bytes
client recv
run until quiet
expect client snd.una 1027
expect server snd.una 8024
expect server received "ping from the clientthanks"
`,
);
