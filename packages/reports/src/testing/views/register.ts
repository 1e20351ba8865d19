import type { EvidenceRegister, RegisterPiece } from '@concord/views';
import { ground, type Said } from './ground.ts';

export function piece(said: Said<RegisterPiece> = {}): RegisterPiece {
  const whole = {
    id: 'piece-1',
    title: 'Review of the third quarter',
    kind: 'upload',
    file: { name: 'review-q3.pdf', hash: 'ab12cd34ef56'.padEnd(64, '0'), size: 14_000 },
    collectedOn: '2026-10-02',
    coversFrom: '2026-07-01',
    coversTo: '2026-09-30',
    outcome: 'works',
    by: 'person-1',
    collector: false,
    codes: ['AC-01'],
    hiddenControls: 0,
    freshness: 'fresh',
    until: '2027-01-02',
    graceUntil: '2027-01-16',
    holds: ['AC-01'],
    past: false,
    named: 'Review of the third quarter (2026-10-02)',
    word: 'fresh',
    ...said,
  };
  return whole as RegisterPiece;
}

/** A piece of each standing, of each kind and outcome. */
export function registerView(said: Partial<EvidenceRegister> = {}): EvidenceRegister {
  const bare = { file: undefined, coversFrom: undefined, coversTo: undefined, holds: [] } as const;
  const lapse = { id: 'control-1', code: 'AC-01', name: 'Access review', holdsUp: {} };
  return {
    ...ground('evidence-register'),
    counts: { fresh: 1, due: 1, stale: 1, failed: 1, neutral: 1, replaced: 1, undated: 1, past: 1 },
    hiddenControls: 2,
    uncovered: { missing: 4, lapsed: 1, failed: 1 },
    lapsing: {
      within: 90,
      to: '2027-02-20',
      rows: [
        { ...lapse, freshness: 'due', until: '2026-11-10', graceUntil: '2026-12-01' },
        {
          ...lapse,
          freshness: 'fresh',
          until: '2027-01-02',
          piece: { id: 'piece-1', title: 'Review of the third quarter', collectedOn: '2026-10-02' },
        },
      ],
    },
    rows: [
      piece(),
      piece({
        ...bare,
        id: '2',
        freshness: 'due',
        kind: 'link',
        link: 'https://example.test/1',
        holds: ['AC-01'],
        codes: ['AC-01', 'AC-02'],
      }),
      piece({
        ...bare,
        id: '3',
        freshness: 'stale',
        kind: 'record',
        record: 'publication/1',
        collector: true,
      }),
      piece({
        ...bare,
        id: '4',
        freshness: 'failed',
        outcome: 'fails',
        until: undefined,
        coversFrom: '2026-09-01',
      }),
      piece({
        ...bare,
        id: '5',
        freshness: 'neutral',
        outcome: 'neutral',
        until: undefined,
        coversTo: '2026-09-01',
      }),
      piece({ ...bare, id: '8', freshness: 'stale', past: true }),
      piece({
        ...bare,
        id: '6',
        freshness: 'replaced',
        replacedBy: { title: 'A newer one', collectedOn: '2026-11-01' },
      }),
      piece({ ...bare, id: '7', freshness: 'undated', until: undefined, codes: [], hiddenControls: 1 }),
    ],
    ...said,
  };
}
