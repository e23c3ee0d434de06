import process from 'node:process';

/** A reader that went away (`| head`) is no error: false, and the rest is not written. */
export const toStdout = (text: string): Promise<boolean> => new Promise(resolve => process.stdout.write(text, error => resolve(!error)));
