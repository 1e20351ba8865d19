export { forgetKeyHere, keepKey, keptKey, takeKeyFromAddress } from './key.ts';
export { isRefusal, Refused, Unreachable } from './refused.ts';
export { routeNamed, send } from './send.ts';
