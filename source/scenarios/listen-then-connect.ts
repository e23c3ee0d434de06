import {scenario} from './scenario.js';

// F4
export const listenThenConnect = scenario(
	'listen-then-connect',
	`
title "From LISTEN to SYN_SENT" zh "从 LISTEN 到 SYN_SENT"
intro "A listener opens actively: the state diagram has this arrow, hardly any stack does." zh "监听者主动打开：状态图中有这个箭头，实际的协议栈几乎都不支持。"
intro "connect() on a listening socket: Linux says EISCONN, FreeBSD EOPNOTSUPP." zh "对监听套接字调用 connect()：Linux 返回 EISCONN，FreeBSD 返回 EOPNOTSUPP。"

client isn 1000
server isn 8000
profile textbook
server listen 80 as it
client listen 90
expect server:it LISTEN
say "Both hosts listen. Nobody will ever call." zh "两台主机都在监听。谁也不会呼叫。"
server:it connect 90
expect server:it SYN_SENT
expect server sent "80 > 90 S 8000:8000(0)"
say "The server's listener changes its mind: LISTEN > SYN_SENT. Its SYN comes from port 80." zh "服务器的监听者改变主意：LISTEN > SYN_SENT。它的 SYN 从 80 端口发出。"
run until client SYN_RCVD
run until server:it ESTABLISHED
run until client ESTABLISHED
client accept
server:it send "from the listener"
run until client readable 17 bytes
client recv
expect client received "from the listener"
run until quiet
`,
);
