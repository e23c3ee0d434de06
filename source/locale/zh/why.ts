/** All that explains, in Chinese. */
import type {WhyWords} from '../en/why.js';
import {actionsZh} from './actions.js';
import {callsZh} from './calls.js';
import {nextZh} from './next.js';
import {reasonsZh} from './reasons.js';

export const whyZh = {actions: actionsZh, calls: callsZh, coming: nextZh, reasons: reasonsZh} satisfies WhyWords;
