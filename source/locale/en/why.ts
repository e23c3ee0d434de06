/** All that explains, in English. */
import {actionsEn} from './actions.js';
import {callsEn} from './calls.js';
import {nextEn} from './next.js';
import {reasonsEn} from './reasons.js';

export const whyEn = {actions: actionsEn, calls: callsEn, coming: nextEn, reasons: reasonsEn};

export type WhyWords = typeof whyEn;
