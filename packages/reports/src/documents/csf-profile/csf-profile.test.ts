import type { CsfProfile } from '@concord/views';
import { describe, expect, it } from 'vitest';
import type { HeatBlock } from '../../blocks.ts';
import { tablesOf, told } from '../../testing/tables-told.ts';
import { ground } from '../../testing/views/ground.ts';
import { writeCategories } from './functions.ts';
import { writeGaps } from './gaps.ts';

const numbers = { n: 4, met: 2, possible: 3, unclaimed: 0, unknown: 1 };

const gap = (requirement: string, said: object = {}) => ({
  ...{ requirement, title: 'Title', word: 'Open', by: ['result'], size: 1, missing: [], levels: undefined },
  ...{ closedBy: [], hiddenControls: 0, closes: true, affected: [], actions: 0, ...said },
});

const row = (id: string, mark: string, isGap = true) => ({
  ...{ id, title: 'Title', word: 'Open', mark, category: 'PR.AA', function: 'PR', included: true },
  ...{ target: { wanted: true }, ...(isGap ? { gap: { by: ['result'], size: 1, missing: [] } } : {}) },
});

/** A profile with these gaps among its outcomes, and one that is reached. */
function profileView(gaps: readonly (readonly [object: ReturnType<typeof gap>, mark: string])[]): CsfProfile {
  return {
    ...ground('csf-profile'),
    profile: { id: 'p', name: 'Target' },
    groups: [
      { id: 'PR', level: 'function', title: 'Protect', numbers, wanted: 4 },
      { id: 'PR.AA', level: 'category', title: 'Identity', numbers, wanted: 4 },
    ],
    gaps: gaps.map(([each]) => each),
    rows: [...gaps.map(([{ requirement }, mark]) => row(requirement, mark)), row('PR.AA-06', 'met', false)],
  } as unknown as CsfProfile;
}

const gapsTold = (view: CsfProfile) =>
  tablesOf(writeGaps(view, { language: 'en' })).flatMap(({ rows }) => rows.map((cells) => cells.map(told)));

describe('given a profile with gaps', () => {
  it('when nothing that a gap rests on is lacking, then what is lacking says what is open, and is not blank', () => {
    const told = gapsTold(
      profileView([
        [gap('PR.AA-01'), 'supported'],
        [gap('PR.AA-02'), 'conflict'],
        [gap('PR.AA-03', { missing: ['evidence'] }), 'stale'],
      ]),
    );
    expect(told?.map((cells) => cells[3])).toEqual([
      'how much is answered is open',
      'an answer to what contradicts itself',
      'fresh evidence',
    ]);
  });

  it('then controls, and what they would close elsewhere, stand in the order of their numbers', () => {
    const affected = ['12.10', '12.4', '12.2'].map((requirement) => ({ framework: 'x', requirement }));
    const closedBy = ['IAM-10', 'IAM-03'].map((code) => ({ id: code, code }));
    const [cells] = gapsTold(profileView([[gap('PR.AA-01', { affected, closedBy }), 'supported']]));
    expect(cells?.[4]).toMatch(/^IAM-03, IAM-10 .*12\.2, 12\.4, 12\.10/);
  });

  it('then a tile counts one outcome as one in each language', () => {
    const view = profileView([[gap('PR.AA-01'), 'supported']]);
    const words = (language: string) => {
      const heat = writeCategories(view, language).find((block): block is HeatBlock => block.kind === 'heat');
      return heat?.rows[0]?.tiles[0]?.words;
    };
    expect(words('en')).toBe('1 of 2 wanted is short');
    expect(words('de')).toBe('1 von 2 gewünschten nicht erreicht');
    expect(words('fr')).toBe('visés non atteints\u00a0: 1 sur 2');
  });
});
