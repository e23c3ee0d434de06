import {scenario} from './scenario.js';

// F17, F16
export const synQueue = scenario(
	'syn-queue',
	`
title "SYN queue and accept queue" zh "半连接队列与全连接队列"
intro "A SYN puts a request into the SYN queue, the third segment moves it on, accept() takes it out." zh "SYN 把请求放进半连接队列，第三个报文段把它移到全连接队列，accept() 把它取走。"
intro "All this happens before the server's program does anything." zh "这一切都发生在服务器程序做任何事之前。"

client isn 1000
server isn 8000
server listen 80 backlog 5
say "Now three clients connect, 20 ms apart. The server's program does not call accept()." zh "现在三个客户端相隔 20 毫秒发起连接。服务器的程序不调用 accept()。"
client connect 80
run 20ms
client connect 80
run 20ms
client connect 80
run until server syn-queue 3
say "syn 3/5: three SYNs have come, three connections are half open (SYN_RCVD)." zh "半连接 3/5：三个 SYN 已到达，三个半连接（SYN_RCVD）。"
run until server accept-queue 1
expect server syn-queue 2
say "syn 2/5, accept 1/5: the first third segment. Its connection is complete and moves on." zh "半连接 2/5，全连接 1/5：第一个握手的第三个报文段到了。它的连接完成，移到全连接队列。"
run until server accept-queue 3
expect server syn-queue 0
say "syn 0/5, accept 3/5: all complete, without the program. Now it calls accept() three times." zh "半连接 0/5，全连接 3/5：全部完成，程序没有参与。现在它调用三次 accept()。"

cue "accept()" zh "调用 accept()"
run 200ms
server accept as first
expect server:first ESTABLISHED
expect server accept-queue 2
run 200ms
server accept as second
expect server:second ESTABLISHED
run 200ms
server accept as third
expect server accept-queue 0
say "accept() = 4, 5, 6: oldest first. Now a fourth accept() finds the queue empty." zh "accept() = 4、5、6：先来的先取。现在第四次 accept() 遇到空队列。"
server accept
say "accept() waits. Now the next client comes." zh "accept() 等待。现在下一个客户端来了。"
run 200ms
client connect 80
run until server syn-queue 1
run until server syn-queue 0
expect server accept-queue 0
expect server ESTABLISHED
say "accept() = 7 at the moment when the third segment came: accept 0/5." zh "第三个报文段一到，accept() = 7：全连接 0/5。"
run until quiet
`,
);
