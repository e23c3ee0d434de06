import {scenario} from './scenario.js';

// F15, F16
export const connectionRefused = scenario(
	'connection-refused',
	`
title "Connection refused" zh "连接被拒绝"
intro "No program listens on the port: the host answers the SYN with a RST." zh "端口上没有程序监听：主机以 RST 应答 SYN。"
intro "connect() fails at once with ECONNREFUSED; a time-out would take minutes." zh "connect() 立即失败，返回 ECONNREFUSED；而超时要等几分钟。"

client isn 1000
server isn 8000
client connect 81
expect client SYN_SENT
say "SYN to port 81, where nobody listens." zh "向 81 端口发送 SYN，那里没有人监听。"
run until client CLOSED
expect server sent "R. 0:0(0) ack 1001"
expect client error ECONNREFUSED
say "RST with ack=1001: it acknowledges the SYN, which proves that it answers this very attempt. Refused means: the host is up, the program is not." zh "带 ack=1001 的 RST：它确认了 SYN，证明是对这次尝试的应答。被拒绝说明：主机在，程序不在。"
expect idle
`,
);
