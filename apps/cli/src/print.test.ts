import { type Row, rowNamed } from '@concord/operations';
import { expect, it } from 'vitest';
import { printable } from './line/printable.ts';
import { printAnswer } from './print.ts';

const share = (linked: number, of: number, underHeadings: number, unresolved: number) => ({
  ...{ linked, of, underHeadings, unresolved },
  share: of === 0 ? null : linked / of,
});

it('prints how much of each side a crosswalk links, and where nothing is there to count against', () => {
  const rows = [
    { id: 'one', from: 'a', fromShare: share(7, 50, 43, 0), to: 'b', toShare: share(90, 106, 0, 0) },
    { id: 'two', from: 'a', fromShare: share(1, 50, 0, 0), to: 'c', toShare: share(0, 0, 0, 69) },
  ];
  const lines = printAnswer(rowNamed('crosswalks') as Row, { rows }).split('\n');
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    ['id', 'from', 'fromShare', 'to', 'toShare'],
    ['one', 'a', '7 of 50, 43 under headings', 'b', '90 of 106'],
    ['two', 'a', '1 of 50', 'c', '69 unresolved'],
    [''],
  ]);
});

it('says of a demo what to look at, on the day that it was made for', () => {
  const loaded = {
    name: 'Example',
    from: '2024-01-01',
    to: '2025-06-29',
    facts: 9,
    controls: 2,
    evidence: 3,
  };
  const print = (answer: object) => printAnswer(rowNamed('demo load') as Row, { ...loaded, ...answer });
  expect(print({})).toContain('concord view csf-profile --org "Example"\n');
  expect(print({ asOf: '2025-06-30' })).toContain('view nis2-duties --org "Example" --on 2025-06-30\n');
  expect(printAnswer(rowNamed('demo remove') as Row, loaded)).toBe(
    'Removed Example, with everything in it.\n',
  );
});

it('prints the crosswalks of a catalogue below its frameworks', () => {
  const rows = [{ id: 'house', title: 'House rules', crosswalks: ['house-to-garden'] }];
  const crosswalks = [{ id: 'house-to-garden', title: 'House to garden', origin: 'imported' }];
  const text = printAnswer(rowNamed('catalogue list') as Row, { rows, crosswalks });
  expect(text.split('\n\n')[1]).toBe(
    'crosswalks\nid               title            origin\nhouse-to-garden  House to garden  imported\n',
  );
});

it('prints an interval as known then and now, and the days that were covered of a time', () => {
  const known = { met: 4, possible: 9, n: 12 };
  const trend = {
    rows: [{ framework: 'iso', day: '2026-03-31', position: 7, knownThen: null, knownNow: known }],
  };
  expect(printAnswer(rowNamed('view trend') as Row, trend)).toBe(
    'day         knownThen  knownNow      framework  position\n2026-03-31             4 to 9 of 12  iso        7\n',
  );
  const period = { controls: 1, expected: 4, coveredDays: 300, days: 365 };
  const text = printAnswer(rowNamed('view coverage') as Row, { rows: [{ id: 'A.5.1', period }] });
  expect(text).toBe('id     period\nA.5.1  300 of 365 days\n');
});

it('writes what turns the direction of writing or steers a terminal as its number, wherever it stands', () => {
  const name = 'Evil\u202eexe.\u2066x\u200f\u001b[31m';
  const shown = 'Evil\\u202eexe.\\u2066x\\u200f\\u001b[31m';
  expect(printable(`${name}\r\nזה`)).toBe(`${shown}\\u000d\nזה`);
  const printed = (command: string, answer: object) => printAnswer(rowNamed(command) as Row, { ...answer });
  expect(printed('demo remove', { name })).toBe(`Removed ${shown}, with everything in it.\n`);
  expect(printed('why', { sentences: [name] })).toBe(`${shown}\n`);
  expect(printed('parties show', { name, asks: 'two\nlines' })).toBe(`name: ${shown}\nasks: two lines\n`);
  const lines = printed('parties list', {
    rows: [
      { name, kind: 'staff' },
      { name: 'Anna', kind: 'staff' },
    ],
  });
  const [head = '', ...rest] = lines.trimEnd().split('\n');
  // As wide as it is printed, so that the columns stay in line.
  expect(rest.map((line) => line.indexOf('staff'))).toEqual([head.indexOf('kind'), head.indexOf('kind')]);
  expect(lines).toContain(shown);
});

it('counts what was done as people say it', () => {
  const done = (...kinds: string[]) =>
    printAnswer(rowNamed('controls change-many') as Row, {
      position: 9,
      records: kinds.map((kind, at) => ({ kind, id: `${at}`, revision: 1 })),
    });
  expect(done('control', 'control')).toBe('Done: 2 controls, at position 9.\n');
  expect(done('control', 'claim', 'control', 'evidence', 'evidence')).toBe(
    'Done: 2 controls, 1 claim, 2 pieces of evidence, at position 9.\n',
  );
  expect(done('party', 'party', 'person', 'person', 'entity', 'relation-limit', 'relation-limit')).toBe(
    'Done: 2 parties, 2 people, 1 entity, 2 relation limits, at position 9.\n',
  );
});

