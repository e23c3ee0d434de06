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
run 200ms
say "Now the server closes first, then the client." zh "现在服务器先关闭，然后客户端关闭。"
server:peer close
run until client CLOSE_WAIT
run 200ms
client close
run until server:peer TIME_WAIT
say "The server closed first, so it is the one that waits in TIME_WAIT, on its port 80: 2 MSL, 240 s." zh "服务器先关闭，所以是它在 80 端口上等待 TIME_WAIT：2 MSL，240 秒。"
run until client CLOSED
say "Now the server's program ends, and is started again: it closes its listener and calls listen(80)." zh "现在服务器程序结束并重新启动：它关闭监听者，再调用 listen(80)。"
server:web close
run 500ms
server listen 80
expect server error EADDRINUSE
say "EADDRINUSE, 'address already in use': within the 2 MSL nobody gets port 80. The old connection must not come alive." zh "EADDRINUSE，地址已被占用：2 MSL 内谁也得不到 80 端口。旧的连接不能复活。"

cue "SO_REUSEADDR"
say "Now the same call with SO_REUSEADDR." zh "现在用 SO_REUSEADDR 做同样的调用。"
server listen 80 reuseaddr as again
expect server:again LISTEN
expect server:peer TIME_WAIT
say "It listens at once, beside the socket in TIME_WAIT. Every server should set it." zh "立即可以监听，与 TIME_WAIT 中的套接字并存。每个服务器都应设置它。"

cue "Without it, after 2 MSL" zh "不设置，等 2 MSL"
say "Or one waits: that listener is closed, and the 2 MSL pass." zh "或者等待：关闭这个监听者，让 2 MSL 过去。"
server:again close
run until server:peer CLOSED
server listen 80 as plain
expect server:plain LISTEN
say "The 2 MSL are over: listen(80) works without SO_REUSEADDR, too." zh "2 MSL 结束：不用 SO_REUSEADDR，listen(80) 也成功。"
`,
);
