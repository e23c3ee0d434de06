/** What a flag's value is read as; undefined when it is none. Durations, rates and shares are the lab language's. */
export type Reader<Value> = (text: string) => Value | undefined;

export const whole =
	(least: number, most: number): Reader<number> =>
	text =>
		/^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;

export const factor: Reader<number> = text => (/^\d{1,9}(\.\d{1,9})?$/.test(text) && Number(text) > 0 ? Number(text) : undefined);

export const someText: Reader<string> = text => (text === '' ? undefined : text);

export const choice =
	<Choice extends string>(choices: readonly Choice[]): Reader<Choice> =>
	text =>
		choices.find(one => one === text);
