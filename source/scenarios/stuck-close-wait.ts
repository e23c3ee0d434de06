import {scenario} from './scenario.js';

// F10, F23
export const stuckCloseWait = scenario(
	'stuck-close-wait',
	`
title "Stuck in CLOSE_WAIT" zh "卡在 CLOSE_WAIT"
intro "The server's program forgets to call close(): nothing in TCP will ever do it instead." zh "服务器的程序忘了调用 close()：TCP 不会替它做。"
intro "Many sockets in CLOSE_WAIT mean a bug in the program on that host." zh "大量 CLOSE_WAIT 说明那台主机上的程序有错误。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
client close
run until client FIN_WAIT_2
expect server CLOSE_WAIT
server recv
expect server eof
say "The client has closed. recv() = 0 has told the server's program; it should call close() now, and does not." zh "客户端已关闭。recv() = 0 已告诉服务器的程序；它现在应该调用 close()，却没有。"

cue "An hour later" zh "一小时后"
run 1h
expect server CLOSE_WAIT
expect client FIN_WAIT_2
expect idle
say "An hour later: no packet, no timer. CLOSE_WAIT ends only when the program closes; FIN_WAIT_2 lasts as long as that (RFC 9293 sets no limit)." zh "一小时后：没有分组，没有定时器。CLOSE_WAIT 只有程序关闭时才结束；FIN_WAIT_2 也一直持续（RFC 9293 没有规定上限）。"
server close
run until client TIME_WAIT
run until server CLOSED
say "One call of close() sets both free." zh "只需一次 close()，双方就都解脱了。"
run until idle
`,
);
