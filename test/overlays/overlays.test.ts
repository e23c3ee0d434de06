import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keymap} from '../../source/app/keymap.js';
import {cells} from '../../source/export/cells.js';
import {catalogues, type Language} from '../../source/locale/index.js';
import {parseScript} from '../../source/script/parser.js';
import {moves, type Reason, states} from '../../source/tcp/state.js';
import {lineCells, textOf} from '../../source/ui/line.js';
import {art, edgeSpot} from '../../source/ui/overlays/diagram-art.js';
import {bottomLines, headLine, itemTexts} from '../../source/ui/overlays/menu-lines.js';
import {overlayLines, overlayRows} from '../../source/ui/overlays/overlay.js';
import {type TestLab, testLab} from '../app/lab.js';

/** Reasons that lead to CLOSED without RST, abort or giving up. */
const usual: Readonly<Record<string, Reason>> = {'LAST_ACK CLOSED': 'fin-acked', 'TIME_WAIT CLOSED': '2msl-over'};

type Look = {readonly lang?: Language; readonly columns?: number; readonly rows?: number};

const labAt = ({lang = 'en', columns = 80, rows = 24}: Look = {}): TestLab =>
	testLab({display: {lang, isAscii: false, hasColor: true}, size: {columns, rows}});

/** The rows of what is open, as text; each exactly as wide as the terminal. */
function drawn(lab: TestLab): readonly string[] {
	const frame = lab.store.frame();
	const {overlay, size} = frame;
	assert.ok(overlay);
	const words = catalogues[frame.display.lang];
	const rows = overlayRows(overlay, lab.screen());
	if (overlay.kind !== 'menu') {
		const lines = overlayLines(frame, overlay, {words, rows});
		assert.equal(lines.length, rows);
		for (const line of lines) assert.equal(lineCells(line), size.columns, textOf(line));
		return lines.map(line => textOf(line).trimEnd());
	}
	const items = itemTexts(overlay, words, size.columns - 2).slice(overlay.top, overlay.top + overlay.limit);
	const below = bottomLines(frame, overlay, {words, rows: rows - 1 - items.length});
	const pointed = items.map((text, index) => `${overlay.top + index === overlay.highlight ? '>' : ' '} ${text}`);
	for (const text of pointed) assert.ok(cells(text) <= size.columns, text);
	const all = [textOf(headLine(frame, overlay, words)).trimEnd(), ...pointed, ...below.map(line => textOf(line).trimEnd())];
	assert.equal(all.length, rows);
	return all;
}

function opened(look: Look = {}): TestLab {
	const lab = labAt(look);
	lab.type('l', 'tab', 'c');
	lab.pass(6000);
	lab.type('tab', 'a');
	return lab;
}

test('inject stands as it is designed', () => {
	const lab = opened();
	lab.type('i');
	assert.deepEqual(drawn(lab), [
		'-- inject: forged as from the client, to socket 4 of the server --',
		'> RST exact       seq=1001   RCV.NXT',
		'  RST in window   seq=1002   RCV.NXT + 1',
		'  RST outside     seq=66536  RCV.NXT + RCV.WND',
		'  RST at seq ...',
		'  any segment ... "F. 1001:1001(0) ack 8001 win 100"',
		'  SYN flood ...   100 SYN to :80',
		'RCV.NXT 1001, RCV.WND 65535: the window is 1001 to 66535.           RFC 5961 3.2',
		'= inject rst to server:4 exact',
		'',
		' Up Down choose  Enter do it  Esc back',
	]);
});

test('the knobs of the link stand as they are designed', () => {
	const lab = labAt();
	lab.type('k');
	assert.deepEqual(drawn(lab), [
		'-- knobs: link, both directions --                                      1-7 of 8',
		'> link delay 50ms      to cross',
		'  link jitter 0ms      the delay varies by so much',
		'  link loss 0%         vanish',
		'  link duplicate 0%    arrive twice',
		'  link corrupt 0%      arrive broken',
		'  link reorder 0%      are overtaken',
		'  link rate off        bits a second',
		'For packets from now on.',
		'',
		' Up Down choose  Enter values, or type one  Esc back  Left Right hosts',
	]);
});

