import {scenario} from './scenario.js';

// F14
export const quietTime = scenario(
	'quiet-time',
	`
title "Quiet time after a crash" zh "宕机后的静默时间"
intro "A host that has forgotten its sequence numbers keeps silent for one MSL." zh "忘记了序号的主机要沉默一个 MSL。"
intro "By then all old packets of its former life are dead (RFC 9293, section 3.4.3)." zh "到那时，它前世的旧报文都已消亡（RFC 9293 第 3.4.3 节）。"

client isn 1000
server isn 8000
server quiet-time on
server listen 80
client connect 80 as old
expect client sent "S 1000:1000(0)"
run until server ESTABLISHED
run 200ms
say "Now the server crashes, and restarts after 1 s." zh "现在服务器宕机，1 秒后重新启动。"

cue "The crash" zh "宕机"
server crash
run 1s
server restart
server listen 80 as again
say "It listens again, but no longer knows which numbers it used: for one MSL, 120 s, it keeps silent." zh "它重新监听，但已不知道用过哪些序号：在一个 MSL（120 秒）内保持沉默。"
run 200ms
say "Now the client connects anew." zh "现在客户端重新连接。"
client connect 80 as new
expect client sent "S"
run 500ms
expect client:new SYN_SENT
expect server:again LISTEN
say "Its SYN was dropped: nothing is answered in the quiet time. It tries again after 1 s, 3 s, 7 s ..." zh "它的 SYN 被丢弃：静默时间内不作任何应答。它会在 1、3、7 秒……时重试。"

cue "One MSL" zh "一个 MSL"
run 30s
expect client:new SYN_SENT
expect client sent "S"
run until client:new ESTABLISHED within 3min
run until server ESTABLISHED
say "The MSL is over: the next SYN is answered. (Most systems choose ISNs so that they can do without quiet time.)" zh "一个 MSL 过去：下一个 SYN 得到应答。（多数系统选择 ISN 的方法使它们不需要静默时间。）"
`,
);
