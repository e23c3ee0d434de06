import {scenario} from './scenario.js';

// F20
export const windowScale = scenario(
	'window-scale',
	`
title "Window scale" zh "窗口扩大"
intro "The window field has 16 bits: alone it allows 65535 bytes in flight, however long the path." zh "窗口字段只有 16 位：单凭它，路径再长，在途数据最多也只有 65535 字节。"
intro "The path here takes 0.4 s there and back. The server has room for 256 KiB. Can it say so?" zh "这里的路径往返 0.4 秒。服务器有 256 KiB 的空间。它能说出来吗？"

link delay 200ms
client isn 1000
server isn 8000
client sndbuf 1MiB
server rcvbuf 256KiB
server app reader
server delayed-ack off
server listen 80
client connect 80
run until client ESTABLISHED
run 400ms
expect client snd.wnd 65535
say "262144 bytes are free, but the field holds at most 65535, and that is what the client believes." zh "空闲 262144 字节，但字段最多写 65535，客户端也就以为只有这么多。"

cue "Without scaling" zh "没有扩大"
client send 350400 bytes
run until client snd.una 103201
expect client cwnd 116800
expect client snd.wnd 65535
say "Slow start: 10, 20, 40 segments. cwnd would bear 80 by now, but 44 segments fill the window: 64240 bytes a round trip." zh "慢启动：10、20、40 个报文段。cwnd 现在允许 80 个，但 44 个就填满窗口：每个往返 64240 字节。"
run until client snd.una 351401
expect server received 350400 bytes
say "350400 bytes took seven round trips. A faster link would not help: the window is the limit." zh "350400 字节用了七个往返。换更快的链路也没有用：限制的是窗口。"

cue "With scaling" zh "有了扩大"
run 400ms
client wscale on
server wscale on
client isn 1000
server isn 8000
client connect 80 as second
run until server sent "S. 8000:8000(0) ack 1001 win 65535 <mss 1460,nop,wscale 3>"
say "Both SYNs carry wscale: the client's 0, the server's 3. From now on the server's numbers count 8-fold (2^3), only not in its SYN." zh "双方的 SYN 都带 wscale：客户端 0，服务器 3。此后服务器写的窗口要乘 8（2^3），只有 SYN 里不乘。"
run until client:second ESTABLISHED
run 400ms
client:second send 350400 bytes
run until server sent ". 8001:8001(0) ack 2461 win 32768"
say "The field says 32768, and that means 262144." zh "字段写 32768，意思是 262144。"
run until client:second snd.una 103201
expect client:second snd.wnd 262144
expect client:second cwnd 116800
say "Now nothing stops slow start: 10, 20, 40, 80 segments. 116800 bytes may be in flight." zh "现在慢启动不受阻挡：10、20、40、80 个报文段。在途可达 116800 字节。"
run until client:second snd.una 351401
expect client:second ESTABLISHED
run 250ms
expect server received 350400 bytes
say "Five round trips instead of seven. On a satellite with 100 Mbit/s it is not two but a hundred times." zh "五个往返，而不是七个。若是 100 Mbit/s 的卫星链路，差的就不是一点，而是百倍。"
`,
);
