import {scenario} from './scenario.js';

// F15
export const rstExact = scenario(
	'rst-exact',
	`
title "RST with the exact number" zh "序号完全正确的 RST"
intro "A RST ends a connection at once. Anybody who knows the numbers could forge one." zh "RST 立即终止连接。知道序号的人都可以伪造。"
intro "It is believed when its seq is exactly RCV.NXT (RFC 5961)." zh "只有 seq 恰好等于 RCV.NXT 时才被采信（RFC 5961）。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
server recv
client recv
expect server rcv.nxt 1001
run 200ms
say "Both programs wait in recv(). Now somebody forges a RST from the client, with seq=1001: what the server expects next." zh "双方程序都在 recv() 中等待。现在有人冒充客户端伪造 RST，seq=1001：正是服务器期待的下一个。"
inject rst to server exact
run until server CLOSED
expect server error ECONNRESET
expect server snd.nxt 8001
say "seq is exactly RCV.NXT: believed. CLOSED, recv() ECONNRESET. (One number more, and it is only asked back: rst-in-window.)" zh "seq 恰好等于 RCV.NXT：采信。CLOSED，recv() ECONNRESET。（多一号就只会被反问：见 rst-in-window。）"
expect client ESTABLISHED

cue "The client finds out" zh "客户端发现了"
run 200ms
say "The client was not told: still ESTABLISHED. Now it sends 5 bytes." zh "没有人通知客户端：仍是 ESTABLISHED。现在它发送 5 字节。"
client send "hello"
run until server sent "R 8001:8001(0)"
say "The server knows no such connection any more: a real RST. Its seq=8001 is the client's ack, so it is exact, too." zh "服务器已没有这个连接：这是真正的 RST。它的 seq=8001 取自客户端的 ack，所以也完全正确。"
run until client CLOSED
expect client error ECONNRESET
say "recv() ECONNRESET on the client as well. One forged segment has ended the connection on both sides." zh "客户端的 recv() 也是 ECONNRESET。一个伪造的报文段终止了双方的连接。"
`,
);
