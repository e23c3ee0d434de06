import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {History} from '../../source/sim/index.js';
import {played} from '../script/run-script.js';
import {draw, type Look} from './stage.js';
import {closed, dataBothWays, midHandshake, scenes} from './worlds.js';

/** Rows as people draw them: without the tab in front and the blanks at the end. */
const drawing = (text: string): readonly string[] =>
	text
		.split('\n')
		.slice(1, -1)
		.map(row => row.replace(/^\t+/, '').trimEnd());

/** Rows of the screen, counted from 1 as in the drawings. */
function rows(history: History, look: Parameters<typeof draw>[1], from: number, to: number): readonly string[] {
	return draw(history, look).slice(from - 1, to);
}

const first = scenes['the first screen'];
const look = (scene: {readonly look: Look}, more: Parameters<typeof draw>[1] = {}): Parameters<typeof draw>[1] => ({
	...scene.look,
	...more,
});

test('the first screen at 80 x 24', () => {
	assert.ok(first);
	assert.deepEqual(
		rows(first.history(), look(first), 1, 23),
		drawing(`
	 tcp-tui  lab                                    IDLE  t 0 s  delay 50ms loss 0%
	CLIENT 10.0.0.1         Tab│   nothing in flight    │SERVER 10.0.0.2   keys here
	█████████ CLOSED ██████████│                        │█████████ CLOSED ██████████
	no socket yet              │                        │no socket yet
	                           │  l    server listens   │
	                           │  Tab  to the client    │
	                           │  c    client connects  │
	                           │                        │
	                           │  m    or a scenario    │
	                           │  ?    all keys         │
	                           │                        │
	                           │                        │
	                           │                        │
	-- ladder --

	   Every packet will leave a line here.



	-- why --
	Two hosts and a wire. Nothing has happened yet.
	Press l: the server waits on port 80.  Tab: the keys go to the client.
	Press c: it connects. Space stops the time, . goes one step, , one back.
	`),
	);
});

test('mid-handshake at 80 x 24: header, panes, lane, ladder', () => {
	assert.deepEqual(
		rows(midHandshake.history(), look(midHandshake), 1, 20),
		drawing(`
	 tcp-tui  lab                         watch x0.9  t 1.400 s  delay 900ms loss 0%
	CLIENT 10.0.0.1   keys here│      1 in flight       │SERVER 10.0.0.2         Tab
	████████ SYN_SENT █████████│    #2 seq=8000 ack=1001│LISTEN > ████ SYN_RCVD ████
	socket 3  :49152 > :80     │      <[SYN,ACK]════════│socket 4  :80 < :49152
	SND UNA 1000 NXT 1001      │#3 dropped again        │SND UNA*8000 NXT*8001
	    WND -  cwnd -          │──────x[[SYN]]x         │    WND*65535  cwnd -
	RCV NXT -  WND 65535       │                        │RCV NXT*1001 WND*65535
	send ........ empty        │                        │send ........ empty
	recv ........ empty        │                        │recv ........ empty
	RTO *███████. 1.6s, try 2  │                        │RTO *████.... 0.50s of 1s
	 connect(:80) waits 1.4s   │                        │ listen(:80) = 3
	                           │                        │
	                           │                        │:80 syn*1/5  accept 0/5
	-- ladder --
	                    |                          listen(:80) |   0.000 LISTEN
	SYN_SENT      0.000 |- #1 SYN seq=1000 ------------------->|   0.900 SYN_RCVD
	                    |...---- #2 SYN,ACK seq=8000 ack=1001 -|   0.900
	              1.000 | RTO, 1 s: no answer                  |
	              1.000 |- #3 SYN again seq=1000 --x dropped   |
	-- why --                                                              d: drop 3
	`),
	);
});

