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
run 200ms
client close
run until client FIN_WAIT_2
expect server CLOSE_WAIT
drop next ACK from client
say "Armed: the client's next ACK will be dropped. It will be the last one, for now the server closes, too." zh "已设置：客户端的下一个 ACK 将被丢弃。那将是最后的 ACK，因为现在服务器也关闭。"

cue "The last ACK" zh "最后的 ACK"
run 500ms
server close
expect server sent "F. 8001:8001(0) ack 1002"
run until client TIME_WAIT
expect client sent ". 1002:1002(0) ack 8002"
say "ack=8002 is dropped. The client cannot know. It begins to wait 2 MSL, 240 s, in case the FIN comes again." zh "ack=8002 被丢弃。客户端不知道。它开始等待 2 MSL（240 秒），以防 FIN 再来。"
run 500ms
expect server LAST_ACK
say "The server is still in LAST_ACK: no answer to its FIN. Its RTO runs, 1 s." zh "服务器仍在 LAST_ACK：它的 FIN 没有应答。它的 RTO（1 秒）在计时。"

cue "The FIN again" zh "再次 FIN"
run until server sent "F. 8001:8001(0) ack 1002"
expect client TIME_WAIT
say "The same FIN again. Were the client CLOSED already, it could only answer with RST." zh "同一个 FIN 再次发出。如果客户端已经 CLOSED，就只能应答 RST。"
run until client sent ". 1002:1002(0) ack 8002"
say "TIME_WAIT acknowledges the FIN again, and its 2 MSL begin anew: 240 s from now." zh "TIME_WAIT 再次确认 FIN，2 MSL 重新开始：从现在起 240 秒。"
run until server CLOSED
expect client TIME_WAIT
say "This ACK arrived: the server's connection is CLOSED. Its listener on port 80 remains." zh "这个 ACK 到达了：服务器的连接 CLOSED。80 端口的监听者还在。"
run 239.9s
expect client TIME_WAIT
run 50ms
expect client CLOSED
expect idle
say "240 s after the second FIN, not after the first: the client is CLOSED, too." zh "从第二个（而不是第一个）FIN 算起 240 秒：客户端也 CLOSED。"
`,
);
