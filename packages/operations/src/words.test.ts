import { readdirSync, readFileSync } from 'node:fs';
import { hasWords } from '@concord/catalog';
import { expect, it } from 'vitest';
import { membersOf, rowNamed, rows } from './rows.ts';

const root = new URL('../../', import.meta.url);

/** The text of every file of a package, tests and what is for tests apart. */
function sources(name: string): string[] {
  const folder = new URL(`${name}/src/`, root);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing'))
    .map((file) => readFileSync(new URL(file.replaceAll('\\', '/'), folder), 'utf8'));
}

const text = ['programme', 'views', 'operations'].flatMap(sources).join('\n');

const kinds = 'invalid|denied|missing|conflict|stale|refused|precondition|unavailable';

it('every refusal that is written out has words', () => {
  const refusals = text.matchAll(new RegExp(`refuse\\(\\s*'(?:${kinds})',\\s*([^{})]*)`, 'g'));
  const codes = [...refusals].flatMap(([, code = '']) => [...code.matchAll(/'([a-z-]+\.[a-z-]+)'/g)]);
  const written = new Set(codes.map(([, code]) => code as string));
  expect(written.size).toBeGreaterThan(35);
  expect([...written].filter((code) => !hasWords(`refusal.${code}`))).toEqual([]);
  const calls = [...text.matchAll(/\brefuse\(\s*'/g)].length;
  // Put together are that of a claim by its state, and the three of a register (see its own test).
  expect(codes.length).toBeGreaterThanOrEqual(calls - 4);
});

it('every key of a sentence, a state or a standing that is written out has words', () => {
  const keys = text.matchAll(
    /'((?:why|word|control|contribution|reason|judgement|clause|transition|diversity)\.[a-z-]+)'/g,
  );
  const found = new Set([...keys].map(([, key]) => key as string));
  const refusals = new Set([...text.matchAll(/refuse\(\s*'[a-z]+',\s*'([^']+)'/g)].map(([, code]) => code));
  const spoken = [...found].filter((key) => !refusals.has(key));
  expect(spoken.length).toBeGreaterThan(25);
  expect(spoken.filter((key) => !hasWords(key))).toEqual([]);
});

it('every key that is put together has words, for all that can stand in it', () => {
  const controls = ['operating', 'partly implemented', 'not implemented', 'design not accepted', 'untested'];
  const standings = [...controls, 'stale', 'failed', 'retired', 'struck'];
  const put: Readonly<Record<string, readonly string[]>> = {
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: looked for as written
    '`control.${': standings.map((each) => `control.${each}`),
    '`why.step-${': [
      ...['confirm', 'confirm-relation', 'withdraw', 'operate', 'operate-shown', 'accept', 'record', 'renew'],
      'mend',
      ...['judge', 'judge-again', 'claim'],
    ].map((each) => `why.step-${each}`),
    '`why.missing-${': ['claim', 'whole-claim', 'confirmation', 'confidence', 'scope'].map(
      (each) => `why.missing-${each}`,
    ),
    '`why.relation-${': ['draft', 'low-confidence', 'rationale'].map((each) => `why.relation-${each}`),
    '`clause.need-${': ['approved', 'past-review', 'draft', 'kept', 'incomplete', 'missing'].map(
      (each) => `clause.need-${each}`,
    ),
    '`clause.record-${': [
      ...['objectives', 'risks', 'competence', 'awareness', 'communication', 'audits', 'reviews'],
      'nonconformities',
    ].map((each) => `clause.record-${each}`),
    '`clause.climate-${': ['yes', 'no', 'undecided'].map((each) => `clause.climate-${each}`),
    '`clause.scope-${': ['boundaries', 'interfaces'].map((each) => `clause.scope-${each}`),
    '`clause.condition-${': ['yes', 'no', 'undecided'].map((each) => `clause.condition-${each}`),
    '`transition.decide-${': ['applicable', 'excluded', 'undecided'].map(
      (each) => `transition.decide-${each}`,
    ),
    '`transition.compare-${': ['applicable', 'excluded'].map((each) => `transition.compare-${each}`),
    '`diversity.rests-${': ['nothing', 'single'].map((each) => `diversity.rests-${each}`),
    '`diversity.${': ['controlTypes', 'properties', 'concepts', 'capabilities', 'domains'].map(
      (each) => `diversity.${each}`,
    ),
    '`why.control-${': ['fresh', 'due', 'stale', 'missing', 'failed'].map((each) => `why.control-${each}`),
    '`why.other-${': ['fresh', 'due'].map((each) => `why.other-${each}`),
    '`why.capped-${': ['proposed', 'low-confidence', 'scope'].map((each) => `why.capped-${each}`),
    '`why.conflict-${': ['claim', 'judgement', 'parts', 'whole', 'relation'].map(
      (each) => `why.conflict-${each}`,
    ),
    '`contribution.${': ['meets', 'equals', 'part', 'contributes'].map((each) => `contribution.${each}`),
    '`reason.${': ['risk', 'law', 'contract', 'business'].map((each) => `reason.${each}`),
    '`judgement.${': ['met', 'partly', 'not-met'].map((each) => `judgement.${each}`),
    '`word.${': ['unclaimed', 'conflict', 'excluded'].map((each) => `word.${each}`),
    '`claim.${': ['confirmed', 'withdrawn'].map((each) => `refusal.claim.${each}`),
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: looked for as written
  };
  const prefixes = Object.keys(put);
  const used = [
    ...text.matchAll(
      /`(?:why|word|control|contribution|reason|judgement|claim|clause|transition|diversity)\.[a-z-]*\$\{/g,
    ),
  ];
  expect(new Set(used.map(([key]) => key))).toEqual(new Set(prefixes));
  expect(
    Object.values(put)
      .flat()
      .filter((key) => !hasWords(key)),
  ).toEqual([]);
});

it('every command and member that the words name is there', () => {
  const words = JSON.parse(readFileSync(new URL('catalog/data/words/en.json', root), 'utf8')) as object;
  const quoted = Object.values(words).flatMap((said) => [...String(said).matchAll(/`([^`]+)`/g)]);
  const lines = JSON.parse(readFileSync(new URL('catalog/data/command-lines.json', root), 'utf8')) as object;
  const typed = [...quoted.map(([, said]) => said as string), ...Object.values(lines).flat()];
  const named = typed.map((said) => said.split(/ (?=[^a-z]|$)/)[0] as string);
  expect(named.length).toBeGreaterThan(10);
  const members = new Set(rows.flatMap((row) => membersOf(row).map(({ name }) => name)));
  // Behind a command may stand what it is about: `report csf-profile`.
  const isCommand = (name: string) =>
    rowNamed(name) || rows.some(({ row }) => name.startsWith(`${row.name} `));
  expect(named.filter((name) => !isCommand(name) && !members.has(name))).toEqual([]);
});
