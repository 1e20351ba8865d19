export { forgetKeyHere, keepKey, keptKey, takeKeyFromAddress } from './key.ts';
export { answerTold, bytesOf, type Far, inLines, linesOf, piecesOf } from './lines.ts';
export { isOutrun, isRefusal, Refused, Unreachable } from './refused.ts';
export { routeNamed, send } from './send.ts';
