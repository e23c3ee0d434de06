import {scenario} from './scenario.js';

// F20, F1, F16
export const lostSyn = scenario(
	'lost-syn',
	`
title "The SYN is lost" zh "SYN 丢失"
intro "Nobody is told when a packet is lost. Only the sender's timer notices." zh "分组丢失时没有人会得到通知，只有发送方的定时器能发现。"
intro "connect() waits; the SYN is sent again after 1 s." zh "connect() 在等待；1 秒后 SYN 重传。"

client isn 1000
server isn 8000
server listen 80
drop next SYN from client
client connect 80
expect client sent "S 1000:1000(0)"
say "This SYN is dropped on its way. The server stays in LISTEN and knows of nothing." zh "这个 SYN 在途中被丢弃。服务器仍在 LISTEN，毫不知情。"
run 500ms
expect server LISTEN
expect client SYN_SENT
expect client rto 1s
run until client sent "S 1000:1000(0)"
expect client rto 2s
say "After 1 s without an answer the same SYN goes out again, and the RTO doubles to 2 s." zh "1 秒没有应答，同一个 SYN 再次发出，RTO 加倍为 2 秒。"
run until client ESTABLISHED
run until server ESTABLISHED
say "The second SYN came through; connect() took 1.1 s instead of 0.1 s." zh "第二个 SYN 到达；connect() 用了 1.1 秒而不是 0.1 秒。"
`,
);
