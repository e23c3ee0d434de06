import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join, resolve} from 'node:path';
import {after, before, test} from 'node:test';

const project = resolve(import.meta.dirname, '../..');
let folder = '';
let archive = '';

before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'tcp-tui-'));
	execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {cwd: project, stdio: 'pipe'});
	archive = join(folder, (await readdir(folder)).find(name => name.endsWith('.tgz')) ?? '');
});
after(() => rm(folder, {recursive: true}));

/** What it takes with the drill in it; 250 KB is what it should take (`npm run bench`). */
const mostOctets = 282_000;

test(`the package is at most ${mostOctets / 1000} KB and brings no other packages`, async () => {
	assert.ok((await readFile(archive)).length <= mostOctets, `${(await readFile(archive)).length} octets`);
	const {dependencies, optionalDependencies, peerDependencies} = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
	assert.deepEqual([dependencies, optionalDependencies, peerDependencies], [undefined, undefined, undefined]);
});

test('npx runs the package without a network', async () => {
	const {version} = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
	const env = {...process.env, npm_config_cache: join(folder, 'cache'), npm_config_offline: 'true'};
	const run = (...words: string[]) =>
		execFileSync('npx', ['--yes', `./${basename(archive)}`, ...words], {cwd: folder, env, encoding: 'utf8'});
	assert.equal(run('--version'), `${version}\n`);
	assert.match(run('scenarios'), /handshake/);
});

type Lock = {
	readonly packages: Readonly<
		Record<string, {readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>>}>
	>;
};

test('the lock names no registry, and holds what each kind of machine needs', async () => {
	const {packages}: Lock = JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8'));
	assert.deepEqual(
		Object.keys(packages).filter(name => packages[name]?.resolved !== undefined),
		[],
	);
	const optional = Object.values(packages).flatMap(({optionalDependencies = {}}) => Object.keys(optionalDependencies));
	assert.deepEqual(
		optional.filter(name => !Object.keys(packages).some(place => place.endsWith(`node_modules/${name}`))),
		[],
	);
});
