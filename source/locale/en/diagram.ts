/** The words beside the state diagram in English; the drawing itself is the same in every language. */
import type {HostName} from '../../sim/action.js';

const hosts: Readonly<Record<HostName, string>> = {client: 'client', server: 'server'};

export const diagramEn = {
	legend: 'C> client is here  <S server is here  [ ] was there  C: S: went this way',
	host: (name: HostName): string => hosts[name],
	/** Heads of the table's columns: state, who, spent, it lasts. */
	table: ['state', 'who', 'spent', 'it lasts'] as readonly string[],
	/** client: FIN_WAIT_2 for 0.020 s */
	since: (name: HostName, state: string, time: string): string => `${hosts[name]}: ${state} for ${time}`,
	noSocket: (name: HostName): string => `${hosts[name]}: no socket yet`,
	hints: {
		begin: ' g back | the lab keys work here too | ',
		help: '? help',
	},
};

export type DiagramWords = typeof diagramEn;
