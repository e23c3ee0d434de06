import {scenario} from './scenario.js';

// F20
export const ecn = scenario(
	'ecn',
	`
title "ECN: a mark instead of a loss" zh "ECN：用标记代替丢包"
intro "A router whose queue fills up must drop packets. With ECN it may mark them instead: CE, congestion experienced." zh "队列将满的路由器只能丢包。有了 ECN，它可以改为打标记：CE，即经历拥塞。"
intro "The receiver echoes the mark (ECE). The sender halves its window and says so (CWR)." zh "接收方回显标记（ECE）。发送方把窗口减半，并告知对方（CWR）。"

client mss 1000
server mss 1000
client isn 1000
server isn 8000
client ecn on
server ecn on
server app reader
server listen 80
client connect 80
expect client sent "SEW 1000:1000(0)"
run until server SYN_RCVD
expect server sent "SE. 8000:8000(0) ack 1001"
say "ECN is agreed in the handshake: the SYN asks with ECE and CWR, the SYN,ACK grants it with ECE alone." zh "ECN 在握手时约定：SYN 用 ECE 和 CWR 提出请求，SYN,ACK 只用 ECE 表示同意。"
run until server ESTABLISHED
run 100ms

cue "The mark" zh "标记"
mark next data from client
client send 20000 bytes
expect client cwnd 10000
say "Ten segments, #4 to #13. Their IP headers say ECT(0): a router in trouble may mark them." zh "十个报文段，#4 到 #13。IP 首部写着 ECT(0)：遇到拥塞的路由器可以标记它们。"
run 30ms
say "Half way one did, with #4: ECT(0) has become CE. It flies on, no byte is lost." zh "半路上 #4 遇到了路由器：ECT(0) 变成了 CE。它继续飞，一个字节也没丢。"

cue "The echo" zh "回显"
run until server sent "E. 8001:8001(0) ack 3001"
expect server received 2000 bytes
say "#4 is read like any other. But each ACK of the server carries ECE now: some may get lost." zh "#4 和别的一样被读走。但服务器的每个 ACK 现在都带 ECE：丢几个也不要紧。"
run until client ssthresh 5000
expect client cwnd 5000
say "The first ECE halves the client's window, 10000 to 5000, as a loss would. But nothing has to go again." zh "第一个 ECE 使客户端的窗口减半，从 10000 到 5000，和丢包时一样。但什么也不用重传。"
run until client sent "W. 11001:12001(1000)"
expect client cwnd 5000
say "More ECE of the same round trip counts no more. #19, the first new data, says CWR: I have slowed down." zh "同一个往返里的其余 ECE 不再计算。#19 是减半后的第一个新数据，带 CWR：我已放慢。"
run until server sent ". 8001:8001(0) ack 13001"
say "CWR has arrived: the server's ACKs are plain again." zh "CWR 到了：服务器的 ACK 不再带 ECE。"
run until client snd.una 21001
expect server received 20000 bytes
expect client ESTABLISHED
say "All 20000 bytes are there. Nothing was lost, nothing was sent twice." zh "20000 字节全部到达。没有丢失，没有重传。"

cue "The same without ECN" zh "同样的情形，没有 ECN"
run 100ms
client ecn off
client isn 1000
server isn 8000
client connect 80 as second
expect client sent "S 1000:1000(0)"
run until client:second ESTABLISHED
run 100ms
drop next data from client
client:second send 20000 bytes
say "A second connection, without ECN: the router can only drop, and it drops the first segment." zh "第二个连接没有 ECN：路由器只能丢包，它丢弃了第一个报文段。"
run until server sent ". 8001:8001(0) ack 1001"
expect server received 0 bytes
say "Nine segments arrived, but the server can read nothing: the first byte is missing. It answers each with ack=1001." zh "到了九个报文段，但服务器什么也读不到：缺第一个字节。每个都以 ack=1001 应答。"
run until client:second ssthresh 5000
say "The third duplicate: the window is halved here too, and #37 must be sent again." zh "第三个重复 ACK：这里窗口同样减半，而且 #37 必须重传。"
run until client:second snd.una 21001
expect server received 20000 bytes
run 100ms
say "The same window after it. But with the mark the server read its first byte after 50 ms, with the loss after 150." zh "之后的窗口一样。但有标记时服务器 50 毫秒就读到第一个字节，丢包时要 150 毫秒。"
`,
);
