import {scenario} from './scenario.js';

// F15, F23
export const halfOpenCrash = scenario(
	'half-open-crash',
	`
title "Half-open: the server crashed" zh "半开连接：服务器宕机"
intro "The server loses its memory and comes back; the client still believes in the old connection." zh "服务器丢失内存后重新启动；客户端仍相信旧连接存在。"
intro "The first segment finds it out: RST (RFC 9293, section 3.5.1)." zh "第一个报文段就会揭穿：RST（RFC 9293 第 3.5.1 节）。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
client recv
run 1s
say "The client waits in recv(). Now the server crashes." zh "客户端在 recv() 中等待。现在服务器宕机。"

cue "The crash" zh "宕机"
server crash
run 500ms
say "No FIN, no RST: a dead host cannot say anything. Now an hour passes." zh "没有 FIN，也没有 RST：死掉的主机什么也说不了。现在过一小时。"
run 1h
expect client ESTABLISHED
expect idle
say "The client is still ESTABLISHED: without data and keepalive TCP sends nothing at all. Now the server comes back." zh "客户端仍是 ESTABLISHED：没有数据，没有保活，TCP 什么也不发。现在服务器恢复。"

cue "The server is back" zh "服务器恢复"
server restart
server listen 80 as again
expect server:again LISTEN
run 500ms
say "It listens again, and has no connection. Now the client sends 14 bytes on the old one." zh "它重新监听，但没有连接。现在客户端在旧连接上发送 14 字节。"
client send "are you there?"
expect client sent "P. 1001:1015(14) ack 8001"
run until server sent "R 8001:8001(0)"
say "The server knows of no such connection: RST. Its seq is the client's ack, 8001, so it will be believed." zh "服务器不知道这个连接：RST。它的 seq 取自客户端的 ack（8001），所以会被采信。"
run until client CLOSED
expect client error ECONNRESET
say "recv() ECONNRESET: at last the client knows. Now it connects anew." zh "recv() ECONNRESET：客户端终于知道了。现在它重新连接。"
run 200ms
client connect 80
run until client ESTABLISHED
run until server ESTABLISHED
say "A new connection, with new numbers." zh "一个新的连接，新的序号。"
`,
);
