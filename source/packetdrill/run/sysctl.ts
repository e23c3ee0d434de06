/** What a sysctl of FreeBSD or Linux means to the knobs of a host. */
import type {Knobs} from '../../tcp/profile.js';
import {freebsdSysctls} from './sysctl-freebsd.js';
import {linuxSysctls} from './sysctl-linux.js';

/** Undefined: there is no such name, or its value asks for what this program does not do. Empty: nothing that it does depends on it. */
export function knobsOf(name: string, value: string): Partial<Knobs> | undefined {
	const table = Object.hasOwn(freebsdSysctls, name) ? freebsdSysctls : linuxSysctls;
	return Object.hasOwn(table, name) ? table[name]?.(value) : undefined;
}

export const sysctlNames = (): readonly string[] => [...Object.keys(freebsdSysctls), ...Object.keys(linuxSysctls)];
