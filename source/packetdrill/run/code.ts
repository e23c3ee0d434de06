/** `%{ assert … }%`: over what TCP_INFO says of the connection under test at that moment. */
import {tcpInfo} from '../../host/posix/tcp-info.js';
import type {Socket} from '../../host/socket.js';
import {socketBy} from '../../sim/index.js';
import {evaluateCode, parseCode} from '../code-block.js';
import {valueWords} from '../code-constants.js';
import type {Place} from '../pkt.js';
import type {Run} from './run.js';
import {failed, passed, unsupported, type Verdict} from './verdict.js';

export function checkCode(run: Run, text: string, place: Place): Verdict {
	const result = evaluateCode(parseCode(text, place), infoOf(run));
	switch (result.result) {
		case 'ok':
			return passed;
		case 'failed':
			return failed({
				code: 'assertion',
				expected: result.text,
				actual: result.seen.map(({name, value}) => `${name} = ${valueWords(name, value)}`).join(', '),
			});
		case 'unsupported':
			return unsupported('code', result.found);
	}
}

function infoOf(run: Run): Readonly<Record<string, number>> {
	const {world} = run.history;
	const socket = socketUnderTest(run);
	const {profile, knobs} = world.hosts[run.host];
	return socket ? tcpInfo(socket, {now: world.now, profile, knobs, out: world.trace.out}) : {};
}

/** Of the connection, else the descriptor that may become one. */
function socketUnderTest({history, host, current, newestDescriptor}: Run): Socket | undefined {
	const at = history.world.hosts[host];
	const found = current && at.sockets.findLast(({tcb}) => tcb.local.port === current.localPort && tcb.remote.port === current.remotePort);
	return found ?? (newestDescriptor === undefined ? undefined : socketBy(at, newestDescriptor));
}
