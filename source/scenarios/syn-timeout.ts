import {scenario} from './scenario.js';

// F4, F16, F20
export const synTimeout = scenario(
	'syn-timeout',
	`
title "Nobody answers: connect() times out" zh "无人应答：connect() 超时"
intro "The server is down: no RST, nothing. The client repeats its SYN, each time after twice as long." zh "服务器宕机：没有 RST，什么都没有。客户端重传 SYN，每次等待时间加倍。"
intro "In the end it gives up: SYN_SENT > CLOSED, ETIMEDOUT." zh "最后它放弃：SYN_SENT > CLOSED，ETIMEDOUT。"

client isn 1000
server isn 8000
server crash
client connect 80
say "SYN to a host that is down. Without an answer the client can only wait, and try again." zh "向宕机的主机发送 SYN。没有应答，客户端只能等待并重试。"
run until client sent "S"
run 1s
expect client rto 2s
run 2s
expect client rto 4s
run 4s
expect client rto 8s
say "1, 2, 4, 8 s ...: each wait is twice the one before, so that a busy network is not made busier." zh "1、2、4、8 秒……：每次等待是前一次的两倍，以免让繁忙的网络更繁忙。"
run until client CLOSED within 4min
expect client error ETIMEDOUT
say "After 3 minutes (RFC 9293 MUST-23: at least that for a SYN) connect() fails with ETIMEDOUT." zh "3 分钟后（RFC 9293 MUST-23：SYN 至少要等这么久）connect() 失败，返回 ETIMEDOUT。"
expect idle
`,
);
