import {scenario} from './scenario.js';

// F17, F23
export const acceptQueueOverflow = scenario(
	'accept-queue-overflow',
	`
title "The accept queue overflows" zh "全连接队列溢出"
intro "The server's program is too slow with accept(); backlog 1 leaves room for two." zh "服务器程序调用 accept() 太慢；backlog 1 只容得下两个连接。"
intro "A full queue drops new SYNs and third ACKs: the clients see nothing but slowness." zh "队列满时丢弃新的 SYN 和第三个 ACK：客户端只觉得变慢了。"

client isn 1000
server isn 8000
server listen 80 backlog 1
client connect 80 as a
run until server accept-queue 1
client connect 80 as b
client connect 80 as c
say "One connection is in the queue, two more begin; nobody accepts. As in Linux, the queue is full when it holds more than backlog." zh "队列里已有一个连接，又来了两个；没有人 accept。与 Linux 一样，长度超过 backlog 时队列才算满。"
run until client:c ESTABLISHED
run 100ms
expect server accept-queue 2
expect server syn-queue 1
expect client:c ESTABLISHED
say "Two are in. The third ACK of c was dropped: client c believes that it is connected, the server holds it in SYN_RCVD." zh "两个进了队列。c 的第三个报文段被丢弃：客户端 c 以为已连接，服务器却让它留在 SYN_RCVD。"

cue "A fourth one" zh "第四个连接"
client connect 80 as d
run 200ms
expect client:d SYN_SENT
expect server syn-queue 1
say "A fourth client: its SYN is dropped without a word. connect() just takes longer and longer." zh "第四个客户端：它的 SYN 被悄悄丢弃。connect() 只是越来越慢。"

cue "accept() at last" zh "终于 accept()"
server accept
server accept
expect server accept-queue 0
run until client:d ESTABLISHED
run until server accept-queue 2
expect server syn-queue 0
say "Two accept() make room. Retransmissions bring the other two in: nothing was lost but time." zh "两次 accept() 腾出了位置。重传让另外两个也进来了：损失的只是时间。"
`,
);
