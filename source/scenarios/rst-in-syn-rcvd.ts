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
client connect 80
run until client ESTABLISHED
run 100ms
expect server SYN_RCVD
expect server syn-queue 1
say "The third segment was dropped, so the server waits in SYN_RCVD." zh "第三个报文段被丢弃，服务器停在 SYN_RCVD。"
inject rst to server exact
run until server LISTEN
expect server syn-queue 0
expect server accept-queue 0
say "An exact RST: SYN_RCVD > LISTEN. The half-open connection is forgotten, no call fails." zh "序号完全正确的 RST：SYN_RCVD > LISTEN。半开连接被遗忘，没有调用失败。"

cue "The client does not know" zh "客户端不知道"
client recv
client send "hello"
run until client CLOSED
expect client error ECONNRESET
expect server sent "R 8001:8001(0)"
say "The client was ESTABLISHED all the time. Its data meets the listener, which answers with a RST." zh "客户端一直是 ESTABLISHED。它的数据遇到监听者，应答是 RST。"
expect server LISTEN
`,
);
