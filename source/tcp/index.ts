/** RFC 9293, pure: (TCB, segment or call or timer, Env) → the TCB changed in place, and what happened in `env.out`. */
export {segmentArrives} from './arrive.js';
export {acceptSyn, arriveAtClosed, mayOpen} from './arrive-closed.js';
export {abort, closeSend, closeUnread, endOfData, openActive, openPassive, queueText, receiveText} from './calls.js';
export {check, EngineBug} from './check.js';
export {resetFor} from './emit.js';
export {dueTimer, fire, setKeepalive} from './fire.js';
export {newTcb} from './new-tcb.js';
export {output} from './output.js';
