import { type StarterControl, starterCondition, starterControl, starterLibrary } from '@concord/catalog';
import { given, type Story } from '@concord/programme/testing';
import { newMemory, seesAll } from '@concord/views';
import { expect, it } from 'vitest';
import type { Asked, Query } from '../query/query.ts';
import { rowNamed } from '../rows.ts';

interface Row {
  readonly code: string;
  readonly state: string;
  readonly adopted?: { readonly code: string };
  readonly requirements: Readonly<Record<string, { claimed: number; needed: number }>>;
}

/** What a query answers about a story. */
function answerOf(name: string, story: Story, said: object = {}) {
  const row = rowNamed(name)?.row as Query;
  const input = row.input.parse(said);
  const { programme, today: on } = story;
  const asked = {
    input,
    programme,
    organisation: 'example',
    on,
    head: '',
    reader: seesAll,
    memory: newMemory(),
  };
  return row.answer(asked as unknown as Asked<never>) as { rows: Row[]; refusal?: { code: string } };
}

function shownTexts(control: StarterControl | undefined) {
  if (!control) throw new Error('There is no such control');
  const { name, family, statement, test, usualEvidence, suggestedOwner } = control;
  return { name, family, statement, test, usualEvidence, suggestedOwner };
}

const rowOf = (story: Story, code: string) =>
  answerOf('library list', story).rows.find((row) => row.code === code);

it('the starter library is listed, with what of it is adopted here, under whatever code', () => {
  const story = given('iso27001-2022');
  expect(answerOf('library list', story).rows.map(({ state }) => state)).toEqual(Array(124).fill('offered'));
  story.done('library adopt', { controls: ['GOV-01', 'GOV-02'] });
  story.done('controls set', { control: 'GOV-01', code: 'OUR-1' });
  story.done('controls retire', { control: 'GOV-02', reason: 'Merged' });
  expect(rowOf(story, 'GOV-01')).toMatchObject({ state: 'adopted', adopted: { code: 'OUR-1' } });
  expect(rowOf(story, 'GOV-02')).toMatchObject({ state: 'retired' });
  expect(rowOf(story, 'GOV-03')).not.toHaveProperty('adopted');
});

it('a family is listed alone; one that is not there is refused', () => {
  const networks = answerOf('library list', given(), { family: 'networks' });
  expect(networks).toMatchObject({ total: 6, edition: '1', licence: 'Apache-2.0' });
  expect(networks.rows.every(({ code }) => code.startsWith('NET-'))).toBe(true);
  expect(answerOf('library list', given(), { family: 'Gardening' }).refusal?.code).toBe(
    'starter.families-unknown',
  );
});

it('a control counts what it says of each framework, and what falls without it', () => {
  // 4.1 alone; 4.2 and 6.1.1 with others; of 4.3 it is a part that GOV-02 meets anyway.
  expect(rowOf(given(), 'GOV-01')?.requirements['iso27001-2022']).toEqual({ claimed: 4, needed: 3 });
});

it('one control is shown with its test, its claims and those it takes part in, by code in any case', () => {
  expect(answerOf('library show', given(), { starter: 'gov-01' })).toMatchObject({
    code: 'GOV-01',
    kind: 'process',
    state: 'offered',
    suggestedOwner: 'CISO',
    attributes: { controlTypes: ['Preventive'] },
    claims: expect.arrayContaining([
      expect.objectContaining({ framework: 'iso27001-2022', requirement: '4.1', contribution: 'meets' }),
    ]),
    jointClaims: expect.arrayContaining([
      expect.objectContaining({ requirement: '4.2', controls: ['GOV-01', 'COM-01'], assessable: true }),
    ]),
  });
  expect(answerOf('library show', given(), { starter: 'net-06' })).toMatchObject({
    condition: 'We run control systems or other operational technology',
  });
  expect(answerOf('library show', given(), { starter: 'NO-1' }).refusal).toMatchObject({
    code: 'starter.control-unknown',
  });
});

