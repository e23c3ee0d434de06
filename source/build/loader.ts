/**
 * What `tcp-tui` runs: starts the bundle beside it, with V8's compiled code of an earlier start where there is one.
 * Compiled code fits one version of V8 and one bundle, both in its name. Where it is missing or refused, the lab has it written at its end;
 * where it cannot be written, every start compiles.
 */
import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';

import {Script} from 'node:vm';

/** Set by the build: the start of the bundle's digest. */
declare const bundleDigest: string;

type Bundle = (require: NodeJS.Require, keepCompiled: () => void) => void;

const bundlePath = join(__dirname, 'bundle.js');
const cachePath = join(__dirname, `bundle-${bundleDigest}-${process.arch}-${process.version}.cache`);

function readCache(): Buffer | undefined {
	try {
		return readFileSync(cachePath);
	} catch {
		return undefined;
	}
}

/** Written beside and moved into place, so that another start never reads half of it. */
function writeCache(script: Script): void {
	const unfinished = `${cachePath}.${process.pid}`;
	try {
		writeFileSync(unfinished, script.createCachedData());
		renameSync(unfinished, cachePath);
	} catch {
		rmSync(unfinished, {force: true});
	}
}

const cachedData = readCache();
const script = new Script(readFileSync(bundlePath, 'latin1'), {filename: bundlePath, cachedData});
const bundle: Bundle = script.runInThisContext();
bundle(createRequire(bundlePath), () => {
	// At the end, since only then is known which functions a start needs.
	if (!cachedData || script.cachedDataRejected) process.once('exit', () => writeCache(script));
});
