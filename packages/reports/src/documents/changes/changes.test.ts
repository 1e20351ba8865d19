import { describe, expect, it } from 'vitest';
import { linesOf, textOf } from '../../blocks.ts';
import { headingsOf, rowsOf, tablesOf, writeSample } from '../../testing/tables-told.ts';
import { changesView } from '../../testing/views/index.ts';
import { writeChanges } from './index.ts';

describe('given what changed of a report', () => {
  const document = writeSample('changes', changesView());

  it('then what was decided, what is in practice and what came out otherwise stand apart', () => {
    expect(headingsOf(document)).toEqual([
      'Decided and stated',
      'In practice',
      'States, evidence and checks',
    ]);
    expect(rowsOf(document, 'changes')).toEqual([
      ['The whole', 'Scope', 'Sites', 'Sites and cloud'],
      ['A.5.15 | Access control', 'Applicability', 'Undecided', 'Applicable'],
      ['A.5.15', 'Reasons', '–', 'law: The act'],
      ['A.5.15', 'Review', '–', '9 Mar 2027'],
      ['A.5.15 | Access control', 'Implementation', 'Not in place', 'In place'],
      ['A.5.15', 'Actions', '–', 'Since 2020-01-01 open (Ida Sample, 31 Jan 2027)'],
      ['A.5.15 | Access control', 'State', 'Unclaimed', 'Stale: unknown since 4 Oct 2026'],
      ['A.8.1 | User endpoint devices', 'Open checks', 'SOA-06', '–'],
    ]);
  });

  it('then both ends are named, with who handed the earlier one out; nothing changed is said', () => {
    expect(document.title).toBe('Changes: Statement of Applicability');
    expect(document.asked).toBe('From version 1 of 9 Mar 2026 to now, 22 Nov 2026');
    expect(document.lead).toContain('8 changes in 3 lines. 1 control became applicable.');
    expect(JSON.stringify(document.blocks)).toContain('published by Ida Sample');
    const none = writeSample('changes', changesView({ rows: [] }));
    expect(none.lead).toBe('Nothing has changed from version 1 of 9 Mar 2026 to now, 22 Nov 2026.');
    expect(tablesOf(none.blocks)).toEqual([]);
  });

  it.each([
    [
      'en',
      'Compared',
      'version 1 of 9 Mar 2026 and now, 22 Nov 2026',
      /^Comparison, ledger position [\d,]+$/,
    ],
    [
      'de',
      'Verglichen',
      'Version 1 vom 9. März 2026 und jetzt, 22. Nov. 2026',
      /^Vergleich, Protokollstand [\d.]+$/,
    ],
    [
      'fr',
      'Comparaison',
      'version 1 du 9 mars 2026 et aujourd’hui, 22 nov. 2026',
      /^Comparaison, position du registre/,
    ],
  ] as const)(
    'then its cover says in %s what is compared, and calls it neither version nor draft',
    (...said) => {
      const [language, label, value, status] = said;
      const written = writeChanges(changesView(), { language });
      const facts = written.blocks.find((block) => block.kind === 'facts')?.facts ?? [];
      expect(facts).toContainEqual({ label, value });
      expect(facts.map((fact) => fact.label)).not.toContain('Version');
      expect(written.status).toMatch(status);
      expect(written.running.foot).toMatch(new RegExp(`^${status.source.replace(/^\^|\$$/g, '')}`));
    },
  );

  it('then a version has its article in a French sentence', () => {
    const said = writeChanges(changesView(), { language: 'fr' });
    expect(said.asked).toBe('De la version 1 du 9 mars 2026 à aujourd’hui, 22 nov. 2026');
    expect(said.lead).toContain('Entre la version 1 du 9 mars 2026 et aujourd’hui');
  });
});

it('given a version handed out in English, when the changes are written in German, then no state and no title of ours is left in English', () => {
  const { blocks } = writeChanges(changesView(), { language: 'de' });
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
  const told = cells.flatMap((cell) => linesOf(cell).map(textOf));
  for (const english of ['Unclaimed', 'Access control']) expect(told).not.toContain(english);
  expect(told.join()).not.toContain('unknown since');
});
