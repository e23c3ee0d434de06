import {scenario} from './scenario.js';

// F17
export const synCookies = scenario(
	'syn-cookies',
	`
title "SYN cookies" zh "SYN cookie"
intro "A flood fills the SYN queue; with cookies the server keeps nothing of the SYNs that follow." zh "洪泛填满半连接队列；有了 cookie，服务器对后来的 SYN 什么也不保存。"
intro "What it has to remember is the number of its SYN,ACK, and comes back with the third segment." zh "要记住的东西都藏在 SYN,ACK 的序号里，随第三个报文段回来。"

client isn 1000
server syn-retries 2
server syn-cookies on
server listen 80 backlog 5
say "The same server as under the SYN flood, with one knob turned: syn-cookies on. Ten SYNs come from invented addresses." zh "与场景 syn-flood 中一样的服务器，只改了一个参数：syn-cookies on。十个 SYN 来自伪造的地址。"

cue "The flood" zh "洪泛"
inject 10 syn to server:80
run 50ms
expect server syn-queue 6
say "Six SYNs filled the SYN queue. The last four were answered too, but of them the server keeps nothing: syn 6/5." zh "六个 SYN 填满了半连接队列。后四个也得到应答，但服务器什么也没有保存：半连接 6/5。"

cue "An honest client" zh "正常的客户端"
run 100ms
say "Now an honest client connects, as if nothing had happened." zh "现在一个正常的客户端发起连接，好像什么也没有发生。"
client connect 80
run until client ESTABLISHED within 1s
expect server syn-queue 6
say "It has its SYN,ACK after one round trip. The queue did not grow: the server knows nothing of this client." zh "一个往返之后它就收到了 SYN,ACK。队列没有变长：服务器对这个客户端一无所知。"
run until server ESTABLISHED within 1s
expect server accept-queue 1
expect server syn-queue 6
say "The third segment brings the cookie back, ack = cookie + 1. The server recomputes it, finds it right, and builds the connection." zh "第三个报文段带回 cookie，ack = cookie + 1。服务器重新计算，结果相符，于是建立连接。"
run 200ms
server accept
client send "hello"
run until server readable 5 bytes within 400ms
server recv
expect server received "hello"

cue "A guess" zh "瞎猜"
run 100ms
say "Could an attacker send only the third segment, with a number made up?" zh "攻击者能不能只发第三个报文段，编一个序号？"
inject to server "50000 > 80 . 1:1(0) ack 12345"
run 60ms
expect server sent "R 12345:12345(0)"
expect server accept-queue 0
say "No: 12344 is no cookie for that address and port at this time. RST." zh "不能：对于这个地址、端口和时间，12344 不是 cookie。回应 RST。"
say "The price: a cookie has room for an MSS, nothing else. Window scale, SACK and timestamps of the SYN are forgotten." zh "代价：cookie 里只放得下 MSS。SYN 里的窗口扩大、SACK、时间戳都被忘掉。"
`,
);
