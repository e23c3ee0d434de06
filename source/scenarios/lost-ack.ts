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
drop next ACK from server
client send "hello"
run until server received "hello"
expect server rcv.nxt 1006
say "'hello' has arrived and is read. Its ACK is about to be dropped." zh "hello 已到达并被读取。它的 ACK 即将被丢弃。"
run until server sent ". 8001:8001(0) ack 1006"
expect client snd.una 1001
run until client sent "P. 1001:1006(5)"
run until client sent "P. 1001:1006(5)"
say "The RTO is over: the client repeats bytes that the server has." zh "RTO 到时：客户端重传服务器已有的字节。"
run until client snd.una 1006
expect server sent ". 8001:8001(0) ack 1006"
expect server received "hello"
say "The server throws the copy away and acknowledges 1006 at once: delivered exactly once." zh "服务器丢掉副本，并立即确认 1006：只交付一次。"
run until quiet
`,
);