test('the help stands as it is designed, with End and Esc in places that were free', () => {
	const lab = labAt();
	lab.type('?');
	assert.deepEqual(drawn(lab), [
		' tcp-tui  help                                                    HELD  Esc back',
		' THE HOST WITH "keys here"             TIME',
		' Tab    the other host                 Space      pause, go on',
		' Up Dn  which socket the keys mean     . PgDn     one event on',
		' l  L   listen on 80; L asks           , PgUp     one event back',
		' c  C   connect; C asks                + -        faster, slower',
		' a      accept                         End        back to the present',
		' s  S   send "hello"; S asks           LOOK',
		' r      receive                        [ ]        older, newer packet',
		' h      shutdown: half-close           Enter      all about the packet',
		' x      close                          g          state diagram',
		' A      abort: send RST                n          numbers relative, absolute',
		' i      inject RST or any segment      m          scenarios',
		' D      drop its next packet           k          knobs, crash, restart',
		'                                       w          write the session, export',
		' THE PACKET WITH THE DOUBLE LINE       Esc        close, let go of the packet',
		' d drop  u copy  y delay  e mark CE    ? q        help, quit (Ctrl-C too)',
		'',
		' [SYN]> flies     x[SYN]x dropped  :[SYN]: lost    ~[SYN]~> corrupt  (SYN)> copy',
		' [[SYN]]> again   {SYN}> forged    ══[SYN]> ladder ===: d u y e mean this',
		" A > B  was A, is B   * changed by the host's last event  Tab: the keys go there",
		' send  ▁ acknowledged  █ fly: sent, not acknowledged  ▒ wait: not sent  . free',
		' recv  ▁ read          █ in: readable  ▒ ooo: out of order  lane: counts packets',
		' RTO again (try 2)  pers window probe  dACK late ACK  keep alive?  FW2 FIN wait',
	]);
});

test('no word of the legend is cut or pushed out of its place', () => {
	for (const lang of ['en', 'zh'] as const) {
		const lab = labAt({lang});
		lab.type('?');
		const rows = drawn(lab).join('\n');
		for (const texts of Object.values(catalogues[lang].help.legend)) {
			assert.ok(rows.includes(texts.at(-1) ?? ''), `${lang}: ${texts.at(-1)}`);
			for (const text of texts.slice(0, -1)) assert.match(rows, new RegExp(`${text.replaceAll(/[^\\w ]/gu, '.')} `), `${lang}: ${text}`);
		}
	}
});

test('the state diagram of a half-close stands as it is designed', () => {
	const lab = opened();
	lab.type('tab', 'x');
	lab.pass(3500);
	lab.type('g');
	assert.deepEqual(drawn(lab), [
		'                                    [CLOSED]',
		'            ┌─── C: connect / SYN ───┘    └─────── S: listen ──────┐',
		'            v    close, timeout: CLOSED            close: CLOSED   v',
		'       [SYN_SENT] <───────────── connect / SYN ─────────────── [LISTEN]',
		'         │    │         close: FIN_WAIT_1      RST: LISTEN         │',
		'         │    └─── SYN / SYN,ACK > [SYN_RCVD] <─ S: SYN / SYN,ACK ─┘',
		'         │                              v S: ACK',
		'         └─ C: SYN,ACK / ACK ───> [ESTABLISHED]',
		'            ┌─── C: close / FIN ────┘       └──── S: FIN / ACK ────┐',
		'      [FIN_WAIT_1] ──────┬───── FIN / ACK ────┐               CLOSE_WAIT<S',
		'         │ C: ACK        │    FIN+ACK / ACK   │        close / FIN │',
		'  C>FIN_WAIT_2           │                 CLOSING             LAST_ACK',
		'         │    FIN / ACK  v                    │    ACK         ACK │',
		'         └────────>  TIME_WAIT  <─────────────┘                    │',
		'                         └───── 2MSL ───────────>  CLOSED  <───────┘',
		'    every state: RST arrives, abort, or the last retransmission fails: CLOSED',
		'',
		'C> client is here  <S server is here  [ ] was there  C: S: went this way',
		'client: CLOSED > SYN_SENT > ESTABLISHED > FIN_WAIT_1 > FIN_WAIT_2',
		'server: CLOSED > LISTEN > SYN_RCVD > ESTABLISHED > CLOSE_WAIT',
		"FIN_WAIT_2: own side closed, the peer's open; receives until FIN comes.",
		'CLOSE_WAIT: the peer has closed; stays until our program calls close.',
		' g back | the lab keys work here too | Space pause  . step  ? help',
	]);
});

