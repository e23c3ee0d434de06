/**
 * RFC 9293 § 3.10, event by event in each of the eleven states, as the profile `textbook` chooses where the RFCs leave a choice. Columns:
 * event; what is sent in the same instant; the next state; which calls complete.
 *
 *     RST          answers SEG.ACK, no ACK bit            ACK          <SEQ=SND.NXT><ACK=RCV.NXT>
 *     RST,ACK      answers a segment without ACK          delayed ACK  nothing now, the timer is armed
 *     RST own      <SEQ=SND.NXT>, of an abort             again        the oldest octets once more
 *     no timer     the event cannot come: it does not run in this state
 *
 * Events about something that is not there (the ACK of a FIN that was never sent) are played with the numbers it would have.
 */
const text = `
CLOSED
	OPEN-P      -            LISTEN       listen 0
	OPEN-A      SYN          SYN_SENT     parked
	SEND        -            same         send -1 EBADF
	RECEIVE     -            same         recv -1 EBADF
	CLOSE       -            same         close -1 EBADF
	ABORT       -            same         abort -1 EBADF
	STATUS      -            same         -
	SYN         RST,ACK      same         -
	SYN-OUT     RST,ACK      same         -
	SYNACK      RST          same         -
	SYNACK-BAD  RST          same         -
	ACK         RST          same         -
	ACK-DUP     RST          same         -
	ACK-OLD     RST          same         -
	ACK-NEW     RST          same         -
	ACK-FIN     RST          same         -
	NOACK       RST,ACK      same         -
	RST-X       -            same         -
	RST-IN      -            same         -
	RST-OUT     -            same         -
	RSTACK      -            same         -
	FIN         RST          same         -
	FIN-ACKS    RST          same         -
	FIN-DUP     RST          same         -
	DATA        RST          same         -
	DATA-OOO    RST          same         -
	DATA-OUT    RST          same         -
	DATA-0W     RST          same         -
	T-USER      no timer     same         -
	T-REXMT     no timer     same         -
	T-TW        no timer     same         -

LISTEN
	OPEN-P      -            same         listen -1 EADDRINUSE
	OPEN-A      SYN          SYN_SENT     accept -1 EINVAL
	SEND        -            same         send -1 ENOTCONN
	RECEIVE     -            same         recv -1 ENOTCONN
	CLOSE       -            CLOSED       close 0, accept -1 ECONNABORTED
	ABORT       -            CLOSED       abort 0, accept -1 ECONNABORTED
	STATUS      -            same         -
	SYN         SYN,ACK      SYN_RCVD     -
	SYN-OUT     SYN,ACK      SYN_RCVD     -
	SYNACK      RST          same         -
	SYNACK-BAD  RST          same         -
	ACK         RST          same         -
	ACK-DUP     RST          same         -
	ACK-OLD     RST          same         -
	ACK-NEW     RST          same         -
	ACK-FIN     RST          same         -
	NOACK       -            same         -
	RST-X       -            same         -
	RST-IN      -            same         -
	RST-OUT     -            same         -
	RSTACK      -            same         -
	FIN         RST          same         -
	FIN-ACKS    RST          same         -
	FIN-DUP     RST          same         -
	DATA        RST          same         -
	DATA-OOO    RST          same         -
	DATA-OUT    RST          same         -
	DATA-0W     RST          same         -
	T-USER      no timer     same         -
	T-REXMT     no timer     same         -
	T-TW        no timer     same         -

SYN_SENT
	OPEN-P      -            same         listen -1 EADDRINUSE
	OPEN-A      -            same         connect -1 EISCONN
	SEND        -            same         parked
	RECEIVE     -            same         parked
	CLOSE       -            CLOSED       close 0, connect -1 ECONNABORTED
	ABORT       -            CLOSED       abort 0, connect -1 ECONNABORTED
	STATUS      -            same         -
	SYN         SYN,ACK      SYN_RCVD     -
	SYN-OUT     SYN,ACK      SYN_RCVD     -
	SYNACK      ACK          ESTABLISHED  connect 0
	SYNACK-BAD  RST          same         -
	ACK         -            same         -
	ACK-DUP     RST          same         -
	ACK-OLD     RST          same         -
	ACK-NEW     RST          same         -
	ACK-FIN     RST          same         -
	NOACK       -            same         -
	RST-X       -            same         -
	RST-IN      -            same         -
	RST-OUT     -            same         -
	RSTACK      -            CLOSED       connect -1 ECONNREFUSED
	FIN         -            same         -
	FIN-ACKS    RST          same         -
	FIN-DUP     -            same         -
	DATA        -            same         -
	DATA-OOO    -            same         -
	DATA-OUT    -            same         -
	DATA-0W     -            same         -
	T-USER      -            CLOSED       connect -1 ETIMEDOUT
	T-REXMT     SYN          same         -
	T-TW        no timer     same         -

SYN_RCVD
	OPEN-P      -            same         listen -1 EADDRINUSE
	OPEN-A      -            same         connect -1 EISCONN
	SEND        -            same         parked
	RECEIVE     -            same         parked
	CLOSE       FIN          FIN_WAIT_1   close 0, connect -1 ECONNABORTED
	ABORT       RST own      CLOSED       abort 0, connect -1 ECONNABORTED
	STATUS      -            same         -
	SYN         -            LISTEN       -
	SYN-OUT     ACK          same         -
	SYNACK      -            LISTEN       -
	SYNACK-BAD  -            LISTEN       -
	ACK         -            ESTABLISHED  accept 4
	ACK-DUP     RST          same         -
	ACK-OLD     RST          same         -
	ACK-NEW     RST          same         -
	ACK-FIN     RST          same         -
	NOACK       -            same         -
	RST-X       -            LISTEN       -
	RST-IN      ACK          same         -
	RST-OUT     -            same         -
	RSTACK      -            LISTEN       -
	FIN         ACK          CLOSE_WAIT   accept 4
	FIN-ACKS    RST          same         -
	FIN-DUP     ACK          same         -
	DATA        delayed ACK  ESTABLISHED  accept 4
	DATA-OOO    ACK          ESTABLISHED  accept 4
	DATA-OUT    ACK          same         -
	DATA-0W     ACK          ESTABLISHED  accept 4
	T-USER      -            CLOSED       -
	T-REXMT     SYN,ACK      same         -
	T-TW        no timer     same         -

ESTABLISHED
	OPEN-P      -            same         listen -1 EADDRINUSE
	OPEN-A      -            same         connect -1 EISCONN
	SEND        data         same         send 5
	RECEIVE     -            same         parked
	CLOSE       FIN          FIN_WAIT_1   close 0, recv -1 ECONNABORTED
	ABORT       RST own      CLOSED       abort 0, recv -1 ECONNABORTED
	STATUS      -            same         -
	SYN         ACK          same         -
	SYN-OUT     ACK          same         -
	SYNACK      ACK          same         -
	SYNACK-BAD  ACK          same         -
	ACK         -            same         -
	ACK-DUP     -            same         -
	ACK-OLD     ACK          same         -
	ACK-NEW     ACK          same         -
	ACK-FIN     ACK          same         -
	NOACK       -            same         -
	RST-X       -            CLOSED       recv -1 ECONNRESET
	RST-IN      ACK          same         -
	RST-OUT     -            same         -
	RSTACK      -            CLOSED       recv -1 ECONNRESET
	FIN         ACK          CLOSE_WAIT   recv 0
	FIN-ACKS    ACK          same         -
	FIN-DUP     ACK          same         -
	DATA        delayed ACK  same         recv 5
	DATA-OOO    ACK          same         -
	DATA-OUT    ACK          same         -
	DATA-0W     ACK          same         -
	T-USER      -            CLOSED       recv -1 ETIMEDOUT
	T-REXMT     again        same         -
	T-TW        no timer     same         -

FIN_WAIT_1
	OPEN-P      -            same         listen -1 EADDRINUSE
	OPEN-A      -            same         connect -1 EISCONN
	SEND        -            same         send -1 EPIPE
	RECEIVE     -            same         parked
	CLOSE       -            same         close 0, recv -1 ECONNABORTED
	ABORT       RST own      CLOSED       abort 0, recv -1 ECONNABORTED
	STATUS      -            same         -
	SYN         ACK          same         -
	SYN-OUT     ACK          same         -
	SYNACK      ACK          same         -
	SYNACK-BAD  ACK          same         -
	ACK         -            same         -
	ACK-DUP     -            same         -
	ACK-OLD     ACK          same         -
	ACK-NEW     ACK          same         -
	ACK-FIN     -            FIN_WAIT_2   -
	NOACK       -            same         -
	RST-X       -            CLOSED       recv -1 ECONNRESET
	RST-IN      ACK          same         -
	RST-OUT     -            same         -
	RSTACK      -            CLOSED       recv -1 ECONNRESET
	FIN         ACK          CLOSING      recv 0
	FIN-ACKS    ACK          TIME_WAIT    recv 0
	FIN-DUP     ACK          same         -
	DATA        delayed ACK  same         recv 5
	DATA-OOO    ACK          same         -
	DATA-OUT    ACK          same         -
	DATA-0W     ACK          same         -
	T-USER      -            CLOSED       recv -1 ETIMEDOUT
	T-REXMT     again        same         -
	T-TW        no timer     same         -

FIN_WAIT_2
	OPEN-P      -            same         listen -1 EADDRINUSE
	OPEN-A      -            same         connect -1 EISCONN
	SEND        -            same         send -1 EPIPE
	RECEIVE     -            same         parked
	CLOSE       -            same         close 0, recv -1 ECONNABORTED
	ABORT       RST own      CLOSED       abort 0, recv -1 ECONNABORTED
	STATUS      -            same         -
	SYN         ACK          same         -
	SYN-OUT     ACK          same         -
	SYNACK      ACK          same         -
	SYNACK-BAD  ACK          same         -
	ACK         -            same         -
	ACK-DUP     -            same         -
	ACK-OLD     ACK          same         -
	ACK-NEW     ACK          same         -
	ACK-FIN     -            same         -
	NOACK       -            same         -
	RST-X       -            CLOSED       recv -1 ECONNRESET
	RST-IN      ACK          same         -
	RST-OUT     -            same         -
	RSTACK      -            CLOSED       recv -1 ECONNRESET
	FIN         ACK          TIME_WAIT    recv 0
	FIN-ACKS    ACK          TIME_WAIT    recv 0
	FIN-DUP     ACK          same         -
	DATA        delayed ACK  same         recv 5
	DATA-OOO    ACK          same         -
	DATA-OUT    ACK          same         -
	DATA-0W     ACK          same         -
	T-USER      no timer     same         -
	T-REXMT     no timer     same         -
	T-TW        no timer     same         -

CLOSE_WAIT
	OPEN-P      -            same         listen -1 EADDRINUSE
	OPEN-A      -            same         connect -1 EISCONN
	SEND        data         same         send 5
	RECEIVE     -            same         recv 0
	CLOSE       FIN          LAST_ACK     close 0
	ABORT       RST own      CLOSED       abort 0
	STATUS      -            same         -
	SYN         ACK          same         -
	SYN-OUT     ACK          same         -
	SYNACK      ACK          same         -
	SYNACK-BAD  ACK          same         -
	ACK         -            same         -
	ACK-DUP     -            same         -
	ACK-OLD     ACK          same         -
	ACK-NEW     ACK          same         -
	ACK-FIN     ACK          same         -
	NOACK       -            same         -
	RST-X       -            CLOSED       -
	RST-IN      ACK          same         -
	RST-OUT     -            same         -
	RSTACK      -            CLOSED       -
	FIN         ACK          same         -
	FIN-ACKS    ACK          same         -
	FIN-DUP     ACK          same         -
	DATA        -            same         -
	DATA-OOO    -            same         -
	DATA-OUT    ACK          same         -
	DATA-0W     ACK          same         -
	T-USER      -            CLOSED       -
	T-REXMT     again        same         -
	T-TW        no timer     same         -

CLOSING
	OPEN-P      -            same         listen -1 EADDRINUSE
	OPEN-A      -            same         connect -1 EISCONN
	SEND        -            same         send -1 EPIPE
	RECEIVE     -            same         recv 0
	CLOSE       -            same         close 0
	ABORT       -            CLOSED       abort 0
	STATUS      -            same         -
	SYN         ACK          same         -
	SYN-OUT     ACK          same         -
	SYNACK      ACK          same         -
	SYNACK-BAD  ACK          same         -
	ACK         -            same         -
	ACK-DUP     -            same         -
	ACK-OLD     ACK          same         -
	ACK-NEW     ACK          same         -
	ACK-FIN     -            TIME_WAIT    -
	NOACK       -            same         -
	RST-X       -            CLOSED       -
	RST-IN      ACK          same         -
	RST-OUT     -            same         -
	RSTACK      -            CLOSED       -
	FIN         ACK          same         -
	FIN-ACKS    ACK          same         -
	FIN-DUP     ACK          same         -
	DATA        -            same         -
	DATA-OOO    -            same         -
	DATA-OUT    ACK          same         -
	DATA-0W     ACK          same         -
	T-USER      -            CLOSED       -
	T-REXMT     again        same         -
	T-TW        no timer     same         -

LAST_ACK
	OPEN-P      -            same         listen -1 EADDRINUSE
	OPEN-A      -            same         connect -1 EISCONN
	SEND        -            same         send -1 EPIPE
	RECEIVE     -            same         recv 0
	CLOSE       -            same         close 0
	ABORT       -            CLOSED       abort 0
	STATUS      -            same         -
	SYN         ACK          same         -
	SYN-OUT     ACK          same         -
	SYNACK      ACK          same         -
	SYNACK-BAD  ACK          same         -
	ACK         -            same         -
	ACK-DUP     -            same         -
	ACK-OLD     ACK          same         -
	ACK-NEW     ACK          same         -
	ACK-FIN     -            CLOSED       -
	NOACK       -            same         -
	RST-X       -            CLOSED       -
	RST-IN      ACK          same         -
	RST-OUT     -            same         -
	RSTACK      -            CLOSED       -
	FIN         ACK          same         -
	FIN-ACKS    ACK          same         -
	FIN-DUP     ACK          same         -
	DATA        -            same         -
	DATA-OOO    -            same         -
	DATA-OUT    ACK          same         -
	DATA-0W     ACK          same         -
	T-USER      -            CLOSED       -
	T-REXMT     again        same         -
	T-TW        no timer     same         -

TIME_WAIT
	OPEN-P      -            same         listen -1 EADDRINUSE
	OPEN-A      -            same         connect -1 EISCONN
	SEND        -            same         send -1 EPIPE
	RECEIVE     -            same         recv 0
	CLOSE       -            same         close 0
	ABORT       -            CLOSED       abort 0
	STATUS      -            same         -
	SYN         ACK          same         -
	SYN-OUT     ACK          same         -
	SYNACK      ACK          same         -
	SYNACK-BAD  ACK          same         -
	ACK         -            same         -
	ACK-DUP     -            same         -
	ACK-OLD     ACK          same         -
	ACK-NEW     ACK          same         -
	ACK-FIN     -            same         -
	NOACK       -            same         -
	RST-X       -            same         -
	RST-IN      -            same         -
	RST-OUT     -            same         -
	RSTACK      -            same         -
	FIN         ACK          same         -
	FIN-ACKS    ACK          same         -
	FIN-DUP     ACK          same         -
	DATA        ACK          same         -
	DATA-OOO    ACK          same         -
	DATA-OUT    ACK          same         -
	DATA-0W     ACK          same         -
	T-USER      no timer     same         -
	T-REXMT     no timer     same         -
	T-TW        -            CLOSED       -
`;

export type Cell = {readonly state: string; readonly event: string; readonly sends: string; readonly next: string; readonly signal: string};

export const cells: readonly Cell[] = text
	.trim()
	.split('\n\n')
	.flatMap(block => {
		const [state = '', ...rows] = block.split('\n');
		return rows.map(row => {
			const [event = '', sends = '', next = '', signal = ''] = row.trim().split(/ {2,}/);
			return {state, event, sends, next, signal};
		});
	});
