import {scenario} from './scenario.js';

// F9, F10, F2, F3
export const halfClose = scenario(
	'half-close',
	`
title "Half-close: data after the FIN" zh "半关闭：FIN 之后的数据"
intro "After its FIN a host sends nothing more, but it can still receive." zh "发出 FIN 之后，主机不再发送，但仍可接收。"
intro "That is why the two middle segments of a close are usually not one." zh "所以关闭过程中间的两个报文段通常不合并。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
client send "the question"
run until server readable 12 bytes
server recv
say "The client has asked its question and shuts down its direction: shutdown(), not close()." zh "客户端提完问题，关闭自己的方向：用 shutdown()，不是 close()。"
client shutdown
expect client sent "F."
run until client FIN_WAIT_2
expect server CLOSE_WAIT
server recv
expect server eof
client send "more"
expect client error EPIPE
say "FIN_WAIT_2 and CLOSE_WAIT: half a connection. The client cannot send (EPIPE), yet the server's answer comes through." zh "FIN_WAIT_2 与 CLOSE_WAIT：半个连接。客户端不能再发送（EPIPE），但服务器的回答仍能送达。"

cue "Data after the FIN" zh "FIN 之后的数据"
server send "the long answer"
expect server sent "P. 8001:8016(15) ack 1014"
run until client readable 15 bytes
client recv
expect client received "the long answer"
expect client FIN_WAIT_2
say "Data that came after the client's own FIN, delivered and acknowledged." zh "在客户端自己的 FIN 之后到达的数据，照常交付并确认。"
run until quiet
server close
expect server sent "F. 8016:8016(0) ack 1014"
run until client TIME_WAIT
client recv
expect client eof
client close
run until server CLOSED
run until idle
`,
);
