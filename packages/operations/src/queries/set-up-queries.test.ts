import { describe, expect, it } from 'vitest';
import type { Asked, Query } from '../query/query.ts';
import { rowNamed } from '../rows.ts';

interface Proposal {
  readonly nis2: { readonly class: string; readonly withLinked: { readonly wouldDecide: { ask: string }[] } };
  readonly frameworks: readonly { readonly framework: string; readonly title: string }[];
}

function propose(figures: object, language = 'en') {
  const row = rowNamed('set-up propose')?.row as Query;
  const said = { activities: ['I.1.a.1'], establishedIn: ['BE'], figures, language };
  return row.answer({ input: row.input.parse(said) } as unknown as Asked<never>) as Proposal;
}

describe('given a small enterprise', () => {
  const own = { persons: 5, turnover: 1, balance: 1 };
  const asksOf = ({ nis2 }: Proposal) => nis2.withLinked.wouldDecide.map(({ ask }) => ask);

  it('when nobody said whether it has linked ones, then its class is open and that is asked', () => {
    expect([propose(own).nis2.class, asksOf(propose(own))[0]]).toEqual(['undetermined', 'linked']);
  });

  it('when it has none, then it is out of scope; with some of unknown size their figures are asked', () => {
    expect(propose({ ...own, linked: false }).nis2.class).toBe('out-of-scope');
    expect(asksOf(propose({ ...own, linked: true }))).not.toContain('linked');
    expect(propose({ ...own, groupPersons: 5, groupTurnover: 1, groupBalance: 1 }).nis2.class).toBe(
      'out-of-scope',
    );
  });
});

it('frameworks are proposed by their names in the language asked for', () => {
  const titles = propose({}, 'de').frameworks.map(({ title }) => title);
  expect(titles).toContain('NIS-2-Richtlinie');
});
