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
say "backlog 1: as in Linux, the queue is full when it holds more than that. The program will not call accept()." zh "backlog 1：与 Linux 一样，长度超过它时队列才算满。程序不会调用 accept()。"
client connect 80 as a
run until server accept-queue 1
say "The first client (:49152) is in the queue: accept 1/1, not full yet. Now two more come, 20 ms apart." zh "第一个客户端（:49152）进了队列：全连接 1/1，还没满。现在又来两个，相隔 20 毫秒。"
client connect 80 as b
run 20ms
client connect 80 as c
run until server accept-queue 2
expect client:c ESTABLISHED
say "The second one (:49153) is in: accept 2/1, full. The ACK of the third (:49154) is still on its way." zh "第二个（:49153）进去了：全连接 2/1，满了。第三个（:49154）的 ACK 还在路上。"
run 50ms
expect server accept-queue 2
expect server syn-queue 1
expect client:c ESTABLISHED
say "That ACK was dropped. The third client believes that it is connected; the server keeps it in SYN_RCVD, syn 1/1." zh "这个 ACK 被丢弃。第三个客户端以为已连接；服务器让它留在 SYN_RCVD，半连接 1/1。"

cue "A fourth one" zh "第四个连接"
say "Now a fourth client connects (:49155)." zh "现在第四个客户端（:49155）发起连接。"
client connect 80 as d
run 100ms
expect client:d SYN_SENT
expect server syn-queue 1
say "Its SYN was dropped without a word. It sees only that connect() takes long." zh "它的 SYN 被悄悄丢弃。它只觉得 connect() 很慢。"

cue "accept() at last" zh "终于 accept()"
say "Now the program calls accept(), twice." zh "现在程序调用两次 accept()。"
server accept
expect server accept-queue 1
run 100ms
server accept
expect server accept-queue 0
say "accept 0/1: there is room. The third client's ACK and the fourth client's SYN are gone; RTOs will bring them again." zh "全连接 0/1：有位置了。第三个的 ACK 和第四个的 SYN 已经没了；要靠 RTO 让它们重来。"
run until server accept-queue 1
expect client:d SYN_SENT
say "The server repeated its SYN,ACK, the third client its ACK: in." zh "服务器重传 SYN,ACK，第三个客户端重传 ACK：进来了。"
run until client:d ESTABLISHED
run until server accept-queue 2
expect server syn-queue 0
say "The fourth client repeated its SYN and is in, too. Nothing was lost but a second." zh "第四个客户端重传 SYN，也进来了。损失的只是一秒钟。"
`,
);
