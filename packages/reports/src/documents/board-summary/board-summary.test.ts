import type { BoardSummary } from '@concord/views';
import { describe, expect, it } from 'vitest';
import { ground } from '../../testing/views/ground.ts';
import { writeBoardSummary } from './index.ts';

const open = { unclaimed: 1, unknown: 1, conflict: 0, byKind: { indicative: 0 } };
const numbers = { n: 10, met: 6, possible: 8, ...open };
const functionOf = (title: string, before?: number) => ({
  ...{ id: title, title, numbers, wanted: 7 },
  ...(before === undefined ? {} : { before }),
});

/** A summary of nothing but its functions. */
function boardView(functions: readonly object[]): BoardSummary {
  return {
    ...ground('board-summary'),
    ...{ since: '2026-08-22', numbers: { ...numbers, n: 20, met: 12, possible: 16 }, functions },
    ...{ gaps: { total: 3, rows: [] }, asked: [], frameworks: [], entities: [], tiers: {} },
    progress: { open: 0, done: 0, late: [], unowned: [] },
    evidence: { fresh: 0, due: 0, stale: 0, missing: 0, failed: 0 },
  } as unknown as BoardSummary;
}

const leadOf = (functions: readonly object[], language = 'en') =>
  writeBoardSummary(boardView(functions), { language }).lead;

describe('given the page for the management body', () => {
  it('when fewer outcomes are met than a quarter of a year before, then its headline says so', () => {
    const fallen = [functionOf('Govern', 9), functionOf('Protect', 7)];
    expect(leadOf(fallen)).toContain(
      '12 of 20 outcomes are met; at most 16 are. That is 4 met outcomes fewer than on 22 Aug 2026.',
    );
    expect(leadOf(fallen, 'de')).toContain('4 erfüllte Ergebnisse weniger als am 22. Aug. 2026');
    expect(leadOf(fallen, 'fr')).toContain('4 résultats satisfaits de moins qu’au 22 août 2026');
  });

  it('when what one function lost another gained, then as many are met as before; when more, then how many more', () => {
    expect(leadOf([functionOf('Govern', 8), functionOf('Protect', 4)])).toContain(
      'As many were met on 22 Aug 2026.',
    );
    expect(leadOf([functionOf('Govern', 6), functionOf('Protect', 5)])).toContain(
      'That is 1 met outcome more than on 22 Aug 2026.',
    );
  });

  it.each([
    ['en', '0 unclaimed, 0 unknown, 2 at least partly met'],
    ['de', '0 ohne Aussage, 0 unbekannt, 2 mindestens teilweise erfüllt'],
    ['fr', '0 sans affirmation, 0 à l’état inconnu, 2 au moins en partie'],
  ])('when what is open of a function is met in part, then its bar says so in %s', (language, words) => {
    const partly = { ...numbers, ...{ unclaimed: 0, unknown: 0, byKind: { indicative: 2 } } };
    const view = boardView([{ ...functionOf('Govern'), numbers: partly }]);
    const told = JSON.stringify(writeBoardSummary(view, { language }).blocks);
    expect(told).toContain(`"words":"${words}"`);
  });

  it('when nobody has said what is wanted, then it says that, and not that nothing is missed', () => {
    const unstated = { ...functionOf('Govern'), wanted: 0 };
    expect(leadOf([unstated])).toMatch(/What we want is not stated yet\./);
    expect(leadOf([unstated])).not.toContain('outcomes that we want are not reached');
    expect(leadOf([unstated], 'de')).toContain('Was wir wünschen, ist noch nicht gesagt.');
    expect(leadOf([unstated], 'fr')).toContain('Ce que nous visons n’est pas encore énoncé.');
    expect(leadOf([functionOf('Govern')])).toContain('3 outcomes that we want are not reached.');
  });

  it('then its foot says in full whose it is and of what scope, however long the running line would be', () => {
    const name = `Water ${'and works '.repeat(18)}company`;
    const view = { ...boardView([functionOf('Govern')]), organisation: { id: 'o', name } };
    const foot = (language: string) => {
      const last = writeBoardSummary(view as unknown as BoardSummary, { language }).blocks.at(-1);
      return last?.kind === 'paragraph' ? last.text : '';
    };
    expect(foot('en')).toMatch(new RegExp(`^Own computation for ${name} \\(scope: [^)]+\\): every figure`));
    expect(foot('en')).toContain('controls in use, planned ones included');
    expect(foot('de')).toContain('von 0 geführten Maßnahmen, auch geplanten');
    expect(foot('fr')).toContain('des 0 mesures en usage, planifiées comprises');
  });

  it('when nobody knows of every function how it was, then no change is said', () => {
    expect(leadOf([functionOf('Govern', 8), functionOf('Protect')])).not.toContain('Aug');
  });
});
