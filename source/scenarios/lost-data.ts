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
drop next data from client
client send "hello"
expect client sent "P. 1001:1006(5)"
expect client snd.nxt 1006
expect client snd.una 1001
say "The segment with 'hello' is dropped. The 5 bytes are still in the send buffer: snd.una 1001, snd.nxt 1006." zh "带有 hello 的报文段被丢弃。5 个字节仍在发送缓冲区：snd.una 1001，snd.nxt 1006。"
run 900ms
expect server received ""
run until client sent "P. 1001:1006(5)"
say "1 s without an ACK: the same bytes again, under the same numbers." zh "1 秒没有 ACK：同样的字节，用同样的序号再发一次。"
run until server received "hello"
run until quiet
expect client snd.una 1006
say "recv() returns 'hello'. The ACK empties the send buffer; the program has noticed nothing but a delay." zh "recv() 返回 hello。ACK 清空发送缓冲区；程序只感觉到一点延迟。"
`,
);
