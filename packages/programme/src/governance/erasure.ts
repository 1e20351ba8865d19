import { z } from 'zod';
import { count, type Decision, factType, record, text } from '../foundation/index.ts';
import type { WithGovernance } from './governance.ts';

/** A lawful erasure: which members of which entry were removed, and why. The format is that of decision 0002. */
export const redacted = factType<{ members: string[]; reason: string }>('Redacted', 1, []);

export const eraseInput = z.strictObject({
  entry: count.pipe(z.number().min(1)).describe('Position of the entry'),
  members: z.array(z.string().min(1).max(100)).min(1).max(20).describe('Members of the entry to remove'),
  reason: text(500).describe('Why; kept for good, so without anything personal'),
});

/** The server has checked that the entry holds these members; the chain stays verifiable without them. */
export function eraseMembers(_state: WithGovernance, input: z.infer<typeof eraseInput>): Decision {
  const { entry, members, reason } = input;
  return record(redacted.of({ kind: 'entry', id: String(entry) }, { members, reason }));
}
