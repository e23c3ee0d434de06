/** What TCP has to know of the IP below it. */
import type {Knobs} from './profile.js';

type Below = Pick<Knobs, 'ipVersion'>;

const tcpHeaderOctets = 20;

/** Octets of both headers, without options (RFC 6691 § 2; RFC 8200 § 8.3). */
export const headerOctets = ({ipVersion}: Below): number => tcpHeaderOctets + (ipVersion === 4 ? 20 : 40);

/** What every host takes, over IPv4. */
export const leastMss = 536;

/** RFC 9293 § 3.7.1, MUST-15: what a peer takes that announces nothing. */
export const assumedMss = ({ipVersion}: Below): number => (ipVersion === 4 ? leastMss : 1220);
