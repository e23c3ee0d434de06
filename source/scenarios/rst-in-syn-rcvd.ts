import {scenario} from './scenario.js';

// F4, F15
export const rstInSynRcvd = scenario(
	'rst-in-syn-rcvd',
	`
title "RST in SYN_RCVD: back to LISTEN" zh "SYN_RCVD 中收到 RST：回到 LISTEN"
intro "A connection that came from a listener dies in the handshake: back to LISTEN." zh "由监听者产生的连接在握手中夭折：回到 LISTEN。"
intro "The server's program never learns of it; accept() has not seen anything." zh "服务器的程序不会知道；accept() 什么也没看到。"

client isn 1000
server isn 8000
server listen 80
server accept
drop next ACK from client
say "Armed: the client's next bare ACK, the third segment, will be dropped. Now it connects." zh "已设置：客户端的下一个单独 ACK，即第三个报文段，将被丢弃。现在它发起连接。"
client connect 80
run until client ESTABLISHED
run 100ms
expect server SYN_RCVD
expect server syn-queue 1
say "The ACK was dropped: the server stays in SYN_RCVD. Now somebody forges a RST, seq=1001: exactly RCV.NXT." zh "ACK 被丢弃：服务器停在 SYN_RCVD。现在有人伪造 RST，seq=1001，恰好是 RCV.NXT。"
inject rst to server exact
run until server LISTEN
expect server syn-queue 0
expect server accept-queue 0
say "SYN_RCVD > LISTEN. The half-open connection is forgotten, syn 0/5; accept() waits on, no call fails." zh "SYN_RCVD > LISTEN。半连接被忘掉，半连接 0/5；accept() 继续等待，没有出错。"

cue "The client does not know" zh "客户端不知道"
run 200ms
say "The client is ESTABLISHED and knows nothing of it. Now it sends 5 bytes." zh "客户端是 ESTABLISHED，毫不知情。现在它发送 5 字节。"
client recv
client send "hello"
run until server sent "R 8001:8001(0)"
say "They reach the listener, which has no such connection: RST." zh "数据到达监听者，它没有这个连接：RST。"
run until client CLOSED
expect client error ECONNRESET
expect server LISTEN
say "recv() ECONNRESET: now the client knows, too. The server still listens." zh "recv() ECONNRESET：现在客户端也知道了。服务器仍在监听。"
`,
);
