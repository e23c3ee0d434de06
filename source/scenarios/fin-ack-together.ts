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
say "The server's program reads whatever arrives, and closes as soon as the client has." zh "服务器的程序读取所有到达的数据，客户端一关闭它也关闭。"
client send "bye"
client close
expect client FIN_WAIT_1
run until not server ESTABLISHED
expect server LAST_ACK
expect server sent "F. 8001:8001(0) ack 1005"
say "One segment: ack=1005 for data and FIN, and the server's own FIN. CLOSE_WAIT lasted for no time at all." zh "一个报文段：ack=1005 确认数据和 FIN，同时是服务器自己的 FIN。CLOSE_WAIT 一瞬即过。"
run until not client FIN_WAIT_1
expect client TIME_WAIT
expect server received "bye"
say "FIN with the ACK of its own FIN: the client skips FIN_WAIT_2." zh "FIN 与对自己 FIN 的确认同时到达：客户端跳过 FIN_WAIT_2。"
run until server CLOSED
run until client CLOSED
`,
);
