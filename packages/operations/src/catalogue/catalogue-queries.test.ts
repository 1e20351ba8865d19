import { describe, expect, it } from 'vitest';
import { rowNamed } from '../rows.ts';

function ask(name: string, input: object): Record<string, unknown> {
  const found = rowNamed(name);
  if (found?.kind !== 'query') throw new Error(name);
  return found.row.answer({ input: found.row.input.parse(input) } as never) as Record<string, unknown>;
}

const idsOf = (rows: unknown) => (rows as { id: string }[]).map(({ id }) => id);

describe('framework show', () => {
  it('given a selection, then it shows what the selection holds and the headings over it', () => {
    const { rows, requirements, selections } = ask('framework show', {
      framework: 'nist-sp-800-53r5',
      selection: 'low',
    });
    expect(idsOf(rows).slice(0, 5)).toEqual(['AC', 'AC-1', 'AC-2', 'AC-3', 'AC-7']);
    const asked = (rows as { assessable: boolean }[]).filter(({ assessable }) => assessable);
    expect(asked).toHaveLength(149);
    expect(requirements).toBe(1216);
    expect(selections).toContainEqual(expect.objectContaining({ id: 'low', requirements: 149 }));
  });

  it('given a selection or a framework that is not there, then it says which are', () => {
    expect(ask('framework show', { framework: 'cmmc-2.0', selection: 'level-3' })).toMatchObject({
      refusal: {
        kind: 'missing',
        code: 'framework.selection-unknown',
        params: { known: 'level-1, level-2' },
      },
    });
    expect(ask('framework show', { framework: 'iso27001-2022', selection: 'low' })).toMatchObject({
      refusal: { params: { known: '–' } },
    });
    expect(ask('framework show', { framework: 'iso27001' })).toMatchObject({
      refusal: { kind: 'missing', code: 'framework.unknown' },
    });
  });

  it('lists every framework with its counts and the crosswalks that name it', () => {
    const { rows } = ask('frameworks', {});
    expect((rows as object[]).find((row) => 'id' in row && row.id === 'nist-csf-1.1')).toMatchObject({
      requirements: 136,
      assessable: 108,
      crosswalks: ['csf1.1-to-csf2.0', 'hipaa-to-csf1.1'],
    });
  });
});

describe('crosswalk show', () => {
  it('given an end without a catalogue, then its ids are unresolved and nothing is made up for them', () => {
    const shown = ask('crosswalk show', { crosswalk: 'csf2-to-800-171r3' });
    expect(shown.unresolved).toHaveLength(69);
    expect(shown.unresolved).toContainEqual({ side: 'to', framework: 'nist-sp-800-171r3', id: '03.03.05' });
    const [pair] = shown.pairs as object[];
    expect(pair).toMatchObject({ from: 'DE.AE-02', to: '03.03.05', relation: 'related', toTitle: undefined });
    const [, to] = shown.coverage as object[];
    expect(to).toMatchObject({ side: 'to', linked: 0, of: 0, share: null, unresolved: 69 });
  });

  it('given a language, then its name, what is said of it and the parts of a framework are in it, in the list too', () => {
    const title = 'NIS 2 Artikel 21(2) zu CSF 2.0 (abgeleitet)';
    const asked = { crosswalk: 'nis2-21-to-csf2', language: 'de' };
    expect(ask('crosswalk show', asked)).toMatchObject({
      title,
      developer: 'Concord, aus einer Tabelle der ENISA',
    });
    const { coverage } = ask('crosswalk show', { ...asked, crosswalk: 'csf2-to-iso27001-2022' });
    expect((coverage as { part: string }[]).map(({ part }) => part)).toContain('Maßnahme');
    const { rows } = ask('crosswalks', { language: 'de' });
    expect((rows as { title: string }[]).map((row) => row.title)).toContain(title);
  });

  it('given a statement that there is none, then it is kept apart from silence', () => {
    const { noEquivalent, notMapped } = ask('crosswalk show', { crosswalk: 'iso27001-2013-to-2022' });
    expect(noEquivalent).toHaveLength(11);
    expect(noEquivalent).toContainEqual(
      expect.objectContaining({ side: 'to', id: 'A.5.7', title: 'Threat intelligence', statement: 'new' }),
    );
    expect(idsOf(notMapped)).not.toContain('A.5.7');
    expect(idsOf(notMapped)).toContain('4.1');
  });

  it('given only the heading over a requirement is named, then the requirement is not mapped, and it says so', () => {
    const { notMapped } = ask('crosswalk show', { crosswalk: 'csf1.1-to-csf2.0' });
    expect(notMapped).toContainEqual({
      side: 'from',
      framework: 'nist-csf-1.1',
      id: 'RC.CO-2',
      title: 'Reputation repaired',
      underHeading: true,
    });
    expect(notMapped).toHaveLength(17);
  });

  it('counts again without the pairs that start at a heading, where there are any', () => {
    const reached = (crosswalk: string) =>
      (ask('crosswalk show', { crosswalk }).coverage as Record<string, unknown>[])
        .filter(({ side, part }) => side === 'to' && part === 'All')
        .map(({ pairs, linked, underHeadings }) => [pairs, linked, underHeadings]);
    expect(reached('csf2-to-iso27001-2022')).toEqual([
      ['all', 88, 5],
      ['those of requirements', 85, 5],
    ]);
    expect(reached('nis2-2690-to-csf2')).toEqual([['all', 86, 0]]);
  });

  it('given a crosswalk that is not there, then it says which are', () => {
    expect(ask('crosswalk show', { crosswalk: 'soc2-to-iso27001-2022' })).toMatchObject({
      refusal: { kind: 'missing', code: 'crosswalk.unknown', path: 'crosswalk' },
    });
  });
});

it('crosswalks lists each with its share of either side', () => {
  const rows = ask('crosswalks', {}).rows as Record<string, unknown>[];
  expect(rows).toHaveLength(15);
  expect(rows.find(({ id }) => id === '800-53r5-to-iso27001-2022')).toMatchObject({
    developer: 'National Institute of Standards and Technology',
    relation: 'related',
    status: 'published',
    pairs: 642,
    fromShare: { linked: 220, of: 1014, share: 220 / 1014, underHeadings: 0, unresolved: 0 },
    toShare: { linked: 120, of: 123 },
  });
});

describe('given a language', () => {
  const hashOf = (language: string) => {
    const { rows } = ask('frameworks', { language }) as {
      rows: { id: string; hash: string; title: string }[];
    };
    return rows.find(({ id }) => id === 'nis2-directive');
  };

  it('then frameworks go by their name in it, and are the same editions', () => {
    expect(hashOf('de')).toMatchObject({ title: 'NIS-2-Richtlinie', hash: hashOf('en')?.hash });
  });

  it('then requirements have their titles in it, alone and in a crosswalk', () => {
    const shown = ask('framework show', { framework: 'iso27001-2022', language: 'de' });
    const rows = shown.rows as { id: string; title: string }[];
    const german = rows.find(({ id }) => id === 'A.5.15')?.title;
    expect(german).toBe('Zugriffssteuerung');
    const { pairs } = ask('crosswalk show', { crosswalk: 'nis2-21-to-iso27001-2022', language: 'de' });
    const linked = (pairs as { to: string; toTitle: string }[]).find(({ to }) => to === 'A.5.15');
    expect(linked?.toTitle).toBe(german);
  });
});
