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
run 200ms
say "Both hosts listen, so nobody would ever call. Now the server calls connect() on its listener." zh "两台主机都在监听，谁也不会主动连接。现在服务器对它的监听者调用 connect()。"

cue "connect() on the listener" zh "对监听者 connect()"
server:it connect 90
expect server:it SYN_SENT
expect server sent "80 > 90 S 8000:8000(0)"
say "LISTEN > SYN_SENT: the same socket, its SYN comes from port 80. (Linux: EISCONN, FreeBSD: EOPNOTSUPP.)" zh "LISTEN > SYN_SENT：同一个套接字，SYN 从 80 端口发出。（Linux：EISCONN，FreeBSD：EOPNOTSUPP。）"
run until client SYN_RCVD
say "Here the client is the passive side: SYN_RCVD." zh "这里客户端是被动方：SYN_RCVD。"
run until server:it ESTABLISHED
run until client ESTABLISHED
client accept
run 200ms
say "An ordinary connection, opened by the server. Now it sends 17 bytes." zh "一个普通的连接，由服务器打开。现在它发送 17 字节。"
server:it send "from the listener"
run until client readable 17 bytes
client recv
expect client received "from the listener"
say "recv() = 17: data from a socket that once was a listener." zh "recv() = 17：数据来自一个曾经是监听者的套接字。"
run until quiet
`,
);
