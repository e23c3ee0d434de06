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
client connect 80
expect client sent "S"
say "Client: Can you hear me?" zh "客户端：喂，你听得到吗？"
run until server SYN_RCVD
expect server sent "S."
say "Server: I hear you. Can you hear me?" zh "服务器：我听得到。你听得到我吗？"
run until client ESTABLISHED
expect client sent "."
say "Client: I hear you too. Let us talk." zh "客户端：我也听得到你。我们开始说吧。"
run until server ESTABLISHED
server accept

cue "The talk" zh "通话"
client send "How are you?"
run until server readable 12 bytes
server recv
server send "Fine, thank you."
run until client readable 16 bytes
client recv
expect server received "How are you?"
expect client received "Fine, thank you."
run until quiet

cue "Goodbye" zh "挂断"
client shutdown
expect client sent "F."
say "Client: I have nothing more to say. Goodbye. (It goes on listening.)" zh "客户端：我说完了，再见。（它还在听。）"
run until client FIN_WAIT_2
server recv
expect server eof
expect server sent "." 
say "Server: All right, I know that you are done. But I have one more thing to say." zh "服务器：好，知道你说完了。不过我还有一句话。"
server send "Happy birthday!"
run until client readable 15 bytes
client recv
expect client received "Fine, thank you.Happy birthday!"
expect client FIN_WAIT_2
run until quiet
server close
expect server sent "F."
say "Server: That was all. Goodbye." zh "服务器：我也说完了，再见。"
run until client TIME_WAIT
client recv
expect client eof
client close
say "Client: Goodbye. It keeps the phone in its hand for a while: had the server not heard this, it would say goodbye again." zh "客户端：再见。它还要拿着话筒等一会儿：如果服务器没听到，会再说一次再见。"
run until server CLOSED
run until client CLOSED
`,
);
