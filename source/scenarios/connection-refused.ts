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
say "The server's host is up, but no program listens. Now the client connects to port 81." zh "服务器主机正常，但没有程序监听。现在客户端连接 81 端口。"
client connect 81
expect client SYN_SENT
say "SYN seq=1000 to port 81." zh "SYN seq=1000，目的端口 81。"

cue "RST" zh "RST 应答"
run until server sent "R. 0:0(0) ack 1001"
say "The host itself answers: RST. Its ack=1001 acknowledges the SYN: proof that it answers this very attempt." zh "主机自己应答：RST。它的 ack=1001 确认了 SYN，证明是对这次尝试的应答。"
run until client CLOSED
expect client error ECONNREFUSED
say "connect() ECONNREFUSED after 0.1 s. Refused means: the host is there, the program is not." zh "0.1 秒后 connect() ECONNREFUSED。被拒绝说明：主机在，程序不在。"
expect idle
`,
);
