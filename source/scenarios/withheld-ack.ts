import {scenario} from './scenario.js';

// F6, F1, F5
export const withheldAck = scenario(
	'withheld-ack',
	`
title "The third segment is withheld" zh "扣住第三个报文段"
intro "SYN_RCVD usually lasts for one round trip. Whoever withholds the ACK can look at it." zh "SYN_RCVD 通常只持续一个往返。扣住 ACK 就能看到它。"
intro "The client believes that the connection is open; the server does not." zh "客户端以为连接已打开；服务器却不这么认为。"

client isn 1000
server isn 8000
server listen 80
drop next ACK from client
drop next ACK from client
client connect 80
run until client ESTABLISHED
run 200ms
expect server SYN_RCVD
expect server syn-queue 1
say "The ACK was dropped. The client is ESTABLISHED, the server still in SYN_RCVD (netstat: SYN_RECV), in the half-open queue." zh "ACK 被丢弃。客户端已 ESTABLISHED，服务器仍在 SYN_RCVD（netstat 显示 SYN_RECV），停在半连接队列里。"
run until server sent "S."
run until server sent "S. 8000:8000(0) ack 1001"
say "After 1 s the server repeats its SYN+ACK. The client acknowledges again; that ACK is withheld, too." zh "1 秒后服务器重发 SYN+ACK。客户端再次确认；这个 ACK 也被扣住。"
run until client sent "."
run 500ms
expect server SYN_RCVD
run until server ESTABLISHED
expect server accept-queue 1
say "After 2 s more a third SYN+ACK, and this time its ACK gets through: SYN_RCVD > ESTABLISHED." zh "再过 2 秒是第三个 SYN+ACK，这次它的 ACK 到达了：SYN_RCVD > ESTABLISHED。"
`,
);