test('mid-handshake at 80 x 24 in Chinese', () => {
	assert.deepEqual(
		rows(midHandshake.history(), look(midHandshake, {lang: 'zh'}), 1, 11),
		drawing(`
	 tcp-tui  实验                          观察 x0.9  t 1.400 s  延迟 900ms 丢包 0%
	客户端 10.0.0.1    按键在此│        1 个在途        │服务器 10.0.0.2         Tab
	████████ SYN_SENT █████████│    #2 seq=8000 ack=1001│LISTEN > ████ SYN_RCVD ████
	套接字 3  :49152 > :80     │      <[SYN,ACK]════════│套接字 4  :80 < :49152
	SND UNA 1000 NXT 1001      │#3 已丢弃 重传 seq=1000 │SND UNA*8000 NXT*8001
	    WND -  cwnd -          │──────x[[SYN]]x         │    WND*65535  cwnd -
	RCV NXT -  WND 65535       │                        │RCV NXT*1001 WND*65535
	发送 ........ 空           │                        │发送 ........ 空
	接收 ........ 空           │                        │接收 ........ 空
	RTO *███████. 1.6s, 第2次  │                        │RTO *████.... 0.50s / 1s
	 connect(:80) 等待 1.4s    │                        │ listen(:80) = 3
	`),
	);
	assert.deepEqual(
		rows(midHandshake.history(), look(midHandshake, {lang: 'zh'}), 13, 20).filter((_, row) => row < 2 || row > 4),
		drawing(`
	                           │                        │:80 半连接*1/5  全连接 0/5
	-- 时序图 --
	              1.000 | RTO, 1 s: 没有应答                   |
	              1.000 |- #3 SYN 重传 seq=1000 --x 已丢弃     |
	-- 为什么 --                                                           d: drop 3
	`),
	);
});

test('data both ways at 80 x 24', () => {
	assert.deepEqual(
		rows(dataBothWays.history(), look(dataBothWays), 1, 20),
		drawing(`
	 tcp-tui  lab                         watch x0.05  t 2.600 s  delay 50ms loss 0%
	CLIENT 10.0.0.1         Tab│      2 in flight       │SERVER 10.0.0.2   keys here
	███████ ESTABLISHED ███████│#9 seq=4921 ack=8001    │███████ ESTABLISHED ███████
	socket 3  :49152 > :80     │───────[DATA 1460]>     │socket 4  :80 < :49152
	SND UNA 2001 NXT*6381      │   #10 seq=8001 ack=2001│SND UNA 8001 NXT*8501
	    WND 7192  cwnd 15600   │        <[DATA 500]═════│    WND 8192  cwnd 14600
	RCV NXT 8001 WND 8192      │                        │RCV NXT 2001 WND 7192
	send*▁██▒. 4380 fly 40 wait│                        │send*█....... 500 fly
	recv ........ empty        │                        │recv █.▒.. 1000 in 1460 ooo
	RTO  ████.... 0.40s of 1s  │                        │RTO *████████ 0.98s of 1s
	 send(1460) = 1460         │                        │ accept() = 4
	*send(1500) = 1500         │                        │*send(500) = 500
	 recv() waits 1.2s         │                        │:80 syn 0/5  accept 0/5
	-- ladder --                                                          6-10 of 10
	              2.000 |- #6 DATA 1460 seq=2001 --x dropped   |
	              2.030 |- #7 DATA 1460 seq=3461 ack=8001 ---->|   2.080
	              2.130 |<---------- #8 ACK seq=8001 ack=2001 -|   2.080
	              2.570 |- #9 DATA 1460 seq=4921 ack=8001 --...|
	                    |...-- #10 DATA 500 seq=8001 ack=2001 -|   2.580
	-- why --                                             s: server:4 send 500 bytes
	`),
	);
});

test('data both ways in ASCII', () => {
	assert.deepEqual(
		rows(dataBothWays.history(), look(dataBothWays, {isAscii: true}), 2, 10),
		drawing(`
	CLIENT 10.0.0.1         Tab|      2 in flight       |SERVER 10.0.0.2   keys here
	####### ESTABLISHED #######|#9 seq=4921 ack=8001    |####### ESTABLISHED #######
	socket 3  :49152 > :80     |-------[DATA 1460]>     |socket 4  :80 < :49152
	SND UNA 2001 NXT*6381      |   #10 seq=8001 ack=2001|SND UNA 8001 NXT*8501
	    WND 7192  cwnd 15600   |        <[DATA 500]=====|    WND 8192  cwnd 14600
	RCV NXT 8001 WND 8192      |                        |RCV NXT 2001 WND 7192
	send*_##:. 4380 fly 40 wait|                        |send*#....... 500 fly
	recv ........ empty        |                        |recv #.:.. 1000 in 1460 ooo
	RTO  ####.... 0.40s of 1s  |                        |RTO *######## 0.98s of 1s
	`),
	);
});

