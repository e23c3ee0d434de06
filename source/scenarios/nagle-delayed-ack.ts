import {scenario} from './scenario.js';

// F20
export const nagleDelayedAck = scenario(
	'nagle-delayed-ack',
	`
title "Nagle meets delayed ACK" zh "Nagle 算法遇上延迟确认"
intro "Nagle: a small segment waits while another one is unacknowledged." zh "Nagle 算法：还有未确认的数据时，小报文段要等待。"
intro "Delayed ACK: the receiver waits for something to send along. Together they wait for each other." zh "延迟确认：接收方等着由数据捎带 ACK。两者合在一起就是互相等待。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
run 200ms
say "Now the client writes two small pieces, 10 ms apart: 4 bytes and 5 bytes." zh "现在客户端写入两小段，相隔 10 毫秒：4 字节和 5 字节。"
client send "GET "
expect client sent "."
expect client sent "P. 1001:1005(4)"
run 10ms
client send "/page"
expect not client sent "P."
say "The 4 bytes left at once, the 5 wait: something small is in flight and not acknowledged (Nagle)." zh "4 字节立即发出，5 字节等待：还有小段在途中未确认（Nagle 算法）。"
run until server readable 4 bytes
expect server ESTABLISHED
say "The server has 4 bytes and delays its ACK by up to 200 ms, hoping for data to send along. Each side waits for the other." zh "服务器收到 4 字节，把 ACK 最多推迟 200 毫秒，希望由数据捎带。双方互相等待。"
run 150ms
expect not client sent "P."
run until client sent "P. 1005:1010(5)"
expect server sent ". 8001:8001(0) ack 1005"
say "Only ack=1005, 200 ms late, lets the second piece go: it waited 290 ms, and nobody was busy." zh "直到迟了 200 毫秒的 ack=1005 到来，第二段才发出：等了 290 毫秒，谁也不忙。"
run until quiet
server recv
expect server received "GET /page"

cue "Nagle off" zh "关闭 Nagle"
say "Now the same two writes without Nagle's rule (TCP_NODELAY)." zh "现在不用 Nagle 算法（TCP_NODELAY），再写同样两段。"
client nagle off
client send "GET "
expect client sent "P. 1010:1014(4)"
run 10ms
client send "/page"
expect client sent "P. 1014:1019(5)"
say "Both leave at once, 10 ms apart. Better still: one write for both." zh "两段都立即发出，相隔 10 毫秒。更好的办法：只写一次。"
run until server readable 9 bytes
server recv
run until quiet
expect client snd.una 1019
`,
);
