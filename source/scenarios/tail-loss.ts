import {scenario} from './scenario.js';

// F20
export const tailLoss = scenario(
	'tail-loss',
	`
title "Tail loss probe" zh "尾部丢包探测"
intro "The last segments are lost: nothing comes behind them, so no duplicate ACK can tell." zh "最后几个报文段丢了：后面没有数据，也就没有重复 ACK 能说明。"
intro "A stack like Linux does not wait for its RTO: it asks with a probe, and SACK answers." zh "像 Linux 的协议栈不等 RTO：它发一个探测，由 SACK 来回答。"

profile linux
client isn 1000
server isn 8000
client timestamps off
client wscale off
link from client rate 3Mbps
server app reader
server listen 80
client connect 80
run until server ESTABLISHED
run 200ms
say "The client sends ten segments, #4 to #13. The last three, #11 to #13, will be lost." zh "客户端发送十个报文段，#4 到 #13。最后三个（#11 到 #13）丢失。"

cue "The tail is lost" zh "尾部丢包"
client send 14600 bytes
drop 11
drop 12
drop 13
run until client snd.una 11221
expect server sent ". 8001:8001(0) ack 11221"
say "Seven arrived, ack 11221. Of the other three nobody says anything: there are no duplicates to count." zh "七个到达，ack 11221。另外三个没有任何消息：没有重复 ACK 可数。"
say "By the textbook the client now waits for its RTO, and begins again with one segment. Here a second timer runs: PTO, two round trips." zh "按教科书，客户端要等 RTO，再从一个报文段开始。这里另有一个定时器：PTO，两个往返。"

cue "The probe" zh "探测"
run until client sent "P. 14141:15601(1460)"
run until client sent "P. 14141:15601(1460)"
say "The probe: of all that is not acknowledged, the last segment goes again. cwnd does not change: this is a question, not a loss." zh "探测：未确认的数据里，最后一个报文段再发一次。cwnd 不变：这是询问，还不是丢包。"
expect client cwnd 24820
run until server sent ". 8001:8001(0) ack 11221 <nop,nop,sack 14141:15601>"
say "The answer: 14141 came (sack 14141:15601), 11221 is missing. What was sent before 14141 and is not there is lost (RACK)." zh "回答：14141 到了（sack 14141:15601），还缺 11221。在 14141 之前发出而没到的，就是丢了（RACK）。"
run until client ssthresh 16060
say "Fast recovery, without any RTO: 11221 goes at once. CUBIC keeps seven tenths of cwnd, not one segment." zh "快速恢复，没有用到 RTO：11221 立即重传。CUBIC 保留七成 cwnd，而不是一个报文段。"
run until client snd.una 15601
expect client cwnd 16060
expect server received 14600 bytes
say "All is there, cwnd 16060. After a time-out it would now be a few segments." zh "全部到齐，cwnd 16060。若是超时，现在只会有几个报文段。"

cue "The very last one" zh "最后一个"
run 1s
client send 1460 bytes
drop 27
run until client sent "P. 15601:17061(1460)"
run until client sent "P. 15601:17061(1460)"
say "One segment alone is lost: again the probe brings it, and then its ACK cannot tell whether the first or the second arrived." zh "单独一个报文段丢失：又由探测补上，但它的 ACK 说不出到的是第一次还是第二次发的。"
run until client snd.una 17061
run until quiet
client send 1460 bytes
run until client ssthresh 10220
say "The next ACK settles it: nothing came twice (no DSACK), so there was a loss, and cwnd must pay for it: ssthresh 10220." zh "下一个 ACK 见分晓：没有东西到了两次（没有 DSACK），所以确实丢了，cwnd 要付出代价：ssthresh 10220。"
run until quiet
expect client ESTABLISHED
expect server received 17520 bytes
`,
);
