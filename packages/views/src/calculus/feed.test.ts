import { describe, expect, it } from 'vitest';
import { type ControlReport, controlState } from './feed.ts';
import { keyOf } from './knowledge.ts';

const report: ControlReport = {
  id: 'C',
  implementation: 'operating',
  designAccepted: true,
  inUse: true,
  evidence: 'fresh',
};

const rows: readonly [Partial<ControlReport>, string, string, string][] = [
  [{}, 'operating', 'F', 'F'],
  [{ evidence: 'due' }, 'operating', 'F', 'F'],
  [{ evidence: 'stale' }, 'stale', 'U', 'F'],
  [{ evidence: 'missing' }, 'untested', 'U', 'U'],
  [{ evidence: 'failed' }, 'failed', 'U', 'U'],
  [{ designAccepted: false }, 'design not accepted', 'U', 'U'],
  [{ implementation: 'partly' }, 'partly implemented', 'FP', 'FP'],
  [{ implementation: 'partly', evidence: 'stale' }, 'stale', 'U', 'FP'],
  [{ implementation: 'partly', evidence: 'missing' }, 'untested', 'U', 'U'],
  [{ implementation: 'none' }, 'not implemented', 'U', 'U'],
  [{ implementation: 'none', evidence: 'stale' }, 'not implemented', 'U', 'U'],
];

describe('what a control contributes', () => {
  it.each(rows)('given %j, then %s: now %s, without the lapse %s', (said, why, now, beforeLapse) => {
    const state = controlState({ ...report, ...said });
    expect([state.why, keyOf(state.knowledge), keyOf(state.knowledgeBeforeLapse)]).toEqual([
      why,
      now,
      beforeLapse,
    ]);
  });
});
