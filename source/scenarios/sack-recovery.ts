import {scenario} from './scenario.js';

// F20
export const sackRecovery = scenario(
	'sack-recovery',
	`
title "Selective acknowledgments" zh "选择确认 SACK"
intro "An ACK alone tells of the first hole only; SACK tells of all that came behind it." zh "光凭 ACK 只知道第一个空洞；SACK 说出后面到了哪些。"
intro "Three of ten segments are lost, twice the same, with a stack like Linux: without SACK, then with it." zh "十个报文段丢三个，同样的丢包两次，协议栈如 Linux：先没有 SACK，再有 SACK。"

profile linux
client isn 1000
server isn 8000
client timestamps off
client wscale off
client sack off
link from client rate 3Mbps
server app reader
server listen 80
client connect 80
run until server ESTABLISHED
run 100ms
say "Without SACK (client sack off). The client sends ten segments, #4 to #13; #5, #8 and #9 will be lost." zh "没有 SACK（client sack off）。客户端发送十个报文段，#4 到 #13；其中 #5、#8、#9 丢失。"

cue "Without SACK" zh "没有 SACK"
client send 14600 bytes
drop 5
drop 8
drop 9
run until client ssthresh 10220
expect server sent ". 8001:8001(0) ack 2461"
say "All ACKs say '2461 is missing', no more. After the third duplicate the client repeats that one segment." zh "所有 ACK 都只说缺 2461，没有别的。第三个重复 ACK 之后，客户端重传这一个报文段。"
run until client snd.una 6841
say "A round trip later: ack 6841. So 6841 is missing as well, it goes now. What of 8301? Nobody knows." zh "一个往返之后：ack 6841。原来 6841 也缺，现在重传。8301 呢？没人知道。"
run until client snd.una 15601
expect not client cwnd 14600
say "One hole a round trip: three round trips for three segments, 440 ms from the first byte to the last ACK." zh "一个往返补一个空洞：三个报文段花了三个往返，从第一个字节到最后的 ACK 共 440 毫秒。"

cue "With SACK" zh "有了 SACK"
run 200ms
client sack on
client isn 1000
server isn 8000
client connect 80 as second
expect client sent "S 1000:1000(0) <mss 1460,nop,nop,sackOK>"
run until client:second ESTABLISHED
run 100ms
say "A second connection, now with SACK: both SYNs said sackOK. The same ten segments, the same three lost." zh "第二个连接，有 SACK：双方的 SYN 都带了 sackOK。同样十个报文段，丢失同样的三个。"
client:second send 14600 bytes
drop 31
drop 34
drop 35
run until server sent ". 8001:8001(0) ack 2461 <nop,nop,sack 3921:6841>"
say "The ACK says: 2461 is missing, but 3921 to 6841 are here (sack 3921:6841)." zh "ACK 说：缺 2461，但 3921 到 6841 已到（sack 3921:6841）。"
run until client:second ssthresh 10220
say "Three segments arrived behind the hole: it counts as lost, and goes again." zh "空洞之后到了三个报文段：它算丢失，重传。"
run 10ms
say "And with each further ACK goes one more of what no SACK names: 6841, 8301. All within one round trip." zh "此后每来一个 ACK，就再发一个没有被 SACK 提到的：6841、8301。全在一个往返之内。"
run until client:second snd.una 15601
expect client:second ESTABLISHED
run 100ms
expect server received 14600 bytes
say "All is there after 250 ms instead of 440: the sender knew every hole, and repeated nothing else." zh "250 毫秒就全部到齐，而不是 440：发送方知道每一个空洞，也没有多发别的。"
`,
);
