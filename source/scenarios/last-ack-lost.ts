import {scenario} from './scenario.js';

// F12, F11
export const lastAckLost = scenario(
	'last-ack-lost',
	`
title "The last ACK is lost" zh "最后的 ACK 丢失"
intro "This is what TIME_WAIT is for: someone must be there to answer the FIN that comes again." zh "TIME_WAIT 就是为此而设：必须有人应答再次到来的 FIN。"
intro "Each such FIN starts the 2 MSL anew." zh "每个这样的 FIN 都使 2 MSL 重新计时。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
client close
run until server CLOSE_WAIT
run 1s
server close
drop next ACK from client
run until client TIME_WAIT
say "The client's last ACK is dropped. The server waits in LAST_ACK." zh "客户端的最后一个 ACK 被丢弃。服务器在 LAST_ACK 等待。"
run 100ms
expect server LAST_ACK
expect server sent "F."
run until server sent "F. 8001:8001(0) ack 1002"
say "After its RTO the server repeats its FIN. Were the client gone already, a RST would answer." zh "RTO 之后服务器重传 FIN。如果客户端已经不在，应答的就是 RST。"
run until server CLOSED
expect client TIME_WAIT
expect client sent ". 1002:1002(0) ack 8002"
expect client sent ". 1002:1002(0) ack 8002"
say "TIME_WAIT answers the FIN again and restarts its 2 MSL: 240 s from now." zh "TIME_WAIT 再次应答 FIN，并重新开始 2 MSL：从现在起 240 秒。"
run 239.5s
expect client TIME_WAIT
run 500ms
expect client CLOSED
`,
);
