/** The built-in scenarios, in the order in which a lesson would take them. */
import {acceptQueueOverflow} from './accept-queue-overflow.js';
import {addressInUse} from './address-in-use.js';
import {closeInSynRcvd} from './close-in-syn-rcvd.js';
import {connectionRefused} from './connection-refused.js';
import {cubicVsReno} from './cubic-vs-reno.js';
import {ecn} from './ecn.js';
import {fastRetransmit} from './fast-retransmit.js';
import {finAckTogether} from './fin-ack-together.js';
import {finGiveUp} from './fin-give-up.js';
import {fourWayClose} from './four-way-close.js';
import {fullDuplex} from './full-duplex.js';
import {halfClose} from './half-close.js';
import {halfOpenCrash} from './half-open-crash.js';
import {handshake} from './handshake.js';
import {lastAckLost} from './last-ack-lost.js';
import {listenThenConnect} from './listen-then-connect.js';
import {lostAck} from './lost-ack.js';
import {lostData} from './lost-data.js';
import {lostSyn} from './lost-syn.js';
import {mss} from './mss.js';
import {nagleDelayedAck} from './nagle-delayed-ack.js';
import {phoneCall} from './phone-call.js';
import {quietTime} from './quiet-time.js';
import {rstExact} from './rst-exact.js';
import {rstInSynRcvd} from './rst-in-syn-rcvd.js';
import {rstInWindow} from './rst-in-window.js';
import {rstOutside} from './rst-outside.js';
import {sackRecovery} from './sack-recovery.js';
import type {Scenario} from './scenario.js';
import {simultaneousClose} from './simultaneous-close.js';
import {simultaneousOpen} from './simultaneous-open.js';
import {slowStart} from './slow-start.js';
import {stuckCloseWait} from './stuck-close-wait.js';
import {synCookies} from './syn-cookies.js';
import {synFlood} from './syn-flood.js';
import {synQueue} from './syn-queue.js';
import {synTimeout} from './syn-timeout.js';
import {tailLoss} from './tail-loss.js';
import {timestampsPaws} from './timestamps-paws.js';
import {windowScale} from './window-scale.js';
import {withheldAck} from './withheld-ack.js';
import {workedExample} from './worked-example.js';
import {zeroWindow} from './zero-window.js';

export type {Scenario} from './scenario.js';

export const scenarios: readonly Scenario[] = [
	handshake,
	phoneCall,
	fourWayClose,
	workedExample,
	fullDuplex,
	halfClose,
	finAckTogether,
	simultaneousOpen,
	simultaneousClose,
	stuckCloseWait,
	lostSyn,
	synTimeout,
	connectionRefused,
	withheldAck,
	synQueue,
	acceptQueueOverflow,
	synFlood,
	synCookies,
	mss,
	lostData,
	lostAck,
	lastAckLost,
	finGiveUp,
	addressInUse,
	zeroWindow,
	nagleDelayedAck,
	windowScale,
	fastRetransmit,
	sackRecovery,
	tailLoss,
	slowStart,
	cubicVsReno,
	ecn,
	timestampsPaws,
	rstExact,
	rstInWindow,
	rstOutside,
	halfOpenCrash,
	listenThenConnect,
	closeInSynRcvd,
	rstInSynRcvd,
	quietTime,
];

export const findScenario = (name: string): Scenario | undefined => scenarios.find(one => one.name === name);