it('says of a control that is retired or not needed here just that, whatever state it was in', () => {
  const rows = [
    { code: 'A', implementation: 'operating', freshness: 'fresh', retired: false, conditionHolds: true },
    { code: 'B', implementation: 'planned', freshness: 'missing', retired: false, conditionHolds: false },
    { code: 'C', implementation: 'operating', freshness: 'stale', retired: true, conditionHolds: true },
    { code: 'D', implementation: 'operating', freshness: 'failed', retired: false, conditionHolds: true },
  ].map((row) => ({ ...row, freshUntil: '2026-11-06' }));
  const lines = printAnswer(rowNamed('controls list') as Row, { rows })
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    ['code', 'implementation', 'freshness', 'freshUntil'],
    ['A', 'operating', 'fresh', '2026-11-06'],
    ['B', 'not needed here'],
    ['C', 'retired'],
    ['D', 'operating', 'failed'],
  ]);
});

it('names people, records and versions as a person knows them, and not by their ids', () => {
  const printed = (command: string, answer: object) => printAnswer(rowNamed(command) as Row, { ...answer });
  expect(printed('documents show', { owner: '7a-1', title: 'Rules', actions: [], ownerName: 'Ana' })).toBe(
    'owner: Ana\ntitle: Rules\n',
  );
  const about = [{ kind: 'evidence', id: '7a-2', code: '', title: 'Access review' }];
  expect(printed('batches list', { rows: [{ first: 1, about }] })).toContain('1      Access review\n');
  const rows = [{ id: 'GV.OC-01', status: { priority: 'high', by: '7a-1' } }];
  const profile = printed('view csf-profile', { rows, people: { '7a-1': 'Ana' } });
  expect(profile).toContain('priority high, by Ana');
  const version = { version: 2, id: 'x:report/2', publishedBy: { id: '7a-1', name: 'Ana' } };
  expect(printed('reports versions', { rows: [version] })).toBe('version  publishedBy\n2        Ana\n');
});

it('says of a day before the ledger begins that nothing was recorded then and what stands there all the same, and of no other', () => {
  const row = rowNamed('view csf-profile') as Row;
  const printed = printAnswer(row, { rows: [], on: '1990-01-01', begins: '2026-01-10' });
  expect(printed).toMatch(
    /^Nothing was recorded yet on 1990-01-01: the ledger begins on 2026-01-10\. What follows was entered later for that day\./,
  );
  expect(printAnswer(row, { rows: [], on: '2026-02-01' })).not.toContain('begins');
});

it('heads the columns of a preview by words', () => {
  const fact = (kind: string, type: string) => ({
    type,
    record: { kind, id: 'x' },
    data: { code: 'AC-01', name: 'N' },
  });
  const preview = (...first: object[]) =>
    printAnswer(rowNamed('controls import') as Row, {
      ...{ preview: true, types: { ControlAdded: 1 }, facts: first.length, first },
    })
      .split('\n\n')[1]
      ?.split('\n')
      .map((line) => line.split(/ {2,}/));
  expect(preview(fact('control', 'ControlAdded'))).toEqual([
    ['what', 'control', 'values'],
    ['control added', 'AC-01', 'code AC-01, name N'],
    [''],
  ]);
  expect(preview(fact('control', 'ControlAdded'), fact('claim', 'ClaimProposed'))?.[0]).toEqual([
    ...['what', 'record', 'values'],
  ]);
});

it('says how an outcome stood, what is wanted of it, and what was proposed, each in a line', () => {
  const printed = (command: string, answer: object) => printAnswer(rowNamed(command) as Row, { ...answer });
  const from = {
    state: ['F', 'P'],
    word: 'Unknown',
    included: true,
    target: { wanted: true, tier: 3, owner: '7a' },
  };
  const to = { state: ['F'], word: 'Met, by our claim', included: false, target: { wanted: false } };
  expect(printed('profiles compare', { rows: [{ id: 'GV.OC-01', from, to }] })).toContain(
    'GV.OC-01  Unknown; tier 3  Met, by our claim; not included; not wanted\n',
  );
  const proposed = {
    nis2: { possible: ['important'], sentence: 'Likely important.', trail: [{ looked: 'x' }] },
    library: { total: 4, families: [{ family: 'Networks', proposed: 3, total: 4 }] },
    facts: [],
  };
  expect(printed('set-up propose', proposed)).toBe(
    'nis2: Likely important.\nlibrary: total 4\n\nlibrary, families\nfamily    proposed  total\nNetworks  3         4\n',
  );
});
