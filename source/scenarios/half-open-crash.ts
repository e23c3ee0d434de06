import {scenario} from './scenario.js';

// F15, F23
export const halfOpenCrash = scenario(
	'half-open-crash',
	`
title "Half-open: the server crashed" zh "半开连接：服务器崩溃"
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
server crash
say "The server crashes. No FIN, no RST: a dead host cannot say anything." zh "服务器崩溃。没有 FIN，也没有 RST：死掉的主机什么也说不了。"
run 1h
expect client ESTABLISHED
say "An hour later the client is still ESTABLISHED. Without data and keepalive TCP sends nothing at all." zh "一小时后客户端仍是 ESTABLISHED。没有数据，没有保活，TCP 什么也不发。"
server restart
server listen 80 as again
expect server:again LISTEN
client send "are you there?"
expect client sent "P. 1001:1015(14) ack 8001"
run until client CLOSED
expect server sent "R 8001:8001(0)"
expect client error ECONNRESET
say "The restarted server knows of no such connection and answers with a RST; its seq is the client's ack, so it is exact." zh "重启后的服务器不知道这个连接，以 RST 应答；其 seq 取自客户端的 ack，所以完全正确。"
client connect 80
run until client ESTABLISHED
run until server ESTABLISHED
`,
);
