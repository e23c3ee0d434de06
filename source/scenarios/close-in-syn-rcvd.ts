import {scenario} from './scenario.js';

// F4
export const closeInSynRcvd = scenario(
	'close-in-syn-rcvd',
	`
title "Closed before it was open" zh "还没建立就关闭"
intro "SYN_RCVD > FIN_WAIT_1: the program closes while the handshake is still under way." zh "SYN_RCVD > FIN_WAIT_1：握手还在进行，程序就关闭了。"
intro "It takes a simultaneous open: a listener's child has no program yet that could close it." zh "这需要同时打开：监听者产生的连接此时还没有程序能关闭它。"

client isn 1000
server isn 8000
client connect 7001 from 7000
server connect 7000 from 7001
run until client SYN_RCVD
expect client SYN_RCVD
say "Both have opened at the same time; the client is in SYN_RCVD. Now its program closes." zh "双方同时打开；客户端处于 SYN_RCVD。这时它的程序关闭连接。"
client close
expect client FIN_WAIT_1
expect client sent "S. 1000:1000(0) ack 8001"
expect client sent "F. 1001:1001(0) ack 8001"
say "SYN_RCVD > FIN_WAIT_1. Its FIN follows right behind its SYN+ACK." zh "SYN_RCVD > FIN_WAIT_1。FIN 紧跟在 SYN+ACK 之后。"
run until server CLOSE_WAIT
server recv
expect server eof
say "The server's end was ESTABLISHED only for a moment: the FIN was already there." zh "服务器一端只在一瞬间处于 ESTABLISHED：FIN 已经到了。"
server close
run until client TIME_WAIT
run until server CLOSED
run until idle
`,
);
