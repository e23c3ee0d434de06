import process from 'node:process';

/** Can anything be drawn and any key be heard? */
export const hasTerminal = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true;
