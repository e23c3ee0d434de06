import {scenario} from './scenario.js';

// F8, F2
export const simultaneousClose = scenario(
	'simultaneous-close',
	`
title "Simultaneous close" zh "同时关闭"
intro "Both programs close at nearly the same moment; the two FINs cross." zh "双方的程序几乎同时关闭；两个 FIN 交错。"
intro "Each gets the other's FIN before the ACK of its own: CLOSING." zh "每一方先收到对方的 FIN，后收到对自己 FIN 的确认：CLOSING。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
run 200ms
say "Now both programs call close(), at the same moment." zh "现在双方的程序在同一时刻调用 close()。"

cue "Two FINs" zh "两个 FIN"
client close
server close
expect client sent "F. 1001:1001(0) ack 8001"
expect server sent "F. 8001:8001(0) ack 1001"
say "Two FINs cross. Neither acknowledges the other: both left before anything came." zh "两个 FIN 交错。谁也没有确认对方：它们出发时什么都还没收到。"
run until client CLOSING
run until server CLOSING
expect client sent ". 1002:1002(0) ack 8002"
expect server sent ". 8002:8002(0) ack 1002"
say "CLOSING: the peer is done, but one's own FIN is not acknowledged yet. It lasts for one trip, so it is hardly ever seen." zh "CLOSING：对方已完成，但自己的 FIN 还未被确认。它只持续一个单程，所以几乎看不到。"
run until client TIME_WAIT
run until server TIME_WAIT
say "The ACKs are there: TIME_WAIT. Both closed actively, so both wait 2 MSL." zh "ACK 到了：TIME_WAIT。双方都是主动关闭，所以都要等待 2 MSL。"
run until idle
expect client CLOSED
expect server CLOSED
`,
);
