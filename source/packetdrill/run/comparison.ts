/** What is held against what. */
import type {SegmentRecord} from '../../sim/index.js';
import type {PktTcp} from '../pkt.js';
import type {Connection, Run} from './run.js';

export type Comparison = {
	readonly run: Run;
	readonly connection: Connection;
	readonly expected: PktTcp;
	/** As it was sent, or several of them added up. */
	readonly sent: SegmentRecord;
	/** The numbers of the packets that it is made of. */
	readonly packets: readonly number[];
};
