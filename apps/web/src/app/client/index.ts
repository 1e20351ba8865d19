export { forgetKeyHere, keepKey, keptKey, takeKeyFromAddress } from './key.ts';
export { isRefusal, Refused, Unreachable } from './refused.ts';
export { positionOf, revisionOf, routeNamed, type Sending, send } from './send.ts';
