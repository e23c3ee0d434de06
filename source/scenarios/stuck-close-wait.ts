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
run 200ms
say "Now the client closes." zh "现在客户端关闭。"
client close
run until client FIN_WAIT_2
expect server CLOSE_WAIT
server recv
expect server eof
say "recv() = 0 has told the server's program. It should call close() now, and forgets it." zh "recv() = 0 已告诉服务器的程序。它现在应该调用 close()，却忘了。"

cue "An hour later" zh "一小时后"
run 1h
expect server CLOSE_WAIT
expect client FIN_WAIT_2
expect idle
say "An hour later: no packet, no timer. CLOSE_WAIT ends only when the program closes. FIN_WAIT_2 lasts as long: the RFC sets no limit." zh "一小时后：没有报文，没有定时器。CLOSE_WAIT 只有程序关闭时才结束。FIN_WAIT_2 也一样久：RFC 没有规定上限。"
say "Now the program calls close() at last." zh "现在程序终于调用 close()。"
server close
expect server LAST_ACK
run until client TIME_WAIT
run until server CLOSED
say "One call has set both free: the server is CLOSED, the client in TIME_WAIT." zh "一次调用使双方都解脱：服务器 CLOSED，客户端 TIME_WAIT。"
run until idle
`,
);
