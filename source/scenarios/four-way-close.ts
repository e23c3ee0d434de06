import {scenario} from './scenario.js';

// F9, F2, F3, F11, F16
export const fourWayClose = scenario(
	'four-way-close',
	`
title "Four-way close" zh "四次挥手"
intro "Each direction is closed on its own: FIN and its ACK, twice." zh "两个方向各自关闭：FIN 与它的 ACK，共两次。"
intro "The side that closes first ends in TIME_WAIT and stays there for 2 MSL." zh "先关闭的一方最后进入 TIME_WAIT，停留 2 MSL。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
say "The connection is open. The client is done first: its program calls close()." zh "连接已建立。客户端先完成：程序调用 close()。"

cue "FIN of the client" zh "客户端的 FIN"
client close
expect client FIN_WAIT_1
expect client sent "F. 1001:1001(0) ack 8001"
say "FIN seq=1001: 'I will send no more.' Like a SYN, a FIN uses up one sequence number." zh "FIN seq=1001：“我不再发送数据。”FIN 与 SYN 一样占用一个序号。"
run until server CLOSE_WAIT
expect server sent ". 8001:8001(0) ack 1002"
say "The server acknowledges 1002 at once. Its program is told by recv() = 0, and may still send: CLOSE_WAIT." zh "服务器立即确认 1002。它的程序从 recv() = 0 得知此事，但还可以发送：CLOSE_WAIT。"
server recv
expect server eof
run until client FIN_WAIT_2
say "FIN_WAIT_2: the client's own direction is closed. It waits for the FIN of the other one, however long that takes." zh "FIN_WAIT_2：客户端这个方向已关闭。它等待另一个方向的 FIN，不论多久。"

cue "FIN of the server" zh "服务器的 FIN"
run 1s
server close
expect server LAST_ACK
expect server sent "F. 8001:8001(0) ack 1002"
say "Now the server's program closes too: the third segment. It usually is not merged with the second, since data may come in between." zh "现在服务器的程序也关闭了：第三个报文段。它通常不与第二个合并，因为中间可能还有数据。"
run until client TIME_WAIT
expect client sent ". 1002:1002(0) ack 8002"
run until server CLOSED
say "The server is done. The client cannot know whether its last ACK arrived, so it stays for 2 MSL to repeat it if need be." zh "服务器已结束。客户端不知道最后的 ACK 是否到达，因此停留 2 MSL，必要时重发。"

cue "2 MSL"
run until client CLOSED
expect idle
`,
);