test('a close that ends at 80 x 24', () => {
	assert.deepEqual(
		rows(closed.history(), look(closed), 1, 19),
		drawing(`
	 tcp-tui  worked-example                watch x60  t 96.05 s  delay 50ms loss 0%
	CLIENT 10.0.0.1   keys here│   nothing in flight    │SERVER 10.0.0.2         Tab
	FIN_WAIT_2 > █ TIME_WAIT ██│                        │LAST_ACK > ████ CLOSED ████
	socket 3  :49152 > :80     │                        │socket 4 is gone
	SND UNA 1022 NXT 1022      │                        │
	    WND 65514  cwnd 14620  │      waiting for       │
	RCV NXT*8012 WND*65524     │   2MSL of the client   │
	send ▁....... empty        │      151 s to go       │
	recv ▁....... empty        │                        │
	2MSL*██████.. 151s of 240s │                        │no timer
	 send(20) = 20             │                        │ recv() = 0, peer closed
	 recv() = 10               │                        │ close() = 0
	 close() = 0               │                        │:80 syn 0/5  accept 0/5
	-- ladder --                                                          6-10 of 10
	              1.500 |- #6 ACK seq=1021 ack=8011 ---------->|   1.550
	FIN_WAIT_1    5.000 |- #7 FIN,ACK seq=1021 ack=8011 ------>|   5.050 CLOSE_WAIT
	FIN_WAIT_2    5.100 |<---------- #8 ACK seq=8011 ack=1022 -|   5.050
	TIME_WAIT     7.050 |<------ #9 FIN,ACK seq=8011 ack=1022 -|   7.000 LAST_ACK
	              7.050 |- #10 ACK seq=1022 ack=8012 --------->|   7.100 CLOSED
	`),
	);
});

test('mid-handshake at 120 x 36', () => {
	assert.deepEqual(
		rows(midHandshake.history(), look(midHandshake, {columns: 120, rows: 36}), 2, 21),
		drawing(`
	CLIENT 10.0.0.1                 keys here│       1 in flight, 1 dropped       │SERVER 10.0.0.2                       Tab
	                                         │      #2 seq=8000 ack=1001 win=65535│
	███████████████ SYN_SENT ████████████████│            <[SYN,ACK]══════════════│LISTEN > ███████████ SYN_RCVD ███████████
	       sent SYN, waits for SYN,ACK       │                                    │  got SYN, sent SYN,ACK, waits for ACK
	socket 3  10.0.0.1:49152 > 10.0.0.2:80   │#3 dropped again seq=1000 win=65535 │socket 4  10.0.0.2:80 < 10.0.0.1:49152
	SND.UNA 1000  NXT 1001  WND -            │───────────x[[SYN]]x                │SND.UNA*8000  NXT*8001  WND*65535
	RCV.NXT -  WND 65535                     │                                    │RCV.NXT*1001  WND*65535
	ISS 1000  IRS -  MSS 1460, peer -        │                                    │ISS*8000  IRS*1000  MSS 1460, peer*1460
	send ................ 65535 free         │                                    │send ................ 65535 free
	recv ................ 65535 free         │                                    │recv ................ 65535 free
	RTO *█████████████... 1.6 s of 2 s, try 2│                                    │RTO *████████........ 0.50 s of 1 s
	                                         │                                    │
	cwnd -  ssthresh -  0 in flight          │                                    │cwnd -  ssthresh -  0 in flight
	srtt -  rttvar -  rto*2 s                │                                    │srtt -  rttvar -  rto 1 s
	 connect(:80) waits 1.4 s                │                                    │ listen(:80) = 3
	                                         │                                    │
	                                         │                                    │:80  SYN*█.... 1/5  accept ..... 0/5
	                                         │                                    │  # local  peer   state       RecvQ SendQ
	  # local  peer   state       RecvQ SendQ│                                    │  3 :80    *      LISTEN          0     5
	  3 :49152 :80    SYN_SENT        0     0│                                    │* 4 :80    :49152 SYN_RCVD        0     0
	`),
	);
});