it('given a framework adopted after the library, then its proposals wait by number, until what is there takes them', () => {
  const story = given('iso27001-2022');
  story.done('library adopt', { families: ['Networks'] });
  story.done('frameworks adopt', { framework: 'nist-csf-2.0' });
  const waiting = () =>
    answerOf('library proposals', story).rows as unknown as {
      framework: string;
      isAdopted: boolean;
      claims: number;
    }[];
  const stated = story.programme.controls.claims.size;
  const csf = waiting().find(({ framework }) => framework === 'nist-csf-2.0');
  expect(csf).toMatchObject({ isAdopted: true });
  story.done('library adopt', { present: true });
  expect(story.programme.controls.claims.size - stated).toBe(csf?.claims);
  expect(waiting().filter(({ isAdopted, claims }) => isAdopted && claims > 0)).toEqual([]);
});

it('given proposals that wait, then each is told with its control, its requirement, what it would be and why', () => {
  const story = given('iso27001-2022');
  story.done('library adopt', { controls: ['GOV-02', 'NET-01'] });
  const none = answerOf('library proposals', story) as unknown as { sentences: string[] };
  expect(none.sentences[0]).toBe(
    'ISO/IEC 27001: nothing that the starter library proposes waits to be taken over.',
  );
  expect(none.sentences[1]).toMatch(/^NIST Cybersecurity Framework is not adopted. Once it is, \d+ claims /);
  story.done('frameworks adopt', { framework: 'nist-csf-2.0' });
  const { proposals, sentences } = answerOf('library proposals', story, {
    limit: 2,
    language: 'de',
  }) as unknown as {
    proposals: { total: number; rows: { rationale: string }[] };
    sentences: string[];
  };
  expect(proposals.rows).toHaveLength(2);
  const [first, ...rest] = sentences.filter((sentence) => sentence.includes(' → '));
  expect(first).toMatch(/^ {2}(?:GOV-02|NET-01) → [A-Z]{2}\.[A-Z]{2}-\d\d [^:]+: .+\. .+/);
  expect(first).toContain(proposals.rows[0]?.rationale);
  expect(rest).toHaveLength(1);
  expect(sentences.at(-1)).toBe(`Gezeigt: 2 von ${proposals.total}; --offset und --limit zeigen weitere.`);
});

it('given controls that are of no use here, then they can be asked for, and are in no other state', () => {
  const story = given();
  story.done('library adopt', { families: ['Networks'], without: ['ot'] });
  const codes = (...implementation: string[]) =>
    answerOf('controls list', story, { implementation }).rows.map(({ code }) => code);
  expect(codes('-')).toEqual(['NET-06']);
  expect(codes('planned', 'partly', 'operating')).not.toContain('NET-06');
  expect(codes('planned', '-')).toContain('NET-06');
});

it('the gaps say what only the organisation can add, and which of them anybody is assessed on', () => {
  const { rows, sentences } = answerOf('library gaps', given()) as unknown as {
    rows: { requirement: string; assessable: boolean; title: string }[];
    sentences: string[];
  };
  const assessed = rows.filter(({ assessable }) => assessable).map(({ requirement }) => requirement);
  expect(assessed).toEqual(['4.4', 'PR.DS-10', '21(1)']);
  expect(sentences[0]).toMatch(/^iso27001-2022 4\.4, .*: This clause/);
  expect(sentences).toHaveLength(rows.length);
});

it('given a language, then requirements, conditions, controls and gaps are said in it', () => {
  const story = given('iso27001-2022');
  const german = answerOf('library list', story, { language: 'de' }).rows;
  expect(german).toContainEqual(expect.objectContaining({ condition: starterCondition('cloud', 'de') }));
  const shown = answerOf('library show', story, { starter: 'GOV-01', language: 'de' });
  expect(shown).toMatchObject({
    claims: expect.arrayContaining([
      expect.objectContaining({ requirement: '4.3', title: 'Anwendungsbereich des ISMS' }),
    ]),
    ...shownTexts(starterControl('GOV-01', 'de')),
  });
  const { claims } = answerOf('library show', story, { starter: 'GOV-01', language: 'de' }) as unknown as {
    claims: { rationale: string }[];
  };
  const own = starterLibrary('de').claims.filter(({ control }) => control === 'GOV-01');
  expect(claims.map(({ rationale }) => rationale)).toEqual(own.map(({ rationale }) => rationale));
  const { rows } = answerOf('library gaps', story, { language: 'de' }) as unknown as {
    rows: { missing: string }[];
  };
  expect(rows.map(({ missing }) => missing)).toEqual(starterLibrary('de').gaps.map(({ missing }) => missing));
});
