import {scenario} from './scenario.js';

// F20
export const slowStart = scenario(
	'slow-start',
	`
title "Slow start and congestion avoidance" zh "慢启动与拥塞避免"
intro "How much may be in flight? The sender finds out: cwnd grows with every ACK." zh "可以有多少数据在途？发送方自己摸索：每个 ACK 都使 cwnd 增长。"
intro "A time-out throws it back to one segment; from ssthresh on it grows by one segment a round trip." zh "超时使它退回一个报文段；到达 ssthresh 之后每个往返只增加一个报文段。"

client isn 1000
server isn 8000
server app reader
server delayed-ack off
server listen 80
client connect 80
run until client ESTABLISHED
expect client cwnd 14600
client send 43800 bytes
say "cwnd begins at 10 segments, 14600 bytes: so much may leave without any ACK." zh "cwnd 从 10 个报文段开始，即 14600 字节：没有任何 ACK 也可以发这么多。"
run until client cwnd 29200
say "Ten ACKs later it has doubled: slow start adds one segment for each ACK." zh "十个 ACK 之后翻了一倍：慢启动每收到一个 ACK 增加一个报文段。"
run until quiet
expect server received 43800 bytes

cue "Everything is lost" zh "全部丢失"
link from client loss 100%
client send 14600 bytes
link from client loss 0%
expect client snd.una 44801
say "These ten segments are all lost. There are no ACKs, not even duplicates: only the RTO can help." zh "这十个报文段全部丢失。没有 ACK，连重复的也没有：只能靠 RTO。"
run until client cwnd 1460
expect client ssthresh 7300
say "Time-out: cwnd falls to one segment, ssthresh to half of what was in flight, 7300." zh "超时：cwnd 降到一个报文段，ssthresh 降到在途数据的一半，7300。"
run until client cwnd 2920
run until client cwnd 5840
say "1, 2, 4 segments: slow start again, up to ssthresh." zh "1、2、4 个报文段：再次慢启动，直到 ssthresh。"
run until quiet
expect server received 58400 bytes
say "Beyond ssthresh: congestion avoidance, about one segment a round trip." zh "超过 ssthresh：拥塞避免，每个往返大约增加一个报文段。"
`,
);
