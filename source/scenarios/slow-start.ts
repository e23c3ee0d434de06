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
run until server ESTABLISHED
run 200ms
say "The server's program reads whatever comes (app reader) and each segment is acknowledged. Now the client sends 43800 bytes." zh "服务器程序读取所有数据（app reader），每个报文段都得到确认。现在客户端发送 43800 字节。"
client send 43800 bytes
say "cwnd begins with 10 segments, 14600 bytes: so much may leave without any ACK." zh "cwnd 从 10 个报文段开始，即 14600 字节：没有任何 ACK 也可以发这么多。"
run until client cwnd 29200
say "Ten ACKs later it has doubled to 29200: slow start adds a segment for each ACK." zh "十个 ACK 之后翻倍到 29200：慢启动每收到一个 ACK 增加一个报文段。"
run until quiet
expect server received 43800 bytes
expect client cwnd 58400

cue "Everything is lost" zh "全部丢失"
say "Thirty ACKs: cwnd 58400. Now the client sends ten more segments, and every one of them will be lost." zh "三十个 ACK：cwnd 58400。现在客户端再发十个报文段，它们将全部丢失。"
link from client loss 100%
client send 14600 bytes
link from client loss 0%
expect client snd.una 44801
run 100ms
say "All ten are lost. No ACK comes, not even duplicates: only the RTO, 1 s, can help." zh "十个全部丢失。没有 ACK，连重复的也没有：只能靠 RTO，1 秒。"
run until client cwnd 1460
expect client ssthresh 7300
say "Time-out: cwnd falls to one segment, 1460. ssthresh is half of the 14600 in flight, 7300." zh "超时：cwnd 降到一个报文段，1460。ssthresh 是在途 14600 的一半，7300。"
run until client cwnd 2920
run until client cwnd 5840
say "1, 2, 4 segments: slow start again, cwnd 5840, as long as it is below ssthresh." zh "1、2、4 个报文段：再次慢启动，cwnd 5840，直到 ssthresh。"
run until quiet
expect server received 58400 bytes
expect client ESTABLISHED
say "Beyond ssthresh, 7300, cwnd grows by about one segment a round trip: congestion avoidance." zh "超过 ssthresh（7300）之后，cwnd 每个往返大约增加一个报文段：拥塞避免。"
`,
);
