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
say "Armed: the client's next bare ACK, the third segment, will be dropped. Now it connects." zh "已设置：客户端的下一个单独 ACK，即第三个报文段，将被丢弃。现在它发起连接。"

cue "The third segment" zh "第三个报文段"
client connect 80
run until client ESTABLISHED
expect client sent "."
say "The ACK is dropped. connect() has returned 0: the client believes that the connection is open." zh "ACK 被丢弃。connect() 已返回 0：客户端以为连接已打开。"
run 200ms
expect server SYN_RCVD
expect server syn-queue 1
drop next ACK from client
say "The server is still in SYN_RCVD (netstat: SYN_RECV), in the SYN queue: 1/5. The next ACK will be dropped, too." zh "服务器仍在 SYN_RCVD（netstat 显示 SYN_RECV），在半连接队列里：1/5。下一个 ACK 也将被丢弃。"

cue "SYN,ACK again" zh "再次 SYN,ACK"
run until server sent "S."
run until server sent "S. 8000:8000(0) ack 1001"
say "No ACK for 1 s: the server repeats its SYN,ACK. The next wait is 2 s." zh "1 秒没有 ACK：服务器重传 SYN,ACK。下一次等待 2 秒。"
run until client sent "."
run 100ms
expect client ESTABLISHED
expect server SYN_RCVD
say "The client acknowledged again, and that was dropped: still SYN_RCVD. Now nothing is armed any more." zh "客户端再次确认，又被丢弃：仍是 SYN_RCVD。现在不再丢弃了。"
run until server ESTABLISHED
expect server accept-queue 1
say "The third SYN,ACK, and this time its ACK came through: SYN_RCVD > ESTABLISHED, on to the accept queue, 1/5." zh "第三个 SYN,ACK，这次它的 ACK 到达了：SYN_RCVD > ESTABLISHED，进入全连接队列：1/5。"
`,
);
