/** A whole script as text, the parser's inverse. */
import type {PktScript} from '../../source/packetdrill/pkt.js';
import {eventWords, optionLine, profileLine, timeCells} from '../../source/packetdrill/pkt-print.js';

/** Ends with a line end. */
export function printPkt({firstLineProfile, options, init, events, cleanup}: PktScript): string {
	const cells = timeCells(events);
	const lines = [
		...(firstLineProfile === undefined ? [] : [profileLine(firstLineProfile)]),
		...options.map(optionLine),
		...(init ? [`\`${init.text}\``] : []),
		...events.map(event => eventWords(event, cells)),
		...(cleanup ? [`\`${cleanup.text}\``] : []),
	];
	return `${lines.join('\n')}\n`;
}
