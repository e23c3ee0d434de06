/**
 * What `tcp-tui` runs: starts the bundle beside it, with V8's compiled code of an earlier start where there is one.
 * The package holds the bundle compressed; the first start unpacks it. Compiled code fits one version of V8 and one bundle, both in its name; where it
 * is missing or refused, the lab has it written when its first frame is drawn, since only then is known which functions a start needs.
 * Where nothing can be written, every start unpacks and compiles.
 */
import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {Script} from 'node:vm';
import {unpacked} from './unpacking.js';

/** Set by the build: the start of the bundle's digest. */
declare const bundleDigest: string;

type Bundle = (require: NodeJS.Require, keepCompiled: () => void) => void;

const bundlePath = join(__dirname, 'bundle.js');
const cachePath = join(__dirname, `bundle-${bundleDigest}-${process.arch}-${process.version}.cache`);
const load = createRequire(bundlePath);

function read(path: string): Buffer | undefined {
	try {
		return readFileSync(path);
	} catch {
		return undefined;
	}
}

/** Written beside and moved into place, so that another start never reads half of it. */
function keep(path: string, content: Buffer): void {
	const unfinished = `${path}.${process.pid}`;
	try {
		writeFileSync(unfinished, content);
		renameSync(unfinished, path);
	} catch {
		rmSync(unfinished, {force: true});
	}
}

function unpack(): Buffer {
	// Only the first start needs it.
	const {brotliDecompressSync}: typeof import('node:zlib') = load('node:zlib');
	const bundle = Buffer.from(unpacked(brotliDecompressSync(readFileSync(join(__dirname, 'bundle.br')))), 'latin1');
	keep(bundlePath, bundle);
	return bundle;
}

const source = (read(bundlePath) ?? unpack()).toString('latin1');
const cachedData = read(cachePath);
const script = new Script(source, {filename: bundlePath, cachedData});
const bundle: Bundle = script.runInThisContext();
bundle(load, () => {
	if (!cachedData || script.cachedDataRejected) keep(cachePath, script.createCachedData());
});
