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
run 200ms
say "The connection is open. The client is done first: now its program calls close()." zh "连接已建立。客户端先完成：现在它的程序调用 close()。"

cue "FIN of the client" zh "客户端的 FIN"
client close
expect client FIN_WAIT_1
expect client sent "F. 1001:1001(0) ack 8001"
say "1st: FIN seq=1001, 'I will send no more'. Like a SYN, a FIN uses up one number." zh "第一次：FIN seq=1001，即『我不再发送』。FIN 与 SYN 一样占用一个序号。"
run until server CLOSE_WAIT
expect server sent ". 8001:8001(0) ack 1002"
say "2nd: the server acknowledges 1002 at once. Now its program calls recv()." zh "第二次：服务器立即确认 1002。现在它的程序调用 recv()。"
server recv
expect server eof
say "recv() = 0 tells the program that the peer has closed. It may still send: CLOSE_WAIT." zh "recv() = 0 告诉程序对方已关闭。它还可以发送：CLOSE_WAIT。"
run until client FIN_WAIT_2
say "FIN_WAIT_2: the client's direction is closed. It waits for the FIN of the other one, however long that takes." zh "FIN_WAIT_2：客户端这个方向已关闭。它等待另一个方向的 FIN，不论多久。"

cue "FIN of the server" zh "服务器的 FIN"
run 1s
server close
expect server LAST_ACK
expect server sent "F. 8001:8001(0) ack 1002"
say "3rd: a second later the server closes, too. Its FIN is usually not merged with the ACK: data may come in between." zh "第三次：一秒后服务器也关闭。它的 FIN 通常不与那个 ACK 合并：中间可能还有数据。"
run until client TIME_WAIT
expect client sent ". 1002:1002(0) ack 8002"
say "4th: ack=8002. The client cannot know whether this last ACK arrives, so it stays for 2 MSL, to repeat it if need be." zh "第四次：ack=8002。客户端不知道这最后的 ACK 能否到达，所以停留 2 MSL，必要时重传。"
run until server CLOSED
say "The server has got it and is done: LAST_ACK > CLOSED." zh "服务器收到了它，结束：LAST_ACK > CLOSED。"

cue "2 MSL"
run until client CLOSED
expect idle
say "2 MSL, 240 s, without another FIN: CLOSED." zh "2 MSL（240 秒）内没有再来 FIN：CLOSED。"
`,
);
