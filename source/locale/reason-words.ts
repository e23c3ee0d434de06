/** What a language says of a change of state. */
import type {Reason, State} from '../tcp/state.js';
import type {Teller} from './teller.js';

export type StateChange = {
	readonly from: State;
	readonly to: State;
	readonly socket: number;
	/** The local port. */
	readonly port: number;
	/** Made by a listener: accept() will return it. */
	readonly isFromListener: boolean;
};

export type ReasonWords = {
	/** The whole sentence, around the reason. */
	readonly entering: (change: StateChange, teller: Teller, reason: string) => string;
	readonly why: {readonly [Code in Reason]: (change: StateChange, teller: Teller) => string};
};
