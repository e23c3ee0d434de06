import {scenario} from './scenario.js';

// F15
export const rstExact = scenario(
	'rst-exact',
	`
title "RST with the exact number" zh "序号完全正确的 RST"
intro "A RST ends a connection at once. Anybody who knows the numbers could forge one." zh "RST 立即终止连接。知道序号的人都可以伪造。"
intro "It is believed when its seq is exactly RCV.NXT (RFC 5961)." zh "只有 seq 恰好等于 RCV.NXT 时才被采信（RFC 5961）。"

client isn 1000
server isn 8000
server listen 80
client connect 80
run until server ESTABLISHED
server accept
server recv
client recv
expect server rcv.nxt 1001
inject rst to server exact
say "A forged RST, seq=1001: the very number that the server expects next." zh "伪造的 RST，seq=1001：正是服务器期待的下一个序号。"
run until server CLOSED
expect server error ECONNRESET
expect server snd.nxt 8001
say "The server believes it: CLOSED, and recv() fails with ECONNRESET. Nothing is sent, so the client knows of nothing." zh "服务器相信了：CLOSED，recv() 失败，返回 ECONNRESET。它不发送任何东西，所以客户端毫不知情。"
expect client ESTABLISHED

cue "The client finds out" zh "客户端发现了"
client send "hello"
run until client CLOSED
expect server sent "R 8001:8001(0)"
expect client error ECONNRESET
say "The client's data meets a closed port; a real RST answers, and this one is exact, too." zh "客户端的数据到达已关闭的端口；应答是真正的 RST，它的序号也完全正确。"
`,
);
