import {scenario} from './scenario.js';

// F17, F23
export const synFlood = scenario(
	'syn-flood',
	`
title "SYN flood" zh "SYN 洪水攻击"
intro "SYNs from invented addresses fill the SYN queue; their SYN+ACKs are never answered." zh "伪造地址发来的 SYN 填满半连接队列；发出的 SYN+ACK 永远没有应答。"
intro "An honest client cannot get in until the half-open ones time out." zh "正常的客户端进不来，直到半开连接超时。"

client isn 1000
server isn 8000
server syn-retries 2
server listen 80 backlog 5
inject 10 syn to server:80
say "Ten SYNs from 203.0.113.1 and on. Nobody is there to answer the SYN+ACKs." zh "来自 203.0.113.1 等地址的十个 SYN。没有人会应答 SYN+ACK。"
run 100ms
expect server syn-queue 6
say "The queue is full (more than backlog 5); the rest of the SYNs was dropped." zh "队列已满（超过 backlog 5）；其余的 SYN 被丢弃。"
client connect 80
run 500ms
expect client SYN_SENT
say "An honest client: its SYN is dropped as well. It will try again after 1 s, 3 s, 7 s." zh "一个正常的客户端：它的 SYN 也被丢弃。它会在 1、3、7 秒时重试。"
run until server syn-queue 0 within 10s
expect client SYN_SENT
say "The server gave the half-open ones up after 2 retransmissions and one more wait: 1 + 2 + 4 s." zh "服务器在 2 次重传再等一次之后放弃了半开连接：1 + 2 + 4 秒。"
run until client ESTABLISHED within 10s
run until server ESTABLISHED
say "The next SYN of the honest client gets in. (Real servers use SYN cookies: they keep nothing until the third segment comes.)" zh "正常客户端的下一个 SYN 进来了。（真实的服务器使用 SYN cookie：第三个报文段到来之前什么都不保存。）"
`,
);
