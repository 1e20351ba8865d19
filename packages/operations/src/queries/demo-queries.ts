import { count, localDate } from '@concord/programme';
import { z } from 'zod';
import { query } from '../query/query.ts';

const whole = { reach: 'platform', permission: 'signed-in', reader: 'whole', timed: false } as const;

/**
 * The demo: an organisation and ledger of its own. No commands, because no rule of one ledger decides them: a whole
 * ledger is written by running the operations themselves, or taken away.
 */
export const demoQueries = [
  query({
    ...whole,
    name: 'demo load',
    method: 'POST',
    path: '/demo',
    summary: 'Make a demo organisation with 18 months of history, to look at',
    input: z.strictObject({
      asOf: localDate.optional().describe('Day after its history; today when left out'),
      seed: count
        .pipe(z.number().min(0).max(4_294_967_295))
        .default(1)
        .describe('Another number tells another history; the same one the same'),
    }),
    answer: ({ input, reader, ports }) => ports.demo.load({ ...input, actor: reader.person }),
  }),
  query({
    ...whole,
    name: 'demo remove',
    method: 'POST',
    path: '/demo/removal',
    summary: 'Take the demo organisation away with everything in it; no other organisation is touched',
    input: z.strictObject({}),
    answer: ({ ports }) => ports.demo.remove(),
  }),
];
