import {scenario} from './scenario.js';

// F14, F11
export const addressInUse = scenario(
	'address-in-use',
	`
title "Address already in use" zh "地址已被占用"
intro "A server that closes first leaves its port in TIME_WAIT; restarted, it cannot bind: EADDRINUSE." zh "先关闭的服务器把端口留在 TIME_WAIT；重新启动时无法绑定：EADDRINUSE。"
intro "SO_REUSEADDR says: I know what I am doing." zh "SO_REUSEADDR 表示：我知道自己在做什么。"

client isn 1000
server isn 8000
server listen 80 as web
client connect 80
run until server ESTABLISHED
server accept as peer
server:peer close
run until client CLOSE_WAIT
client close
run until server:peer TIME_WAIT
say "The server closed first, so it is the server that waits in TIME_WAIT, on port 80." zh "服务器先关闭，所以是服务器在 80 端口上等待 TIME_WAIT。"
run until client CLOSED
server:web close
server listen 80
expect server error EADDRINUSE
say "The program is restarted within the 2 MSL: bind() fails, 'address already in use'. The old socket pair must not come alive again." zh "程序在 2 MSL 内重新启动：bind() 失败，“地址已被占用”。旧的套接字对不能马上复用。"

cue "SO_REUSEADDR"
server listen 80 reuseaddr as again
expect server:again LISTEN
expect server:peer TIME_WAIT
say "With SO_REUSEADDR it may listen at once, beside the socket in TIME_WAIT. Every server should set it." zh "设置 SO_REUSEADDR 后可以立即监听，与 TIME_WAIT 中的套接字并存。每个服务器都应设置它。"

cue "Without it, after 2 MSL" zh "不设置，等 2 MSL"
server:again close
run until server:peer CLOSED
server listen 80 as plain
expect server:plain LISTEN
say "The 2 MSL are over: the address is free for everybody. (Hosts that forget their past have to keep a quiet time instead.)" zh "2 MSL 结束：地址人人可用。（忘记过去的主机则要遵守静默时间。）"
`,
);
