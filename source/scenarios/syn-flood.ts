import {scenario} from './scenario.js';

// F17, F23
export const synFlood = scenario(
	'syn-flood',
	`
title "SYN flood" zh "SYN 洪泛攻击"
intro "SYNs from invented addresses fill the SYN queue; their SYN+ACKs are never answered." zh "伪造地址发来的 SYN 填满半连接队列；发出的 SYN+ACK 永远没有应答。"
intro "An honest client cannot get in until the half-open ones time out." zh "正常的客户端进不来，直到半连接超时。"

client isn 1000
server isn 8000
server syn-retries 2
server listen 80 backlog 5
say "backlog 5. Now ten SYNs come from invented addresses, 203.0.113.1 and on." zh "backlog 5。现在十个 SYN 来自伪造的地址：203.0.113.1 等。"

cue "The flood" zh "洪泛"
inject 10 syn to server:80
run 100ms
expect server syn-queue 6
say "syn 6/5, full (more than backlog): six are half open, four SYNs were dropped. Nobody will answer the SYN,ACKs." zh "半连接 6/5，满了（超过 backlog）：六个半连接，四个 SYN 被丢弃。没有人会应答这些 SYN,ACK。"
say "Now an honest client connects." zh "现在一个正常的客户端发起连接。"

cue "An honest client" zh "正常的客户端"
client connect 80
run 500ms
expect client SYN_SENT
say "Its SYN was dropped as well. It tries again after 1 s, 3 s, 7 s." zh "它的 SYN 也被丢弃。它会在 1、3、7 秒时重试。"
run until server syn-queue 0 within 10s
expect client SYN_SENT
say "The server has given up the half-open ones, after 2 retransmissions and one more wait (1 + 2 + 4 s): syn 0/5." zh "服务器在 2 次重传再等一次（1 + 2 + 4 秒）之后放弃了半连接：半连接 0/5。"
run until client ESTABLISHED within 10s
run until server ESTABLISHED
say "The next SYN got in. How real servers let it in at once: scenario syn-cookies." zh "下一个 SYN 进来了。真实的服务器怎样立即让它进来：见场景 syn-cookies。"
`,
);
