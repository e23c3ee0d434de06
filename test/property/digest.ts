/** All that a world and its trace hold, in a form that can be compared. */
import {packetAt, packetCount, type Row, rowAt, rowCount, type SegmentRecord, type World} from '../../source/sim/index.js';

type Digest = {readonly rows: readonly Row[]; readonly packets: readonly SegmentRecord[]; readonly rest: unknown};

export function digest(world: World): Digest {
	const {trace, hosts, directions, flight, armed, streams, now, steps, floodCount} = world;
	return {
		rows: Array.from({length: rowCount(trace)}, (_, index) => rowAt(trace, index)),
		packets: Array.from({length: packetCount(trace)}, (_, index) => packetAt(trace, index + 1)),
		rest: structuredClone({
			hosts,
			directions,
			flight: flight.toSorted((one, other) => one.n - other.n),
			armed,
			streams,
			now,
			steps,
			floodCount,
		}),
	};
}
