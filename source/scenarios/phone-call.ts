import {scenario} from './scenario.js';

// F24, F1, F9, F10
export const phoneCall = scenario(
	'phone-call',
	`
title "A phone call" zh "打电话"
intro "Two people on the phone: first they make sure that they hear each other." zh "两个人打电话：先确认双方都能听见。"
intro "One says goodbye, the other has one more thing to say: each direction ends on its own." zh "一方说再见，另一方还有话要说：两个方向各自结束。"

client isn 1000
server isn 8000
server listen 80
expect server LISTEN
say "The server sits by its phone (LISTEN). Now the client calls." zh "服务器守在电话旁（LISTEN）。现在客户端拨号。"
client connect 80
expect client sent "S"
say "SYN. Client: Can you hear me?" zh "SYN。客户端：喂，你听得到吗？"
run until server SYN_RCVD
expect server sent "S."
say "SYN,ACK. Server: I hear you. Can you hear me?" zh "SYN,ACK。服务器：我听得到。你听得到我吗？"
run until client ESTABLISHED
expect client sent "."
say "ACK. Client: I hear you too. Let us talk." zh "ACK。客户端：我也听得到。我们开始说吧。"
run until server ESTABLISHED
server accept
run 200ms

cue "The talk" zh "通话"
client send "How are you?"
say "12 bytes. Client: How are you?" zh "12 字节。客户端：你好吗？"
run until server readable 12 bytes
server recv
run 100ms
server send "Fine, thank you."
expect server sent "P. 8001:8017(16) ack 1013"
say "16 bytes; ack=1013 says that the question was heard. Server: Fine, thank you." zh "16 字节；ack=1013 说明问题听到了。服务器：很好，谢谢。"
run until client readable 16 bytes
client recv
expect server received "How are you?"
expect client received "Fine, thank you."
run until quiet

cue "Goodbye" zh "挂断"
client shutdown
expect client sent "F."
say "FIN. Client: I have said everything, goodbye. It goes on listening." zh "FIN。客户端：我说完了，再见。它还在听。"
run until server CLOSE_WAIT
server recv
expect server eof
expect server sent "."
say "ACK, and recv() = 0. Server: I know that you are done, but I am not." zh "ACK，recv() = 0。服务器：知道你说完了，不过我还没有。"
run until client FIN_WAIT_2
run 200ms
server send "Happy birthday!"
say "15 bytes after the client's FIN. Server: One more thing: happy birthday!" zh "客户端的 FIN 之后又来 15 字节。服务器：还有一句：生日快乐！"
run until client readable 15 bytes
client recv
expect client received "Fine, thank you.Happy birthday!"
expect client FIN_WAIT_2
run until quiet
server close
expect server sent "F."
say "FIN. Server: That was all. Goodbye." zh "FIN。服务器：我也说完了，再见。"
run until client TIME_WAIT
client recv
expect client eof
client close
say "ACK. Client: Goodbye. It keeps the phone in its hand (TIME_WAIT): had this been lost, the server would say goodbye again." zh "ACK。客户端：再见。它先不放下话筒（TIME_WAIT）：如果这句丢了，服务器会再说一次再见。"
run until server CLOSED
run until client CLOSED
say "Nobody has spoken for 2 MSL, 240 s: the client puts the phone down, too." zh "2 MSL（240 秒）没有人说话：客户端也放下了话筒。"
`,
);
