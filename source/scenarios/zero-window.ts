import {scenario} from './scenario.js';

// F20, F21
export const zeroWindow = scenario(
	'zero-window',
	`
title "Zero window" zh "零窗口"
intro "The receiver's program does not read; its buffer fills, and it says so: win=0." zh "接收方的程序不读取；缓冲区填满，它宣布 win=0。"
intro "The sender stops, and probes now and then, lest the news of an open window be lost." zh "发送方停下来，并不时探测，以免窗口重新打开的消息丢失。"

client isn 1000
server isn 8000
server rcvbuf 2920
server listen 80
client connect 80
run until server ESTABLISHED
server accept
client send 4000 bytes
expect client sent "."
expect client sent ". 1001:2461(1460)"
expect client sent ". 2461:3921(1460)"
say "4000 bytes to send, but the server's window is 2920: two full segments leave, 1080 bytes wait." zh "要发 4000 字节，但服务器的窗口是 2920：发出两个满报文段，1080 字节等待。"
run until client snd.wnd 0
expect server sent ". 8001:8001(0) ack 3921 win 0"
expect server readable 2920 bytes
say "ack=3921 win=0: all arrived, but nobody reads, so there is no room. The client must not send." zh "ack=3921 win=0：全部到达，但没有人读取，所以没有空间。客户端不能再发。"

cue "Probes" zh "窗口探测"
run until client sent ". 3921:3922(1)"
expect client snd.wnd 0
say "The persist timer: one byte beyond the window asks whether it is still closed. Each answer says win=0." zh "坚持定时器：用窗口外的一个字节询问窗口是否仍关闭。每次应答都是 win=0。"
run until client sent ". 3921:3922(1)"
expect server sent ". ack 3921 win 0"

cue "The program reads" zh "程序读取"
run 1s
server recv
expect server sent ". ack 3921 win 2920"
say "recv() makes room, and the server tells it at once: a window update." zh "recv() 腾出空间，服务器立即通知：窗口更新。"
run until server readable 1080 bytes
expect client sent "P. 3921:5001(1080)"
server recv
expect server received 4000 bytes
run until quiet
`,
);
