import {scenario} from './scenario.js';

// F19, F1, F9, F11, F20
export const workedExample = scenario(
	'worked-example',
	`
title "The worked example: 1000 and 8000" zh "完整示例：1000 与 8000"
intro "The client begins at 1000, the server at 8000; 20 bytes go one way and 10 the other." zh "客户端从 1000 开始，服务器从 8000 开始；一方发 20 字节，另一方发 10 字节。"
intro "Every sequence and acknowledgment number can be worked out beforehand." zh "每个序号和确认号都可以事先算出来。"

client isn 1000
server isn 8000
server listen 80
client connect 80
expect client sent "S 1000:1000(0)"
run until server SYN_RCVD
expect server sent "S. 8000:8000(0) ack 1001"
run until client ESTABLISHED
expect client sent ". 1001:1001(0) ack 8001"
run until server ESTABLISHED
server accept
say "Open. The client's next number is 1001, the server's is 8001: each SYN used up one." zh "连接建立。客户端的下一个序号是 1001，服务器的是 8001：两个 SYN 各占一个。"

cue "20 bytes" zh "20 字节"
run 900ms
client send 20 bytes
expect client sent "P. 1001:1021(20) ack 8001"
say "20 bytes, numbers 1001 to 1020. They stay in the client's send buffer until ack=1021 comes." zh "20 字节，序号 1001 到 1020。在 ack=1021 到来之前，它们留在客户端的发送缓冲区里。"
run until server readable 20 bytes
say "They have arrived: RCV.NXT is 1021. Now the program reads them and answers with 10 bytes." zh "数据已到达：RCV.NXT 是 1021。现在程序读取它们，并回答 10 字节。"

cue "ACK and 10 bytes in one segment" zh "ACK 与 10 字节同在一个报文段"
server recv
server send 10 bytes
expect server sent "P. 8001:8011(10) ack 1021"
expect server received 20 bytes
say "One segment does two things: ack=1021 confirms all up to 1020, and bytes 8001 to 8010 go the other way." zh "一个报文段做两件事：ack=1021 确认到 1020 为止的字节，同时反方向送出 8001 到 8010。"
run until client readable 10 bytes
client recv
expect client received 10 bytes
expect client snd.una 1021
say "The client reads them. Its ACK waits 200 ms for data that it could travel with (delayed ACK)." zh "客户端读取它们。它的 ACK 等待 200 毫秒，看有没有可以捎带它的数据（延迟确认）。"
run until quiet
expect client sent ". 1021:1021(0) ack 8011"
say "No data came, so ack=8011 went alone. Next the client closes." zh "没有数据，ack=8011 单独发出。接着客户端关闭。"

cue "Closing" zh "关闭"
run 3.6s
client close
expect client sent "F. 1021:1021(0) ack 8011"
run until server CLOSE_WAIT
expect server sent ". 8011:8011(0) ack 1022"
server recv
expect server eof
run until client FIN_WAIT_2
say "The FIN took number 1021, so the ACK says 1022. The server may still send; it closes 2 s later." zh "FIN 占用序号 1021，所以确认号是 1022。服务器仍可发送；它在 2 秒后关闭。"
run 1.9s
server close
expect server sent "F. 8011:8011(0) ack 1022"
run until client TIME_WAIT
expect client sent ". 1022:1022(0) ack 8012"
say "The server's FIN took 8011, so the last ACK is 8012. The client waits 2 MSL." zh "服务器的 FIN 占用 8011，所以最后的确认号是 8012。客户端等待 2 MSL。"
run until server CLOSED
run until client CLOSED
say "240 s later: CLOSED. Every number was as worked out beforehand." zh "240 秒后：CLOSED。每个序号都与事先算出的一致。"
`,
);
