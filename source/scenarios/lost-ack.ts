import {scenario} from './scenario.js';

// F20
export const lostAck = scenario(
	'lost-ack',
	`
title "An ACK is lost" zh "ACK 丢失"
intro "The data arrived, but its sender cannot know: for it, a lost ACK looks like lost data." zh "数据已到达，但发送方不知道：对它来说，ACK 丢失与数据丢失一样。"
intro "It sends again; the receiver sees from the numbers that it has these bytes already." zh "它再次发送；接收方从序号看出这些字节已经有了。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
server recv
run 200ms
drop next ACK from server
say "Armed: the server's next ACK will be dropped. Now the client sends 5 bytes." zh "已设置：服务器的下一个 ACK 将被丢弃。现在客户端发送 5 字节。"

cue "The lost ACK" zh "丢失的 ACK"
client send "hello"
run until server received "hello"
expect server rcv.nxt 1006
say "recv() = 5. The ACK waits 200 ms for data to ride on (delayed ACK); then it leaves, to be dropped." zh "recv() = 5。ACK 先等 200 毫秒，看有没有数据来捎带（延迟确认）；发出后将被丢弃。"
run until server sent ". 8001:8001(0) ack 1006"
expect client snd.una 1001
say "ack=1006 is dropped. The client sees what it would see if its data were lost: UNA 1001, no answer." zh "ack=1006 被丢弃。客户端看到的与数据丢失时一样：UNA 1001，没有应答。"

cue "The copy" zh "副本"
run until client sent "P. 1001:1006(5)"
run until client sent "P. 1001:1006(5)"
say "Its RTO is over: it repeats bytes that the server has already." zh "RTO 到时：它重传服务器已有的字节。"
run until server sent ". 8001:8001(0) ack 1006"
expect server received "hello"
say "1001 to 1005 came before: the server throws the copy away, and says ack=1006 at once. Delivered exactly once." zh "1001 到 1005 已经来过：服务器丢掉副本，立即发 ack=1006。只交付一次。"
run until client snd.una 1006
expect client ESTABLISHED
say "Now the client knows: UNA 1006." zh "现在客户端知道了：UNA 1006。"
run until quiet
`,
);
