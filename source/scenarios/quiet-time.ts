import {scenario} from './scenario.js';

// F14
export const quietTime = scenario(
	'quiet-time',
	`
title "Quiet time after a crash" zh "崩溃后的静默时间"
intro "A host that has forgotten its sequence numbers keeps silent for one MSL." zh "忘记了序号的主机要沉默一个 MSL。"
intro "By then all old packets of its former life are dead (RFC 9293, section 3.4.3)." zh "到那时，它前世的旧分组都已消亡（RFC 9293 第 3.4.3 节）。"

client isn 1000
server isn 8000
server quiet-time on
server listen 80
client connect 80 as old
expect client sent "S 1000:1000(0)"
run until server ESTABLISHED
server crash
run 1s
server restart
server listen 80 as again
say "Crashed and back after a second. The server does not know which numbers it used before: for one MSL, 120 s, it stays silent." zh "崩溃后一秒恢复。服务器不知道之前用过哪些序号：在一个 MSL（120 秒）内保持沉默。"
client connect 80 as new
expect client sent "S"
run 30s
expect client:new SYN_SENT
expect client sent "S"
expect server:again LISTEN
say "What arrives is dropped, SYNs too; nothing is sent. The client tries again and again." zh "到达的一切都被丢弃，SYN 也不例外；也不发送任何东西。客户端一再重试。"
run until client:new ESTABLISHED within 3min
run until server ESTABLISHED
say "The MSL is over: the next SYN is answered. (Most systems choose their ISNs so that they can do without quiet time.)" zh "一个 MSL 过去：下一个 SYN 得到应答。（多数系统选择 ISN 的方法使它们不需要静默时间。）"
`,
);
