import {scenario} from './scenario.js';

// F21, F20, F22
export const fullDuplex = scenario(
	'full-duplex',
	`
title "Full duplex: both talk at once" zh "全双工：同时说话"
intro "Data travels both ways at the same time, each direction with its own numbers and buffers." zh "数据同时双向传送，每个方向都有自己的序号和缓冲区。"
intro "An ACK rides on data that goes its way anyhow." zh "ACK 由同方向的数据捎带。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
run 200ms
say "Now both programs send 20 bytes, at the same moment." zh "现在双方的程序在同一时刻各发送 20 字节。"
client send "ping from the client"
server send "pong from the server"
expect client sent "P. 1001:1021(20) ack 8001"
expect server sent "P. 8001:8021(20) ack 1001"
say "Two segments pass each other. Neither knows of the other: ack=8001 and ack=1001 confirm only what came before." zh "两个报文段擦肩而过，互不知情：ack=8001 与 ack=1001 只确认之前到达的数据。"
run until server readable 20 bytes
run until client readable 20 bytes
server recv
client recv
expect server received "ping from the client"
expect client received "pong from the server"
say "Both have read 20 bytes. With no data to ride on, each ACK waits 200 ms (delayed ACK) and then travels alone." zh "双方各读到 20 字节。没有数据来捎带，两个 ACK 各等 200 毫秒（延迟确认）后单独出发。"
run until quiet
expect server sent ". 8021:8021(0) ack 1021"
expect client sent ". 1021:1021(0) ack 8021"

cue "One after the other" zh "一问一答"
say "Now one after the other: the client sends 6 bytes, the server answers 100 ms after they have come." zh "现在一问一答：客户端发 6 字节，服务器收到 100 毫秒后回答。"
client send "thanks"
expect client sent "P. 1021:1027(6) ack 8021"
run until server readable 6 bytes
server recv
run 100ms
server send "bye"
expect server sent "P. 8021:8024(3) ack 1027"
say "The answer carries the ACK: 3 bytes for its own direction, ack=1027 for the other one." zh "回答带着 ACK：3 字节属于自己的方向，ack=1027 属于另一个方向。"
run until client readable 3 bytes
client recv
run until quiet
expect client ESTABLISHED
expect client snd.una 1027
expect server snd.una 8024
expect server received "ping from the clientthanks"
say "ack=8024: everything is confirmed, both ways." zh "ack=8024：两个方向的数据都已确认。"
`,
);
