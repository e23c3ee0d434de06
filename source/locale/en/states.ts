/** The eleven states, explained in English. */
import type {State} from '../../tcp/state.js';
import type {StateWords} from '../state-words.js';

export const statesEn: Readonly<Record<State, StateWords>> = {
	CLOSED: {
		line: () => 'no connection, nothing is remembered here.',
		lasts: () => '-',
		meaning: () => 'No connection, and nothing is remembered. A segment that comes for it is answered with RST.',
		ends: () => 'Ends by: listen() > LISTEN, connect() > SYN_SENT.',
		netstat: () => 'netstat: not shown, there is nothing to show.',
	},
	LISTEN: {
		line: () => 'waits on its port for SYN; stays while it makes connections.',
		lasts: () => 'till close',
		meaning: () => 'Waits for a SYN from anybody. Each SYN gets a socket of its own in SYN_RCVD; the listener stays.',
		ends: () => 'Ends by: close() > CLOSED. textbook: connect() from it > SYN_SENT; linux, freebsd: an error.',
		netstat: () => 'netstat -l: LISTEN. ss shows its accept queue as Recv-Q and the backlog as Send-Q.',
	},
	SYN_SENT: {
		line: ({peer}) => `SYN is sent; connect() waits for the SYN,ACK of ${peer}.`,
		lasts: () => '1 RTT',
		meaning: ({peer}) => `SYN is sent, connect() waits. As long as ${peer} does not answer, the SYN goes out again.`,
		ends: () => 'Ends by: SYN,ACK > ESTABLISHED, SYN > SYN_RCVD, RST or no answer > CLOSED.',
		netstat: () => 'netstat: SYN_SENT, for one round trip. Seen for longer, nobody answers: host down, packets filtered.',
	},
	SYN_RCVD: {
		line: () => 'SYN came, SYN,ACK is sent; waits for ACK in the SYN queue.',
		lasts: () => '1 RTT',
		meaning: () => 'Half-open: SYN came, SYN,ACK went out, the third is missing. It fills a place in the SYN queue.',
		ends: () => 'Ends by: ACK > ESTABLISHED, RST > LISTEN, close() > FIN_WAIT_1, no answer > CLOSED.',
		netstat: () => 'netstat: SYN_RECV, hardly ever caught: one round trip. Many of them: a SYN flood, or lost ACKs.',
	},
	ESTABLISHED: {
		line: () => 'open: both sides may send.',
		lasts: () => 'till a close',
		meaning: () => 'Open: data goes both ways, each direction with its own numbers, buffers and window.',
		ends: ({peer}) => `Ends by: close() > FIN_WAIT_1, FIN of ${peer} > CLOSE_WAIT, RST > CLOSED.`,
		netstat: () => 'netstat: ESTABLISHED, also when the peer is long gone: with nothing to send nobody notices.',
	},
	FIN_WAIT_1: {
		line: () => 'own side closed, FIN is sent; waits for its ACK.',
		lasts: () => '1 RTT',
		meaning: ({peer}) => `This side closed first: FIN is sent, its ACK is to come. What ${peer} sends is still received.`,
		ends: () => 'Ends by: ACK of the FIN > FIN_WAIT_2, FIN > CLOSING, both in one segment > TIME_WAIT.',
		netstat: () => 'netstat: FIN_WAIT1, for one round trip. Seen for longer, the peer is gone or its window is closed.',
	},
	FIN_WAIT_2: {
		line: () => `own side closed, the peer's open; receives until FIN comes.`,
		lasts: () => 'till its FIN',
		meaning: () => `Own side closed, FIN acknowledged. The peer's side is open: what it sends is still received.`,
		ends: ({peer}) => `Ends by: FIN of ${peer} > TIME_WAIT. textbook: no limit; linux, freebsd: 60 s after close.`,
		netstat: () => 'netstat: FIN_WAIT2, as long as the other program does not close.',
	},
	CLOSE_WAIT: {
		line: () => 'the peer has closed; stays until our program calls close.',
		lasts: () => 'till close',
		meaning: () => 'The peer has closed, recv() returns 0. This side may still send.',
		ends: () => 'Ends by: close of our program > LAST_ACK. No timer: forgotten, it stays for ever.',
		netstat: () => 'netstat: CLOSE_WAIT. Many of them: a fault of the program, not of the network.',
	},
	CLOSING: {
		line: () => 'both closed at once; waits for the ACK of its own FIN.',
		lasts: () => '1 RTT, rare',
		meaning: () => 'Both closed at nearly the same moment: the FIN of the peer came before the ACK of the own one.',
		ends: () => 'Ends by: ACK of the FIN > TIME_WAIT.',
		netstat: () => 'netstat: CLOSING, hardly ever caught: two FINs must cross on the wire, then it is over in one trip.',
	},
	LAST_ACK: {
		line: () => 'the peer closed first, now this side too; waits for the last ACK.',
		lasts: () => '1 RTT',
		meaning: () => 'The peer closed first, now our program has closed too: FIN is sent, only its ACK is to come.',
		ends: () => 'Ends by: ACK of the FIN > CLOSED. It is lost: FIN again, and after the last one > CLOSED.',
		netstat: () => 'netstat: LAST_ACK, for one round trip. Seen for longer, the peer is gone.',
	},
	TIME_WAIT: {
		line: () => 'both closed; stays 2 MSL in case the last ACK was lost.',
		lasts: ({timeWait}) => `2 MSL, ${timeWait}`,
		meaning: () => 'Both sides are closed. It stays to answer a FIN sent again, and until old packets are dead.',
		ends: ({timeWait}) => `Ends by: 2MSL, ${timeWait} > CLOSED; each FIN starts it anew. RFC: MSL 2 min; linux: 60 s in all.`,
		netstat: () => 'netstat: TIME_WAIT, on the side that closed first. bind() on its port: EADDRINUSE.',
	},
};
