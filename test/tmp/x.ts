import * as p from '../tcp/play.js';

for (const profile of ['linux', 'freebsd'] as const) {
	const isn = (h: 'client' | 'server', value: number) => p.set(h, {knob: 'isn', value});
	const lab = p.play(p.start(p.both(profile)), isn('client', 1000), isn('server', 8000), ...p.established);
	p.play(lab, p.drop('client', 'data'), p.send('client', 3000), 1000, p.recv('server'), 500);
	console.log(p.ladder(lab, {options: true, win: true}).join('\n'));
	p.play(
		lab,
		p.forge('server', '. 2000:2500(500) ack 8001 win 1000 <nop,nop,TS val 4000000000 ecr 0>'),
		100,
		p.forge('server', '. 2000:2500(500) ack 8001 win 1000'),
		100,
	);
	console.log(p.ladder(lab, {options: true, win: true, since: 1690}).join('\n'));
	const noted = new Set(
		p
			.rows(lab)
			.filter(r => r.kind === 'note')
			.map(r => (r.kind === 'note' ? r.code : '')),
	);
	console.log([...noted].join(' '));
}
