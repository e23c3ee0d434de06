import {scenario} from './scenario.js';

// F20
export const cubicVsReno = scenario(
	'cubic-vs-reno',
	`
title "CUBIC and Reno" zh "CUBIC 与 Reno"
intro "Two hosts send each other a file by satellite, 0.6 s there and back. Each loses one segment." zh "两台主机通过卫星互传文件：往返 0.6 秒。各丢一个报文段。"
intro "The client's cwnd grows as NewReno says, the server's as CUBIC, the way of today's Linux." zh "客户端的 cwnd 按 NewReno 增长，服务器的按 CUBIC，即今天 Linux 的做法。"

link delay 300ms
client mss 1000
server mss 1000
client delayed-ack off
server delayed-ack off
client sndbuf 1MiB
server sndbuf 1MiB
client app reader
server app reader
client congestion newreno
server congestion cubic
client listen 80
server listen 80
client connect 80
server connect 80
run until client ESTABLISHED
run until server ESTABLISHED
run 300ms
say "Both connected to each other. Each host sends 400000 bytes on its socket 5. To see both: Up, Down, Tab, Down." zh "双方互相建立了连接。两边都在自己的套接字 5 上发送 400000 字节。要同时看到两个发送方：依次按上、下、Tab、下。"
client send 400000 bytes
server send 400000 bytes
say "Slow start: 10 segments each. Armed, so that both suffer the same: of its next segments each host will lose one." zh "慢启动：各 10 个报文段。已设置，使双方遭遇相同：下一批报文段中各丢一个。"
drop next data from client
drop next data from server
run until server cwnd 20000
expect client cwnd 20000
say "After a round trip both windows have doubled, from 10 to 20 segments. There is no difference yet." zh "一个往返之后，两个窗口都翻倍：从 10 到 20 个报文段。还看不出差别。"

cue "The same loss" zh "同样的丢包"
run until server ssthresh 14000
expect client ssthresh 10000
expect client sent ". 111001:112001(1000)"
expect server sent ". 118001:119001(1000)"
say "Three duplicate ACKs each. Reno halves: ssthresh 10000. CUBIC keeps seven tenths, 14000, and remembers W_max 20000." zh "各收到三个重复 ACK。Reno 减半：ssthresh 10000。CUBIC 保留七成，14000，并记住 W_max 20000。"
run until client cwnd 10000
run until server cwnd 14000
say "Both have recovered: the client goes on with 10 segments, the server with 14." zh "双方都已恢复：客户端以 10 个报文段继续，服务器以 14 个继续。"

cue "Up to W_max" zh "升到 W_max"
run until server cwnd 18000
say "CUBIC is far below W_max, so it grows fast: four segments in a round trip. Reno grows by one, here as always." zh "CUBIC 离 W_max 还远，所以增长快：一个往返四个报文段。Reno 一如既往，每个往返一个。"
run until server cwnd 20000
say "CUBIC is back at W_max, the client not even at 12. Here the network lost something, so CUBIC is careful: it stays." zh "CUBIC 回到了 W_max，客户端还不到 12。网络在这里丢过包，所以 CUBIC 很小心：停留不动。"
run 2s
expect server cwnd 20000
say "That is the flat part of the curve. Nothing was lost here for seconds: there may be room above." zh "这就是曲线平坦的部分。几秒钟没有丢包：上面也许还有空间。"

cue "Beyond W_max" zh "超过 W_max"
run until server cwnd 25000 within 5s
say "Beyond W_max CUBIC looks for a new limit: slowly at first, then ever faster. Time counts, not the number of round trips." zh "超过 W_max，CUBIC 寻找新的极限：先慢，后来越来越快。起作用的是时间，不是往返的次数。"
run until client cwnd 20158 within 5s
run 100ms
expect server cwnd 62000
expect client ESTABLISHED
expect not idle
say "Seven seconds after the loss: Reno has just climbed back to 20 segments. CUBIC is at 62. On short paths they grow alike." zh "丢包七秒之后：Reno 刚刚爬回 20 个报文段，CUBIC 已经到 62。在短路径上两者差不多。"
`,
);
