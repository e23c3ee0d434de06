import {scenario} from './scenario.js';

// F20, F1, F16
export const lostSyn = scenario(
	'lost-syn',
	`
title "The SYN is lost" zh "SYN 丢失"
intro "Nobody is told when a packet is lost. Only the sender's timer notices." zh "报文丢失时没有人会得到通知，只有发送方的定时器能发现。"
intro "connect() waits; the SYN is sent again after 1 s." zh "connect() 在等待；1 秒后 SYN 重传。"

client isn 1000
server isn 8000
server listen 80
drop next SYN from client
say "Armed: the client's next SYN will be dropped. Now it connects." zh "已设置：客户端的下一个 SYN 将被丢弃。现在它发起连接。"

cue "The lost SYN" zh "丢失的 SYN"
client connect 80
expect client sent "S 1000:1000(0)"
say "The SYN is dropped. The server stays in LISTEN; the client waits for its RTO of 1 s." zh "SYN 被丢弃。服务器仍在 LISTEN；客户端等待 1 秒的 RTO。"

cue "Sent again" zh "重传"
run 500ms
expect server LISTEN
expect client SYN_SENT
expect client rto 1s
run until client sent "S 1000:1000(0)"
expect client rto 2s
say "No answer for 1 s: the same SYN again, seq=1000. The RTO doubles to 2 s." zh "1 秒没有应答：同一个 SYN 再次发出，seq=1000。RTO 加倍为 2 秒。"
run until client ESTABLISHED
say "connect() = 0, after 1.1 s instead of 0.1 s. Its program notices no more than that." zh "connect() = 0，用了 1.1 秒而不是 0.1 秒。程序只感觉到这些。"
run until server ESTABLISHED
expect server accept-queue 1
`,
);
