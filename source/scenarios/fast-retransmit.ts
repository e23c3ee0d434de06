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
server app reader
server listen 80
client connect 80
run until server ESTABLISHED
drop next data from client
client send 14600 bytes
expect client sent "."
expect client sent ". 1001:2461(1460)"
expect client cwnd 14600
say "Ten segments leave at once (cwnd 14600); the first of them, 1001 to 2460, is dropped." zh "一次发出十个报文段（cwnd 14600）；其中第一个，1001 到 2460，被丢弃。"
run 60ms
expect server rcv.nxt 1001
expect server received 0 bytes
expect server sent "S."
expect server sent ". 8001:8001(0) ack 1001"
expect server sent ". 8001:8001(0) ack 1001"
expect server sent ". 8001:8001(0) ack 1001"
say "Nine arrive behind a hole. Each is kept, and each is answered with the same ACK: 1001." zh "九个报文段到达，前面有个空洞。每个都保存下来，每个都用同样的 ACK 应答：1001。"
run until client sent ". 1001:2461(1460)"
expect client ssthresh 7300
say "The third duplicate ACK: the missing segment goes again at once, long before the RTO of 1 s. ssthresh is half of what was in flight." zh "第三个重复 ACK：缺失的报文段立即重发，远早于 1 秒的 RTO。ssthresh 是在途数据的一半。"
run until server received 14600 bytes
expect server sent ". 8001:8001(0) ack 15601"
say "It fills the hole: the program gets all 14600 bytes at once, and one ACK covers everything." zh "它填上空洞：程序一下得到全部 14600 字节，一个 ACK 确认所有数据。"
run until quiet
expect client snd.una 15601
`,
);
