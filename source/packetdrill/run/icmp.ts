/** `< icmp …`: an error message about a segment that the endpoint has sent. */
import {addressOf} from '../../host/new-host.js';
import {otherHost} from '../../sim/action.js';
import {act, packetAt, packetCount} from '../../sim/index.js';
import {type Seq, seq} from '../../tcp/seq.js';
import type {PktIcmp} from '../pkt.js';
import {packetWords} from '../pkt-print-action.js';
import {afterStep} from './clock.js';
import {localOffset, shifted} from './connection.js';
import type {Connection, Run} from './run.js';
import {passed, unsupported, type Verdict} from './verdict.js';

/** The quoted number is one of the endpoint's, counted from its ISN; without a number its last segment is quoted. */
export function sendIcmp(run: Run, message: PktIcmp): Verdict {
	const {type, code, mtu = 0, quoted, isV6 = false} = message;
	const {current, host, history, config} = run;
	if (!current || isV6 !== (config.ipVersion === 6)) return unsupported('feature', packetWords(message));
	const first = quoted ? shifted(quoted.seq, localOffset(current, false)) : lastSent(run, current);
	const ends = {src: addressOf(host), dst: addressOf(otherHost(host)), sport: current.localPort, dport: current.remotePort};
	act(history, {do: 'icmp', host, error: {type, code, mtu, ...ends, seq: first}});
	afterStep(run);
	return passed;
}

function lastSent({history: {world}, host}: Run, {localPort, remotePort}: Connection): Seq {
	for (let n = packetCount(world.trace); n > 0; n--) {
		const {from, sport, dport, seq: first} = packetAt(world.trace, n);
		if (from === host && sport === localPort && dport === remotePort) return seq(first);
	}
	return seq(0);
}
