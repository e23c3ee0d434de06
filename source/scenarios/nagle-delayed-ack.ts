import {scenario} from './scenario.js';

// F20
export const nagleDelayedAck = scenario(
	'nagle-delayed-ack',
	`
title "Nagle meets delayed ACK" zh "Nagle 算法遇上延迟确认"
intro "Nagle: a small segment waits while another one is unacknowledged." zh "Nagle 算法：还有未确认的数据时，小报文段要等待。"
intro "Delayed ACK: the receiver waits for something to send along. Together they wait for each other." zh "延迟确认：接收方等着搭载数据。两者合在一起就是互相等待。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
client send "GET "
client send "/page"
expect client sent "."
expect client sent "P. 1001:1005(4)"
expect not client sent "P."
say "Two small writes. 'GET ' leaves at once, '/page' must wait: 4 bytes are not acknowledged yet (Nagle)." zh "两次小的写入。GET 立即发出，/page 必须等待：还有 4 字节未确认（Nagle）。"
run until server readable 4 bytes
say "The server has 4 bytes and delays its ACK by up to 200 ms, hoping to send data along." zh "服务器收到 4 字节，把 ACK 最多推迟 200 毫秒，希望能搭载数据。"
run 150ms
expect not client sent "P."
run until client sent "P. 1005:1010(5)"
expect server sent ". 8001:8001(0) ack 1005"
say "Only the delayed ACK lets the second piece go: 300 ms lost, and nobody was busy." zh "直到延迟的 ACK 到来，第二段才能发出：白白损失 300 毫秒，谁也不忙。"
run until quiet
server recv
expect server received "GET /page"

cue "Nagle off" zh "关闭 Nagle"
client nagle off
client send "GET "
client send "/page"
expect client sent "P. 1010:1014(4)"
expect client sent "P. 1014:1019(5)"
say "TCP_NODELAY: both leave at once. Better still: one write." zh "TCP_NODELAY：两段都立即发出。更好的办法：只写一次。"
run until server readable 9 bytes
server recv
run until quiet
expect client snd.una 1019
`,
);