test('both ways of a simultaneous close are marked, and every mark has room', () => {
	const lab = opened();
	lab.type('x', 'tab', 'x');
	lab.pass(9000);
	lab.type('g');
	const rows = drawn(lab);
	assert.match(rows[9] ?? '', /FIN_WAIT_1\] ──────┬─ CS: FIN \/ ACK ────┐/);
	assert.match(rows[12] ?? '', /│CS: ACK/);
	assert.match(rows[14] ?? '', /CS: 2MSL ───────────>C>CLOSED<S<───────┘/);
});

test('every move of the protocol has a label of its own, with room for both marks before it', () => {
	const spots = new Set<string>();
	for (const from of states) {
		for (const to of moves[from]) {
			const {row, cell} = edgeSpot({from, to, why: usual[`${from} ${to}`] ?? 'close'});
			assert.ok(cell >= 4, `${from} ${to}`);
			assert.match(art[row]?.slice(cell - 4, cell) ?? '', /^[ ─]{4}$/, `${from} ${to}`);
			if (row < 15) assert.ok(!spots.has(`${row} ${cell}`), `${from} ${to}`);
			spots.add(`${row} ${cell}`);
		}
	}
	assert.equal(spots.size, 22);
});

test('RST, abort and giving up are told by the last row of the diagram', () => {
	const lab = opened();
	lab.type('A');
	lab.pass(3000);
	lab.type('g');
	assert.match(drawn(lab)[15] ?? '', /^CS: every state/);
});

test('the drawing is one picture in every language', () => {
	for (const lang of ['en', 'zh'] as const) {
		const lab = opened({lang});
		lab.type('g');
		for (const [index, row] of drawn(lab).slice(0, art.length).entries()) {
			assert.equal(cells(row.replaceAll(/[CS>:<[\]]/g, ' ').trimEnd()) <= 80, true, String(index));
			assert.doesNotMatch(row, /[\u4e00-\u9fff]/);
		}
	}
});

