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
say "20 bytes, numbered 1001 to 1020. They stay in the client's send buffer until they are acknowledged." zh "20 字节，序号 1001 到 1020。确认之前，它们留在客户端的发送缓冲区里。"
run until server readable 20 bytes

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
run until quiet
expect client sent ". 1021:1021(0) ack 8011"
say "ack=8011, after a short wait for data that it could have travelled with (delayed ACK)." zh "ack=8011，先稍等片刻，看有没有可以搭载它的数据（延迟确认）。"

cue "Closing" zh "关闭"
run 3.6s
client close
expect client sent "F. 1021:1021(0) ack 8011"
run until server CLOSE_WAIT
expect server sent ". 8011:8011(0) ack 1022"
server recv
expect server eof
run until client FIN_WAIT_2
say "The FIN took number 1021, so the ACK says 1022. The server may still send." zh "FIN 占用序号 1021，所以确认号是 1022。服务器仍可发送。"
run 1.9s
server close
expect server sent "F. 8011:8011(0) ack 1022"
run until client TIME_WAIT
expect client sent ". 1022:1022(0) ack 8012"
run until server CLOSED
say "The last ACK is 8012: the server's FIN took 8011. The client waits 2 MSL." zh "最后的确认号是 8012：服务器的 FIN 占用 8011。客户端等待 2 MSL。"
run until client CLOSED
`,
);
