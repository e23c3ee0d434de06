import {scenario} from './scenario.js';

// F20, F14
export const timestampsPaws = scenario(
	'timestamps-paws',
	`
title "Timestamps and old segments" zh "时间戳与旧报文段"
intro "With timestamps every segment carries its sender's clock, TS val, and repeats the peer's, ecr." zh "有了时间戳，每个报文段都带上发送方的时钟 TS val，并带回对方的时钟 ecr。"
intro "So even repeated segments measure the round trip, and a segment from long ago is known by its age (PAWS)." zh "于是重传的报文段也能测往返时间，很久以前的报文段也能被认出来（PAWS）。"

client isn 1000
server isn 8000
client timestamps on
server timestamps on
server delayed-ack off
server listen 80
client connect 80 from 50000
expect client sent "S 1000:1000(0) <mss 1460,nop,nop,TS val 0 ecr 0>"
run until client ESTABLISHED
expect client sent ". 1001:1001(0) ack 8001 <nop,nop,TS val 100 ecr 50>"
say "Both SYNs offered timestamps, so all segments carry them. The third: 'it is 100 ms here, and I have seen your 50'." zh "两个 SYN 都提供了时间戳，所以每个报文段都带着它。第三个的意思是：我这里是 100 毫秒，我见过你的 50。"
run until server ESTABLISHED
server accept

cue "A segment goes astray" zh "迷路的报文段"
run 850ms
delay next data from client by 3s
client send "old"
expect client sent "P. 1001:1004(3)"
say "This segment takes a detour of 3 s. The client does not know, and after its RTO, 1 s, it will send the bytes again." zh "这个报文段要绕路 3 秒。客户端不知道，RTO（1 秒）之后会再发一次。"
run until client sent "P. 1001:1004(3) ack 8001 <nop,nop,TS val 2000 ecr 50>"
say "Sent again, with the clock of now: TS val 2000. The one that is still under way says 1000." zh "再次发送，带着现在的时钟：TS val 2000。还在路上的那个写着 1000。"
run until client snd.una 1004
expect server sent ". 8001:8001(0) ack 1004 <nop,nop,TS val 2050 ecr 2000>"
say "The ACK says ecr 2000, so it answers the second sending: round trip 100 ms. Without timestamps Karn's rule lets nobody measure." zh "ACK 写着 ecr 2000，所以它应答的是第二次发送：往返 100 毫秒。没有时间戳，Karn 规则不允许测量。"

cue "The same numbers again" zh "又是同样的序号"
run 200ms
server recv
expect server received "old"
client abort
run until server CLOSED
client isn 1000
server isn 8000
client connect 80 from 50000
run until server ESTABLISHED
server accept as second
expect server rcv.nxt 1001
say "A new connection, by bad luck with the old ports and numbers: 1001 is expected. And #4, seq=1001, is still under way." zh "一个新连接，不巧端口和序号都与旧的相同：期待的是 1001。而 #4，seq=1001，还在路上。"
run until server sent ". 8001:8001(0) ack 1001"
expect server rcv.nxt 1001
expect server readable 0 bytes
say "It comes: exactly the number expected, and yet too old, TS val 1000 after 2450 was seen. Dropped, and answered with an ACK." zh "它到了：序号正是期待的，但是太旧，见过 2450 之后来了 TS val 1000。丢弃，回应一个 ACK。"
client send "new"
run until server readable 3 bytes
server:second recv
expect server:second received "new"
say "At 10 Gbit/s the numbers come round every 3.5 s: then this happens within one connection. Hence PAWS." zh "在 10 Gbit/s 上序号每 3.5 秒就绕回一圈：这种事会在一个连接之内发生，所以需要 PAWS。"
run until quiet
`,
);
