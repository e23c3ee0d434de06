import {scenario} from './scenario.js';

// F4, F1
export const simultaneousOpen = scenario(
	'simultaneous-open',
	`
title "Simultaneous open" zh "同时打开"
intro "Both hosts call connect() on each other; the two SYNs cross on the wire." zh "两台主机互相调用 connect()；两个 SYN 在线路上交错。"
intro "It makes one connection, not two, and takes four segments instead of three." zh "结果是一个连接而不是两个，用四个报文段而不是三个。"

client isn 1000
server isn 8000
say "Nobody listens. Now both call connect() at the same moment, ports 7000 and 7001, each from the port that the other calls." zh "没有人监听。现在双方同时调用 connect()，端口 7000 与 7001，各自从对方呼叫的端口出发。"

cue "Two SYNs" zh "两个 SYN"
client connect 7001 from 7000
server connect 7000 from 7001
expect client sent "S 1000:1000(0)"
expect server sent "S 8000:8000(0)"
say "Two SYNs cross: seq=1000 and seq=8000." zh "两个 SYN 交错：seq=1000 与 seq=8000。"
run until client SYN_RCVD
run until server SYN_RCVD
expect client sent "S. 1000:1000(0) ack 8001"
expect server sent "S. 8000:8000(0) ack 1001"
say "Each gets a SYN instead of SYN,ACK: SYN_SENT > SYN_RCVD. Each answers with SYN,ACK and its old number." zh "双方收到的是 SYN 而不是 SYN,ACK：SYN_SENT > SYN_RCVD。双方都用原来的序号回 SYN,ACK。"
run until client ESTABLISHED
run until server ESTABLISHED
run until quiet
expect not client sent "."
say "ack=8001 and ack=1001 open both ends; a third ACK is not needed. Now 5 bytes prove that it is one connection." zh "ack=8001 与 ack=1001 使两端都建立，不需要第三个 ACK。现在用 5 字节证明这是一个连接。"
run 200ms
client send "hello"
run until server readable 5 bytes
server recv
expect server received "hello"
say "recv() = 5. Client and server are only names here: to TCP both ends are alike." zh "recv() = 5。客户端与服务器在这里只是名字：对 TCP 来说两端一样。"
run until quiet
`,
);
