import {scenario} from './scenario.js';

// F13, F11
export const finGiveUp = scenario(
	'fin-give-up',
	`
title "The server gives its FIN up" zh "服务器放弃 FIN"
intro "No ACK for the FIN ever arrives: 2 retransmissions, then one wait of twice the last." zh "FIN 的 ACK 始终不到：重传 2 次，再等待上次的两倍时间。"
intro "The server closes anyway; the client closes when its 2 MSL is over." zh "服务器还是关闭了；客户端在 2 MSL 结束时关闭。"

client isn 1000
server isn 8000
server retries 2
server listen 80
client connect 80
run until server ESTABLISHED
server accept
run 200ms
client close
run until client FIN_WAIT_2
link from client loss 100%
say "From now on all that the client sends is lost; what the server sends arrives. Now the server closes." zh "从现在起，客户端发出的一切都会丢失；服务器发的仍能到达。现在服务器关闭。"

cue "The FIN of the server" zh "服务器的 FIN"
server close
expect server sent "F. 8001:8001(0) ack 1002"
expect server LAST_ACK
run 200ms
expect client TIME_WAIT
say "The FIN arrived: TIME_WAIT. The ACK was lost: LAST_ACK. The server's RTO is 1 s." zh "FIN 到达了：TIME_WAIT。ACK 丢失了：LAST_ACK。服务器的 RTO 是 1 秒。"
run 800ms
expect server sent "F. 8001:8001(0) ack 1002"
say "1 s: the first retransmission. TIME_WAIT will answer, in vain. The next wait is 2 s." zh "1 秒：第一次重传。TIME_WAIT 会应答，但无济于事。下一次等待 2 秒。"
run 2s
expect server sent "F. 8001:8001(0) ack 1002"
say "2 s later: the second retransmission, the last one. Now one wait of twice as long, 4 s." zh "再过 2 秒：第二次，也是最后一次重传。现在等待两倍的时间，4 秒。"
run 3.9s
expect server LAST_ACK
run 100ms
expect server CLOSED
expect client TIME_WAIT
say "4 s without an answer: the server gives up, LAST_ACK > CLOSED. It sends nothing more." zh "4 秒没有应答：服务器放弃，LAST_ACK > CLOSED，不再发送。"
expect not server sent "F."
run until client CLOSED
say "The client's 2 MSL, 240 s, ran from the last FIN that it saw." zh "客户端的 2 MSL（240 秒）从它看到的最后一个 FIN 算起。"
expect idle
`,
);
