import type { Cell, SentDocument } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { given } from './testing/index.ts';

const hash = '0'.repeat(64);
const value = (content: unknown): SentDocument => ({ kind: 'value', name: 'sent', hash, value: content });
const sheet = (...rows: readonly (readonly Cell[])[]): SentDocument => ({
  kind: 'sheets',
  name: 'sent',
  hash,
  sheets: [{ name: 'Sheet', rows: rows.map((cells, at) => ({ number: at + 1, cells })) }],
});

const element = (type: string, id: string) => ({
  element_type: type,
  element_identifier: id,
  title: id,
  text: id,
});
const cprt = {
  response: {
    elements: {
      documents: [{ doc_identifier: 'X', name: 'X', version: '1', website: '' }],
      relationship_types: [],
      elements: [element('function', 'DO')],
      relationships: [],
    },
  },
};

const sent = {
  'a CPRT export': value(cprt),
  'an OSCAL catalog': value({ catalog: { uuid: 'x' } }),
  'a crosswalk in our form': sheet(['from_id', 'to_id'], ['A-1', 'B-1']),
  'a workbook of a profile': sheet(
    ['CSF Outcome (Function, Category, or Subcategory)', 'Current Status'],
    ['PR.AA-01', 'Done'],
  ),
  'a statement of ours': sheet(
    ['Control', 'Title', 'Applicable', 'Why or why not', 'In place', 'How, and what shows it', 'State'],
    ['A.5.1', 'Policies', 'Yes', 'Risk', 'Yes', '', 'Met, by our claim'],
  ),
  'a library': sheet(['Code', 'Name', 'State'], ['AC-01', 'Access', 'operating']),
  'a register of evidence': sheet(
    ['Evidence', 'File, link or record', 'Collected', 'Shows, sent by', 'Controls', 'State'],
    ['Review', 'x', '2026-01-01', 'Works', 'AC-01', 'Fresh'],
  ),
  'ein Verzeichnis der Nachweise': sheet(
    ['Nachweis', 'Erhoben', 'Zeigt, gesendet von', 'Maßnahmen'],
    ['Review', '2026-01-01', 'Wirkt', 'AC-01'],
  ),
};

const imports = {
  'controls import': {},
  'catalogue import': {},
  'applicability import': { framework: 'iso27001-2022' },
  'profiles import': {},
  'profiles import-target': {},
};

const takenBy: Readonly<Record<keyof typeof sent, readonly [kind: string, ...commands: string[]]>> = {
  'a CPRT export': ['catalogue', 'catalogue import'],
  'an OSCAL catalog': ['catalogue', 'catalogue import'],
  'a crosswalk in our form': ['catalogue', 'catalogue import'],
  'a workbook of a profile': ['profile', 'profiles import', 'profiles import-target'],
  'a statement of ours': ['statement', 'applicability import'],
  'a library': ['library', 'controls import'],
  'a register of evidence': ['evidence'],
  'ein Verzeichnis der Nachweise': ['evidence'],
};

describe('given a file that is sent to an import', () => {
  const story = given('iso27001-2022', 'nist-csf-2.0');
  const profile = story.done('profiles create', { name: 'Ours', framework: 'nist-csf-2.0' });
  const askedOf = (command: keyof typeof imports, document: SentDocument) => {
    const asked = { ...imports[command], ...(command.startsWith('profiles') ? { profile } : {}) };
    return { ...asked, document, people: [] };
  };
  const tried = (command: keyof typeof imports, document: SentDocument) =>
    story.tried(command, askedOf(command, document));
  const refused = (command: keyof typeof imports, document: SentDocument, more: object = {}) =>
    story.refusal(command, { ...askedOf(command, document), ...more });
  const pairs = Object.entries(sent).flatMap(([what, document]) =>
    Object.keys(imports).map((command) => ({ what, document, command }) as const),
  );

  it.each(pairs)(
    'when $command gets $what, then it is taken in or refused with the place that takes it',
    ({ what, document, command }) => {
      const [kind, ...commands] = takenBy[what as keyof typeof sent];
      const told = refused(command as keyof typeof imports, document);
      if (commands.includes(command)) expect(told).not.toContain('document.of-');
      // That one says which kinds of OSCAL there are, and where each goes.
      else if (what === 'an OSCAL catalog' && command === 'controls import')
        expect(told).toContain('table.other-document');
      else expect(told).toBe(`refused document.of-${kind} at file`);
    },
  );

  it('when somebody says what its columns are, then they mean this file, and are told what is wrong with them', () => {
    const columns = ['Control=code'];
    expect(refused('controls import', sent['a statement of ours'], { columns })).toContain('table.faults');
  });

  it('when a list of measures is applicable or not and its names stand under a heading of its own, then the place is told, what is missing, and its columns, to be said', () => {
    const list = sheet(['ID', 'Was wir tun', 'Verantwortlich', 'Applicable'], ['Z-1', 'Zutritt', '', 'Yes']);
    const { code, errors, beside } = tried('controls import', list) ?? {};
    expect(code).toBe('document.of-statement');
    expect(errors?.map((each) => `${each.at} ${each.code}`)).toEqual(['Sheet!A1 table.column-missing']);
    const { columns } = beside as { columns: readonly { heading: string; field?: string }[] };
    expect(columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['ID', 'code'],
      ['Was wir tun', undefined],
      ['Verantwortlich', 'owner'],
      ['Applicable', undefined],
    ]);
    const said = { columns: ['Sheet!B=name'], leaveOut: ['Sheet!D'] };
    expect(refused('controls import', list, said)).toBe('');
    expect(refused('controls import', list, { leaveOut: ['Sheet!D'] })).toContain('table.faults');
  });

  it.each([
    [
      'applicability import',
      sheet(['Ref', 'Control', 'Applied'], ['A.5.1', 'Policies', 'Yes']),
      'table.no-statement',
    ],
    ['profiles import', sheet(['Kennung', 'Titel', 'Stand'], ['PR.AA-01', 'x', 'y']), 'profile.no-workbook'],
    ['catalogue import', sheet(['Kennung', 'Titel'], ['A-1', 'x']), 'import.table-unrecognised'],
    ['controls import', sent['a crosswalk in our form'], 'table.none'],
  ] as const)(
    'when its headings only read like those of another, then %s also says what it looked for',
    (command, document, code) => {
      const { code: told, errors } = tried(command, document) ?? {};
      expect(told).toContain('document.of-');
      expect(errors?.map((each) => each.code)).toEqual([code]);
    },
  );

  it('when something was noticed while it was read, then that is told, whether it is taken in or not', () => {
    const noticed = [{ code: 'document.windows-1252', params: { example: 'Zürich' } }] as const;
    const told = (document: SentDocument) => {
      const read = { ...(document as Extract<SentDocument, { kind: 'sheets' }>), noticed };
      const decision = story.when('controls import', askedOf('controls import', read));
      return 'refusal' in decision ? decision.refusal : decision;
    };
    expect(told(sent['a library']).notices).toEqual(expect.arrayContaining([...noticed]));
    expect(told(sent['a library'])).toHaveProperty('facts');
    expect(told(sent['a workbook of a profile'])).toMatchObject({
      code: 'document.of-profile',
      notices: noticed,
    });
  });

  it('when nobody takes it, then what was looked for is told', () => {
    const other = sheet(['Colour', 'Size'], ['red', '2']);
    expect(refused('controls import', other)).toContain('table.none');
    expect(refused('catalogue import', other)).toContain('import.faulty');
  });
});