for (const size of [
	{columns: 60, rows: 16},
	{columns: 80, rows: 24},
	{columns: 100, rows: 30},
	{columns: 120, rows: 36},
	{columns: 200, rows: 60},
]) {
	for (const lang of ['en', 'zh'] as const) {
		test(`everything that opens fits into ${size.columns}x${size.rows} in ${lang}`, () => {
			for (const keys of [
				'?',
				'g',
				'm',
				'w',
				'k',
				'k right',
				'k left',
				'L',
				'C',
				'S',
				'i',
				'return',
				'L 9 x return',
				'return d d',
				'm z',
				'g z',
			]) {
				const lab = opened({lang, ...size});
				lab.type('s', ...keys.split(' '));
				assert.doesNotMatch(drawn(lab).join('\n'), /undefined|NaN|\[object/, keys);
			}
		});
	}
}

test('at 120x36 the diagram has its table, and the states their explanations', () => {
	const lab = opened({columns: 120, rows: 36});
	lab.type('tab', 'x');
	lab.pass(3500);
	lab.type('g');
	const rows = drawn(lab);
	assert.equal(rows[0]?.slice(82), 'state       who    spent  it lasts');
	assert.deepEqual(
		rows.slice(1, 12).map(row => row.slice(82)),
		[
			'CLOSED      [ ]           -',
			'LISTEN      [ ]           till close',
			'SYN_SENT    [C]  0.100 s  1 RTT',
			'SYN_RCVD    [S]  0.100 s  1 RTT',
			'ESTABLISHED [CS] 0.050 s  till a close',
			'FIN_WAIT_1  [C]  0.100 s  1 RTT',
			'FIN_WAIT_2   C>  0.000 s  till its FIN',
			'CLOSE_WAIT   <S  0.050 s  till close',
			'CLOSING                   1 RTT, rare',
			'LAST_ACK                  1 RTT',
			'TIME_WAIT                 2 MSL, 240 s',
		],
	);
	assert.equal(rows[19], 'client: CLOSED 0.000 > SYN_SENT 0.100 > ESTABLISHED 0.150 > FIN_WAIT_1 0.250 > FIN_WAIT_2');
	assert.equal(rows[22], 'client: FIN_WAIT_2 for 0.000 s');
});

test('below 80x24 the diagram is the table', () => {
	const lab = opened({columns: 60, rows: 16});
	lab.type('g');
	assert.match(drawn(lab)[0] ?? '', /^state +who +spent +it lasts$/);
});

test('every key is named in the help of a small terminal too', () => {
	for (const lang of ['en', 'zh'] as const) {
		const lab = labAt({lang, columns: 60, rows: 16});
		lab.type('?');
		const text = drawn(lab).join(' ');
		for (const {id, keys} of keymap) assert.ok(text.includes(catalogues[lang].keys.keyName(keys[0])), id);
	}
});

for (const [lang, on, off] of [
	['en', 'asks for it, and grants it', 'as it is now'],
	['zh', '请求使用，也同意使用', '当前值'],
] as const)
	test(`the values of ecn say what they mean (${lang})`, () => {
		const lab = labAt({lang});
		lab.type('k', 'right', ...Array.from({length: 12}, () => 'down'), 'return');
		const rows = drawn(lab);
		assert.match(rows[1] ?? '', new RegExp(`client ecn on +${on}$`));
		assert.match(rows[2] ?? '', new RegExp(`> client ecn off +${off}$`));
		assert.match(rows[3] ?? '', /client ecn passive +\S/);
	});

test('what is agreed in the handshake is turned for later connections', () => {
	const lab = labAt();
	lab.type('k', 'right', ...Array.from({length: 9}, () => 'down'));
	for (const knob of ['sack', 'timestamps', 'wscale', 'ecn']) {
		const rows = drawn(lab);
		assert.ok(
			rows.some(row => row.startsWith(`> client ${knob} off`)),
			rows.join('\n'),
		);
		assert.ok(rows.includes('For later connections.'), knob);
		lab.type('down');
	}
});

test('the details tell what a router did to a packet', () => {
	const text =
		'client ecn on\nserver ecn on\nserver listen 80\nclient connect 80\nrun 200ms\nclient send 1460 bytes\nmark 4\nrun 10ms\npause';
	const {script} = parseScript(text);
	const lab = testLab({opening: {title: 'ecn', script: script ?? {statements: []}}});
	lab.pass(20_000);
	lab.type('return');
	assert.equal(drawn(lab)[3], 'flags PSH,ACK  ECT(0) > CE      options none         checksum good');
	lab.type('[', '[', '[');
	assert.match(drawn(lab)[3] ?? '', /^flags SYN,ECE,CWR {15}options mss 1460 /);
});

test('the details tell a packet from its sending to its end', () => {
	const lab = opened();
	lab.type('s', 'return');
	assert.deepEqual(drawn(lab).slice(0, 5), [
		'-- #4 DATA 5: server to client, in flight --                             #4 of 4',
		'sent 0.150 s by send(5)         arrives 0.200 s      :80 > :49152',
		'seq 8001 (+1) to 8005           ack 1001 (+1)        win 65535',
		'flags PSH,ACK                   options none         checksum good',
		'data "hello"',
	]);
	lab.type('d');
	assert.match(drawn(lab)[0] ?? '', /dropped by hand/);
	lab.type('[', '[', '[');
	assert.match(drawn(lab)[0] ?? '', /^-- #1 SYN: client to server, delivered -- +#1 of 4$/);
	lab.type('[');
	assert.equal(drawn(lab).at(-1), '! [: this is the oldest packet.');
});

test('options that are too long for their column have a row of their own, a run of one octet is counted', () => {
	const {script} = parseScript(
		'profile linux\nserver listen 80\nclient connect 80\nrun 200ms\nclient send "zzzzzzzzzzzz"\nrun 10ms\npause',
	);
	const lab = testLab({opening: {title: 'long', script: script ?? {statements: []}}});
	lab.pass(20_000);
	lab.type('return');
	assert.equal(drawn(lab)[5], 'data 12 x "z"');
	lab.type('[', '[');
	assert.deepEqual(drawn(lab).slice(3, 6), [
		'flags SYN,ACK                   checksum good',
		'options mss 1460,sackOK,TS val 993480030 ecr 4085596811,nop,wscale 7',
		'no data',
	]);
});

test('a question shows the statement, and what is wrong with it', () => {
	const lab = labAt();
	lab.type('L', 'up', 'return');
	assert.equal(drawn(lab)[1], '= server listen 80 backlog 5_');
	lab.type('x', 'return');
	assert.match(drawn(lab).join(' '), /! cannot read 5x here; allowed: a whole number, 0 to 65535/);
});
