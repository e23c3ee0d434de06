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
say "The server is down. Now the client calls connect()." zh "服务器已宕机。现在客户端调用 connect()。"

cue "connect() to nobody" zh "向无人处 connect()"
client connect 80
expect client sent "S"
run 100ms
say "The SYN found nobody: no RST comes back, nothing. The client can only wait." zh "SYN 没有找到人：没有 RST 回来，什么也没有。客户端只能等待。"
run until client sent "S"
expect client rto 2s
say "After 1 s the SYN goes again. The next wait is 2 s." zh "1 秒后 SYN 再次发出。下一次等待 2 秒。"
run 2s
expect client rto 4s
run 4s
expect client rto 8s
say "Then 4 s, 8 s ...: each wait is twice the one before, so that a busy network is not made busier." zh "然后 4 秒、8 秒……：每次等待是前一次的两倍，以免让繁忙的网络更繁忙。"
run until client CLOSED within 4min
expect client error ETIMEDOUT
say "183 s: connect() fails with ETIMEDOUT. A SYN has to be tried for 3 minutes at least (RFC 9293, MUST-23)." zh "183 秒：connect() 失败，ETIMEDOUT。SYN 至少要尝试 3 分钟（RFC 9293，MUST-23）。"
expect idle
`,
);
