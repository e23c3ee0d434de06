import {scenario} from './scenario.js';

// F7, F2, F3
export const finAckTogether = scenario(
	'fin-ack-together',
	`
title "FIN and ACK in one segment" zh "FIN 与 ACK 同在一个报文段"
intro "A server program that has nothing left closes at once: its FIN carries the ACK." zh "服务器程序无话可说，立即关闭：它的 FIN 带着 ACK。"
intro "The client goes from FIN_WAIT_1 straight to TIME_WAIT; real captures mostly show these three segments." zh "客户端从 FIN_WAIT_1 直接进入 TIME_WAIT；真实抓包中常见的就是这三个报文段。"

client isn 1000
server isn 8000
server app reader
server listen 80
client connect 80
run until server ESTABLISHED
say "The server's program accepts, reads whatever comes, and closes as soon as its peer has (app reader)." zh "服务器的程序自动接受连接，读取所有数据，对方一关闭就立即关闭（app reader）。"
run 200ms
say "Now the client sends 3 bytes and closes." zh "现在客户端发送 3 字节，然后关闭。"

cue "The close" zh "关闭"
client send "bye"
run 20ms
client close
expect client FIN_WAIT_1
expect client sent "F. 1004:1004(0) ack 8001"
say "FIN seq=1004, right behind the bytes 1001 to 1003." zh "FIN seq=1004，紧跟在字节 1001 到 1003 之后。"
run until not server ESTABLISHED
expect server LAST_ACK
expect server received "bye"
expect server sent "F. 8001:8001(0) ack 1005"
say "One segment: ack=1005 for data and FIN, and the server's own FIN. CLOSE_WAIT lasted for no time at all." zh "一个报文段：ack=1005 确认数据和 FIN，同时是服务器自己的 FIN。CLOSE_WAIT 一瞬即过。"
run until not client FIN_WAIT_1
expect client TIME_WAIT
say "FIN and the ACK of its own FIN at once: FIN_WAIT_1 > TIME_WAIT, without FIN_WAIT_2." zh "对方的 FIN 与对自己 FIN 的确认同时到达：FIN_WAIT_1 > TIME_WAIT，跳过 FIN_WAIT_2。"
run until server CLOSED
say "Closed with three segments instead of four. The 2 MSL of the client are left." zh "用三个报文段而不是四个关闭了连接。只剩客户端的 2 MSL。"
run until client CLOSED
`,
);
