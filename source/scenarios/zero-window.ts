import {scenario} from './scenario.js';

// F20, F21
export const zeroWindow = scenario(
	'zero-window',
	`
title "Zero window" zh "零窗口"
intro "The receiver's program does not read; its buffer fills, and it says so: win=0." zh "接收方的程序不读取；缓冲区填满，它通告 win=0。"
intro "The sender stops, and probes now and then, lest the news of an open window be lost." zh "发送方停下来，并不时探测，以免窗口重新打开的消息丢失。"

client isn 1000
server isn 8000
server rcvbuf 2920
server listen 80
client connect 80
run until server ESTABLISHED
server accept
run 200ms
say "The server's receive buffer takes 2920 bytes, and its program does not read. Now the client sends 4000." zh "服务器的接收缓冲区容纳 2920 字节，它的程序不读取。现在客户端发送 4000 字节。"
client send 4000 bytes
expect client sent "."
expect client sent ". 1001:2461(1460)"
expect client sent ". 2461:3921(1460)"
say "In flight may be the smaller of window (2920) and cwnd (14600): two full segments leave, 1080 bytes wait." zh "在途数据不超过窗口（2920）与 cwnd（14600）中较小者：发出两个满报文段，1080 字节等待。"
run until client snd.wnd 0
expect server sent ". 8001:8001(0) ack 3921 win 0"
expect server readable 2920 bytes
say "ack=3921 win=0: everything arrived, nobody reads, there is no room. The client must stop; its persist timer starts, 1 s." zh "ack=3921 win=0：全部到达，没有人读取，没有空间。客户端必须停下；坚持定时器开始，1 秒。"

cue "Probes" zh "窗口探测"
run until client sent ". 3921:3922(1)"
expect client ESTABLISHED
say "A probe: one byte, seq=3921, beyond the window. It asks whether that is still closed." zh "探测：一个字节，seq=3921，在窗口之外。它询问窗口是否仍关闭。"
run until server sent ". 8001:8001(0) ack 3921 win 0"
expect server rcv.nxt 3921
say "No room for that byte: refused. ack=3921 win=0 once more. The next probe comes after 2 s, then 4 s ..." zh "没有空间放这个字节：拒收。再次 ack=3921 win=0。下一次探测在 2 秒后，然后 4 秒……"
run until client sent ". 3921:3922(1)"
run until server sent ". 8001:8001(0) ack 3921 win 0"
run 100ms

cue "The program reads" zh "程序读取"
say "Now the program reads 1000 bytes: less than a full segment (1460)." zh "现在程序读取 1000 字节：不到一个满报文段（1460）。"
server recv 1000
expect server rcv.wnd 0
expect not server sent "."
say "1000 bytes are free, yet the server says nothing: so small a window is not worth telling (silly window syndrome)." zh "空出 1000 字节，服务器却不通知：这么小的窗口不值得说（糊涂窗口综合征）。"
run 500ms
say "Now it reads the rest." zh "现在它读取其余数据。"
server recv
expect server sent ". 8001:8001(0) ack 3921 win 2920"
say "recv() = 1920: 2920 bytes are free, and the server tells at once, unasked: win=2920, a window update." zh "recv() = 1920：空出 2920 字节，服务器不等询问立即通知：win=2920，窗口更新。"
run until server readable 1080 bytes
expect client sent "P. 3921:5001(1080)"
say "The last 1080 bytes arrive, window 1840 is left. Now the program reads them." zh "最后 1080 字节到达，窗口还剩 1840。现在程序读取它们。"
server recv
expect server received 4000 bytes
say "All 4000 are delivered. The edge of the window would move by 1080, less than a segment: the ACK will say win=1840 still." zh "4000 字节全部交付。窗口右边沿只能移动 1080，不到一个报文段：ACK 仍将是 win=1840。"
run until quiet
expect server sent ". 8001:8001(0) ack 5001 win 1840"
expect client snd.una 5001
expect client snd.wnd 1840
`,
);
