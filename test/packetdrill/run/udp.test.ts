/** TCP inside UDP: the ports are seen wherever the segment is shown, and a script that expects other ones is told. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {jsonLines} from '../../../source/export/json.js';
import {ladderBody} from '../../../source/export/ladder.js';
import {exportEn} from '../../../source/locale/en/export.js';
import {catalogues} from '../../../source/locale/index.js';
import {packetAt, packetCount, seek} from '../../../source/sim/index.js';
import {textOf} from '../../../source/ui/line.js';
import {detailsLines} from '../../../source/ui/overlays/details-lines.js';
import {buildDetails} from '../../../source/view/details.js';
import {testLab} from '../../app/lab.js';
import {inputOf} from '../../view/why-input.js';
import {drillText, listening, outcomeOf} from './play.js';

const knocking = `--udp_encapsulation=tcp
${listening}+0 \`sysctl -w net.inet.tcp.udp_tunneling_port=9899\`
+0 < S 0:0(0) win 65535 <mss 1000> /udp(4500 > 9899)
`;

for (const [answer, wanted] of [
	['<mss 1452> /udp(9899 > 4500)', 'pass'],
	['<mss 1460> /udp(9899 > 4500)', '7 segment options'],
	['<mss 1452> /udp(9899 > 4501)', '7 segment udp'],
	['<mss 1452> /udp(9898 > 4500)', '7 segment udp'],
	['<mss 1452>', '7 segment udp'],
] as const)
	test(`${answer}: ${wanted}`, () => assert.equal(outcomeOf(`${knocking}+0 > S. 0:0(0) ack 1 ${answer}`, 'freebsd'), wanted));

test('UDP where there is none is told', () => {
	const text = `${listening}+0 < S 0:0(0) win 65535 <mss 1000>\n+0 > S. 0:0(0) ack 1 <mss 1460> /udp(9899 > 4500)`;
	assert.equal(outcomeOf(text, 'freebsd'), '5 segment udp');
});

test('no port takes it unless one is told to', () => {
	const text = knocking.replace(/\+0 `.*\n/, '');
	assert.equal(outcomeOf(`${text}+0 > S. 0:0(0) ack 1 <mss 1452> /udp(9899 > 4500)`, 'freebsd'), '6 no-segment');
});

test('a SYN cookie goes the same way, and so does the connection that it stands for', () => {
	const cookies = '+0 `tcp-tui knob syn-cookies on`\n';
	const syn = (port: number) => `+0 < ${port} > 8080 S 0:0(0) win 65535 <mss 1000> /udp(4500 > 9899)\n`;
	const answer = (port: number) => `+0 > 8080 > ${port} S. 0:0(0) ack 1 <mss 1452> /udp(9899 > 4500)\n`;
	const head = `${knocking.replace(/\+0 < .*\n/, '')}${cookies}`;
	const all = [1001, 1002, 1003].map(port => syn(port) + answer(port)).join('');
	const last = '+.1 < 1003 > 8080 . 1:1(0) ack 1 win 65535 /udp(4500 > 9899)\n+0 accept(3, ..., ...) = 4\n';
	const {history} = drillText(head + all);
	const sent = Array.from({length: packetCount(history.world.trace)}, (_, at) => packetAt(history.world.trace, at + 1));
	assert.deepEqual([...new Set(sent.filter(({from}) => from === 'server').map(({udp}) => udp?.dport))], [4500]);
	assert.equal(outcomeOf(`${head}${all}${last}+0 write(4, ..., 10) = 10\n+0 > P. 1:11(10) ack 1 /udp(9899 > 4500)`), 'pass');
});

const drill = () => drillText(`${knocking}+0 > S. 0:0(0) ack 1 <...> /udp(9899 > 4500)`, 'freebsd');

test('ladder, JSON lines and details show the ports', () => {
	const {history} = drill();
	const {world} = history;
	const ladder = [
		...ladderBody({world, lang: 'en', words: exportEn, numbers: undefined, ends: {client: 'client', server: 'server', isInstant: true}}),
	].join('\n');
	assert.match(ladder, /#1 SYN udp 4500>9899/);
	const json = [...jsonLines({world, title: undefined, lang: 'en', failed: 0})].map(line => JSON.parse(line));
	assert.deepEqual(
		json.filter(({type}) => type === 'segment').map(({udp}) => udp),
		['4500 > 9899', '9899 > 4500'],
	);
	const frame = testLab().store.frame();
	const lines = detailsLines(frame, buildDetails(inputOf(history), 2), {words: catalogues.en, rows: 12}).map(textOf);
	assert.ok(lines.some(line => line.trimEnd() === 'UDP :9899 > :4500'));
});

test('where there is no UDP nothing is said of it', () => {
	const {history} = drillText(`${listening}+0 < S 0:0(0) win 1000 <mss 1000>`);
	assert.doesNotMatch([...jsonLines({world: history.world, title: undefined, lang: 'en', failed: 0})].join(), /"udp"/);
	const frame = testLab().store.frame();
	const lines = detailsLines(frame, buildDetails(inputOf(history), 1), {words: catalogues.en, rows: 12}).map(textOf);
	assert.ok(lines.every(line => !line.includes('UDP')));
});

test('they are the same after a journey through time', () => {
	const {history} = drill();
	seek(history, 0);
	seek(history, history.end.steps);
	assert.deepEqual(packetAt(history.world.trace, 2).udp, {sport: 9899, dport: 4500});
});
