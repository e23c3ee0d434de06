import {scenario} from './scenario.js';

// F20
export const lostData = scenario(
	'lost-data',
	`
title "A data segment is lost" zh "数据报文段丢失"
intro "What was sent stays in the send buffer until it is acknowledged." zh "已发送的数据留在发送缓冲区，直到被确认。"
intro "No ACK within the RTO: it is sent again, and the RTO doubles." zh "RTO 内没有 ACK：再次发送，RTO 加倍。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
server recv
run 200ms
drop next data from client
say "Armed: the client's next data segment will be dropped. Now it sends 5 bytes." zh "已设置：客户端的下一个数据报文段将被丢弃。现在它发送 5 字节。"

cue "The lost segment" zh "丢失的报文段"
client send "hello"
expect client sent "P. 1001:1006(5)"
expect client snd.nxt 1006
expect client snd.una 1001
say "The segment is dropped. Its 5 bytes stay in the send buffer: UNA 1001, NXT 1006. The client waits for its RTO of 1 s." zh "报文段被丢弃。5 个字节仍在发送缓冲区：UNA 1001，NXT 1006。客户端等待 RTO。"

cue "Sent again" zh "重传"
run 900ms
expect server received ""
run until client sent "P. 1001:1006(5)"
expect client rto 2s
say "1 s without an ACK: the same bytes again, the same seq=1001. The RTO doubles to 2 s." zh "1 秒没有 ACK：同样的字节，同样的 seq=1001 再发一次。RTO 加倍为 2 秒。"
run until server received "hello"
expect server ESTABLISHED
say "recv() = 5: the program notices nothing but a delay. The ACK comes after 200 ms (delayed ACK)." zh "recv() = 5：程序只感觉到延迟。200 毫秒后发出 ACK（延迟确认）。"
run until quiet
expect client snd.una 1006
say "ack=1006 has emptied the client's send buffer: UNA 1006." zh "ack=1006 清空了客户端的发送缓冲区：UNA 1006。"
`,
);
