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
run 200ms
client send "the question"
run until server readable 12 bytes
server recv
say "The server has read 12 bytes. Now the client ends its own direction: shutdown(), not close()." zh "服务器读到了 12 字节。现在客户端关闭自己的方向：用 shutdown()，不是 close()。"
client shutdown
expect client sent "F. 1013:1013(0)"
run until server CLOSE_WAIT
server recv
expect server eof
run until client FIN_WAIT_2
say "Half a connection: FIN_WAIT_2 and CLOSE_WAIT. Now the client tries to send all the same." zh "半个连接：FIN_WAIT_2 与 CLOSE_WAIT。现在客户端偏要再发送。"
client send "more"
expect client error EPIPE
say "send() EPIPE: this direction is closed. The other one is open, and the server uses it now." zh "send() EPIPE：这个方向已关闭。另一个方向还开着，现在服务器使用它。"

cue "Data after the FIN" zh "FIN 之后的数据"
run 200ms
server send "the long answer"
expect server sent "P. 8001:8016(15) ack 1014"
run until client readable 15 bytes
client recv
expect client received "the long answer"
expect client FIN_WAIT_2
say "recv() = 15 in FIN_WAIT_2: data that comes after one's own FIN is delivered and acknowledged as ever." zh "在 FIN_WAIT_2 中 recv() = 15：自己发出 FIN 之后到来的数据照常交付并确认。"
run until quiet
expect client sent ". 1014:1014(0) ack 8016"
say "Only now the server closes, too." zh "直到现在服务器才关闭。"
server close
expect server sent "F. 8016:8016(0) ack 1014"
run until client TIME_WAIT
client recv
expect client eof
client close
say "The second FIN: recv() = 0, TIME_WAIT." zh "第二个 FIN：recv() = 0，TIME_WAIT。"
run until server CLOSED
run until idle
expect client CLOSED
`,
);
