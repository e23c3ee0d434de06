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
client connect 80
run 20ms
client connect 80
run 20ms
client connect 80
say "Three connections are asked for, 20 ms apart." zh "三个连接请求，相隔 20 毫秒。"
run until server syn-queue 3
say "Three SYNs have arrived: three half-open connections in SYN_RCVD." zh "三个 SYN 已到达：三个处于 SYN_RCVD 的半开连接。"
run until server accept-queue 1
expect server syn-queue 2
say "The first third segment: its connection is complete and moves to the accept queue." zh "第一个第三次握手的报文段：连接完成，移到全连接队列。"
run until server accept-queue 3
expect server syn-queue 0
say "All complete, and still nobody has called accept()." zh "全部完成，仍然没有人调用 accept()。"
server accept as first
server accept as second
expect server accept-queue 1
expect server:first ESTABLISHED
expect server:second ESTABLISHED
server accept as third
expect server accept-queue 0
server accept
say "Three calls take them out, oldest first. A fourth accept() has to wait." zh "三次调用按先后顺序取走它们。第四次 accept() 只能等待。"
client connect 80
run until server ESTABLISHED
expect server accept-queue 0
run until quiet
`,
);
