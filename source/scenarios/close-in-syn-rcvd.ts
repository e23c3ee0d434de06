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
say "Now both hosts connect to each other at the same moment." zh "现在两台主机同时互相连接。"
client connect 7001 from 7000
server connect 7000 from 7001
run until client SYN_RCVD
expect client SYN_RCVD
expect client sent "S. 1000:1000(0) ack 8001"
say "The SYNs have crossed: both are in SYN_RCVD and have sent SYN,ACK. Now the client's program closes." zh "两个 SYN 交错：双方都在 SYN_RCVD，并已发出 SYN,ACK。现在客户端的程序关闭。"

cue "close() in SYN_RCVD" zh "在 SYN_RCVD 中 close()"
client close
expect client FIN_WAIT_1
expect client sent "F. 1001:1001(0) ack 8001"
say "SYN_RCVD > FIN_WAIT_1, never ESTABLISHED: connect() ECONNABORTED. The FIN follows right behind the SYN,ACK." zh "SYN_RCVD > FIN_WAIT_1，从未 ESTABLISHED：connect() ECONNABORTED。FIN 紧跟在 SYN,ACK 之后。"
run until server CLOSE_WAIT
server recv
expect server eof
say "On the server SYN,ACK and FIN came in one moment: SYN_RCVD > ESTABLISHED > CLOSE_WAIT, recv() = 0." zh "在服务器上，SYN,ACK 与 FIN 在同一时刻到达：SYN_RCVD > ESTABLISHED > CLOSE_WAIT，recv() = 0。"
run 200ms
say "Now the server closes, too." zh "现在服务器也关闭。"
server close
run until client TIME_WAIT
run until server CLOSED
say "An ordinary close: the server is CLOSED, the client waits 2 MSL." zh "普通的关闭过程：服务器 CLOSED，客户端等待 2 MSL。"
run until idle
expect client CLOSED
`,
);
