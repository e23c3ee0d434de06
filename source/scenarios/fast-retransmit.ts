import {scenario} from './scenario.js';

// F20
export const fastRetransmit = scenario(
	'fast-retransmit',
	`
title "Fast retransmit" zh "快速重传"
intro "One segment of many is lost. What comes behind it makes the receiver repeat its ACK." zh "许多报文段中丢了一个。后面的报文段使接收方重复它的 ACK。"
intro "Three duplicates tell the sender more, and sooner, than its timer." zh "三个重复 ACK 比定时器更早、更清楚地告诉发送方。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
run 200ms
link from client rate 600kbps
drop next data from client
say "The client's link is slow now, 20 ms a segment. Armed: its next data segment will be dropped. Now it sends 7300 bytes." zh "客户端的链路变慢，每个报文段 20 毫秒。已设置：下一个数据报文段将被丢弃。现在它发送 7300 字节。"
client send 7300 bytes
expect client sent "."
expect client sent ". 1001:2461(1460)"
expect client cwnd 14600
say "Five segments, #4 to #8. #4, bytes 1001 to 2460, is dropped." zh "五个报文段，#4 到 #8。#4，即字节 1001 到 2460，被丢弃。"

cue "Duplicate ACKs" zh "重复 ACK"
run until server sent ". 8001:8001(0) ack 1001"
expect server rcv.nxt 1001
expect server readable 0 bytes
say "#5 arrives behind the hole: kept out of order, not readable. The answer says at once what is missing: ack=1001." zh "#5 到达，前面有空洞：作为乱序数据保存，还不可读。应答立即说明缺什么：ack=1001。"
run 50ms
say "Duplicate ACK 1: perhaps the order changed on the way. The client waits for two more." zh "第 1 个重复 ACK：也许只是途中乱序。客户端再等两个。"
run 20ms
say "Duplicate ACK 2." zh "第 2 个重复 ACK。"
run until client sent ". 1001:2461(1460)"
expect client ssthresh 3650
expect client cwnd 8030
say "The third: #4 counts as lost and goes again at once, not after the RTO of 1 s. ssthresh is half of the 7300 in flight: 3650." zh "第三个：#4 视为丢失，立即重传，不等 1 秒的 RTO。ssthresh 是在途 7300 的一半：3650。"
run until server readable 7300 bytes
expect server sent ". 8001:8001(0) ack 8301"
say "The hole is filled: all 7300 bytes are readable at once, ack=8301 covers everything." zh "空洞填上了：7300 字节一下全部可读，ack=8301 确认所有数据。"
run until client snd.una 8301
expect client ESTABLISHED
expect client cwnd 3650
say "ack=8301 ends the recovery: cwnd = ssthresh, 3650. From here on it grows slowly, a segment a round trip." zh "ack=8301 结束恢复：cwnd = ssthresh，3650。此后每个往返只增加大约一个报文段。"
run 200ms
server recv
expect server received 7300 bytes
run until quiet
`,
);