test('data both ways at 120 x 36', () => {
	assert.deepEqual(
		rows(dataBothWays.history(), look(dataBothWays, {columns: 120, rows: 36}), 1, 29),
		drawing(`
	 tcp-tui  lab                                          watch x0.05   t 2.600 s   delay 50ms  loss 0%   seed 1   textbook
	CLIENT 10.0.0.1                       Tab│            2 in flight             │SERVER 10.0.0.2                 keys here
	                                         │#9 seq=4921 ack=8001 win=8192       │
	██████████████ ESTABLISHED ██████████████│──────────────[DATA 1460]>          │██████████████ ESTABLISHED ██████████████
	        open: both sides may send        │                                    │        open: both sides may send
	socket 3  10.0.0.1:49152 > 10.0.0.2:80   │      #10 seq=8001 ack=2001 win=7192│socket 4  10.0.0.2:80 < 10.0.0.1:49152
	SND.UNA 2001  NXT*6381  WND 7192         │               <[DATA 500]══════════│SND.UNA 8001  NXT*8501  WND 8192
	RCV.NXT 8001  WND 8192                   │                                    │RCV.NXT 2001  WND 7192
	ISS 1000  IRS 8000  MSS 1460, peer 1460  │                                    │ISS 8000  IRS 1000  MSS 1460, peer 1460
	send*▁████▒... 4380 fly 40 wait 3772 free│                                    │send*█............... 500 fly 7692 free
	recv ................ 8192 free          │                                    │recv █..▒..... 1000 in 1460 ooo 5732 free
	RTO  ███████......... 0.40 s of 1 s      │                                    │RTO *████████████████ 0.98 s of 1 s
	                                         │                                    │
	cwnd 15600  ssthresh -  4380*in flight   │                                    │cwnd 14600  ssthresh -  500*in flight
	srtt 125 ms  rttvar 88 ms  rto 1 s       │                                    │srtt 100 ms  rttvar 50 ms  rto 1 s
	 send(1460) = 1460                       │                                    │ accept() = 4
	*send(1500) = 1500                       │                                    │*send(500) = 500
	 recv() waits 1.2 s                      │                                    │:80  SYN ..... 0/5  accept ..... 0/5
	                                         │                                    │  # local  peer   state       RecvQ SendQ
	  # local  peer   state       RecvQ SendQ│                                    │  3 :80    *      LISTEN          0     5
	* 3 :49152 :80    ESTABLISHED     0  4420│                                    │* 4 :80    :49152 ESTABLISHED  1000   500
	-- ladder --                                                                                                  4-10 of 10
	              1.000 |- #4 DATA 1000 seq=1001 ack=8001 win=8192 ----------------------------------->|   1.050
	              1.300 |<----------------------------------------- #5 ACK seq=8001 ack=2001 win=7192 -|   1.250
	              2.000 |- #6 DATA 1460 seq=2001 ack=8001 win=8192 --x dropped at 2.030                |
	              2.030 |- #7 DATA 1460 seq=3461 ack=8001 win=8192 ----------------------------------->|   2.080
	              2.130 |<----------------------------------------- #8 ACK seq=8001 ack=2001 win=7192 -|   2.080
	              2.570 |- #9 DATA 1460 seq=4921 ack=8001 win=8192 ---------------------------------...|
	                    |...--------------------------------- #10 DATA 500 seq=8001 ack=2001 win=7192 -|   2.580
	`),
	);
});

test('at 80 x 24 an ACK tells what arrived behind a hole before its own number', () => {
	const lossy = `profile linux
client isn 1000
server isn 8000
client timestamps off
client wscale off
server listen 80
client connect 80
run 200ms
client send 5840 bytes
drop 4
run 60ms
`;
	assert.ok(draw(played(lossy).history).includes('                    |...-- #9 ACK ack=1001 sack=2461-5381 -|   0.250'));
});
