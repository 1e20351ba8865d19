import { frequency } from '@concord/catalog';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { given, type Story } from '../testing/index.ts';
import { evidenceOf } from './evidence.ts';
import { freshnessOn } from './freshness.ts';
import { recordEvidenceInput } from './inputs/evidence-input.ts';

const link = 'https://example.org/report';
const file = { hash: 'a'.repeat(64), name: 'report.pdf', size: 3, mediaType: 'application/pdf' };
const passing = { controls: ['C-1'], outcome: 'works', title: 'Test', link };
const failing = { ...passing, outcome: 'fails' };

function withControls(): Story {
  const story = given();
  story.done('controls add', { code: 'C-1', name: 'Quarterly', frequency: 'quarterly' });
  story.done('controls add', { code: 'C-2', name: 'Annual', frequency: 'annual' });
  story.done('controls add', { code: 'C-3', name: 'Nobody said how often' });
  story.done('scopes define', { name: 'Site' });
  return story.on('2026-03-01');
}

const scopeOf = (story: Story) => story.programme.governance.scopes.keySeq().first() as string;
const piecesOf = (story: Story, code: string) =>
  evidenceOf(story.programme.controls, story.programme.controls.byCode.get(code) as string);
const standing = (story: Story, on: string, code = 'C-1') =>
  freshnessOn(piecesOf(story, code), frequency('quarterly'), on).freshness;

describe('a piece of evidence', () => {
  it('is a file, an address or a record, and says which', () => {
    const story = withControls();
    const kindOf = (source: object) => {
      const { link: _link, ...rest } = passing;
      const decision = story.when('evidence add', { ...rest, ...source });
      return 'refusal' in decision
        ? decision.refusal.code
        : (decision.facts[0] as { data: { kind?: string } }).data.kind;
    };
    expect([kindOf({ file }), kindOf({ link }), kindOf({ record: 'organisation/organisation' })]).toEqual([
      'upload',
      'link',
      'record',
    ]);
    expect([kindOf({}), kindOf({ file, link })]).toEqual(['evidence.one-source', 'evidence.one-source']);
    expect(story.refusal('evidence add', { ...passing, record: 'organisation/organisation' })).toBe(
      'invalid evidence.one-source',
    );
  });

  it('keeps title, address and file erasable', () => {
    const story = withControls();
    const { link: _link, ...rest } = passing;
    expect(story.when('evidence add', passing)).toMatchObject({ facts: [{ erasable: ['title', 'link'] }] });
    expect(story.when('evidence add', { ...rest, file })).toMatchObject({
      facts: [{ erasable: ['title', 'file'], data: { file, collectedOn: '2026-03-01' } }],
    });
  });

  it('serves each control once, however often it is named', () => {
    const story = withControls();
    story.done('evidence add', { ...passing, controls: ['C-1', 'c-1', 'C-2'] });
    expect(piecesOf(story, 'C-1')).toHaveLength(1);
    expect(piecesOf(story, 'C-2')).toEqual(piecesOf(story, 'C-1'));
    expect(piecesOf(story, 'C-1')[0]).toMatchObject({ by: 'ana', seq: story.programme.position });
  });

  it.each([
    'javascript:alert(1)',
    'ftp://example.org',
    'example.org',
    'https://example.org/\ud800',
    'https://example.org/\u0000',
  ])('cannot lie at %j', (address) => {
    expect(recordEvidenceInput.safeParse({ ...passing, link: address }).success).toBe(false);
  });
});

describe('recording is refused', () => {
  const story = withControls();
  const refusal = (said: object) => story.refusal('evidence add', { ...passing, ...said });

  it('for an unknown control, scope, record or earlier piece', () => {
    expect(refusal({ controls: ['C-1', 'C-9'] })).toBe('refused control.unknown at controls');
    expect(refusal({ scope: 'nowhere' })).toBe('refused scope.unknown at scope');
    expect(refusal({ link: undefined, record: 'control/none' })).toBe(
      'refused evidence.record-unknown at record',
    );
    expect(refusal({ versionOf: 'none' })).toBe('refused evidence.unknown at versionOf');
  });

  it('for a newer version of what shows other controls only', () => {
    const told = withControls();
    const versionOf = told.done('evidence add', { ...passing, controls: ['C-2'] });
    const newer = { ...passing, versionOf };
    expect(told.refusal('evidence add', { ...newer, controls: ['C-1'] })).toBe(
      'refused evidence.version-of-other at versionOf',
    );
    expect(told.refusal('evidence add', { ...newer, controls: ['C-1', 'C-2'] })).toBe('');
  });

  it('for a day to come', () => {
    for (const member of ['collectedOn', 'coversFrom', 'coversTo']) {
      expect(refusal({ [member]: '2026-03-02' })).toBe(`refused date.future at ${member}`);
      expect(refusal({ [member]: '2026-03-01' })).toBe('');
    }
    expect(refusal({ validUntil: '2030-01-01' })).toBe('');
  });

  it('for a period that ends before it begins, and a validity that ends before the piece was collected', () => {
    expect(refusal({ coversFrom: '2026-02-02', coversTo: '2026-02-01' })).toBe(
      'refused evidence.period-reversed at coversTo',
    );
    expect(refusal({ coversFrom: '2026-02-02', coversTo: '2026-02-02' })).toBe('');
    expect(refusal({ collectedOn: '2026-02-02', validUntil: '2026-02-01' })).toBe(
      'refused evidence.validity-before at validUntil',
    );
    expect(refusal({ collectedOn: '2026-02-02', validUntil: '2026-02-02' })).toBe('');
  });

  it('when it passes and nothing says how long it counts', () => {
    expect(refusal({ controls: ['C-1', 'C-3'] })).toBe('refused evidence.no-validity at validUntil');
    expect(refusal({ controls: ['C-3'], validUntil: '2026-06-01' })).toBe('');
    expect(refusal({ controls: ['C-3'], outcome: 'fails' })).toBe('');
    expect(refusal({ controls: ['C-3'], outcome: 'neutral' })).toBe('');
  });

  it('for a version older than what it replaces', () => {
    const story = withControls();
    const earlier = story.done('evidence add', { ...passing, collectedOn: '2026-02-10' });
    const newer = { ...passing, versionOf: earlier };
    expect(story.refusal('evidence add', { ...newer, collectedOn: '2026-02-09' })).toBe(
      'refused evidence.version-before at collectedOn',
    );
    expect(story.refusal('evidence add', { ...newer, collectedOn: '2026-02-10' })).toBe('');
  });
});

describe('a passing result that extends no coverage adds no fact', () => {
  const factsOf = (story: Story, input: object) => {
    const decision = story.when('evidence add', input);
    return 'refusal' in decision ? decision.refusal.code : decision.facts.length;
  };

  it('given the same result of the same day, then nothing is added', () => {
    const story = withControls();
    story.done('evidence add', passing);
    expect(factsOf(story, passing)).toBe(0);
    expect(factsOf(story, { ...passing, title: 'The same by another name' })).toBe(0);
    expect(factsOf(story, { ...passing, collectedOn: '2026-03-01' })).toBe(0);
  });

  it('given it covers a day more, another period, source, scope or control, then it is added', () => {
    const story = withControls();
    story.done('evidence add', passing);
    for (const validUntil of ['2026-06-02', '2026-06-01', '2026-04-01']) {
      expect(factsOf(story, { ...passing, validUntil })).toBe(1);
    }
    expect(factsOf(story, { ...passing, coversFrom: '2026-01-01' })).toBe(1);
    expect(factsOf(story, { ...passing, coversTo: '2026-01-01' })).toBe(1);
    expect(factsOf(story, { ...passing, link: `${link}/2` })).toBe(1);
    expect(factsOf(story, { ...passing, scope: scopeOf(story) })).toBe(1);
    expect(factsOf(story, { ...passing, controls: ['C-1', 'C-2'] })).toBe(1);
    expect(factsOf(story.on('2026-03-02'), passing)).toBe(1);
  });

  it('given it is a newer version, then it is added', () => {
    const story = withControls();
    const versionOf = story.done('evidence add', passing);
    expect(factsOf(story, { ...passing, versionOf })).toBe(1);
  });

  it('given the piece there is stated a shorter time in grace, then one with more grace is added, once', () => {
    const story = withControls();
    story.done('evidence add', { ...passing, validUntil: '2026-06-10' });
    expect(factsOf(story, passing)).toBe(1);
    story.done('evidence add', passing);
    expect(factsOf(story, passing)).toBe(0);
    expect(factsOf(story, { ...passing, validUntil: '2026-06-10' })).toBe(0);
  });

  it('but a failing one always does, and so does whatever answers it', () => {
    const story = withControls();
    story.done('evidence add', passing);
    expect(factsOf(story, failing)).toBe(1);
    story.done('evidence add', failing);
    expect(factsOf(story, failing)).toBe(1);
    expect(standing(story, '2026-03-01')).toBe('failed');
    expect(factsOf(story, passing)).toBe(1);
    story.done('evidence add', passing);
    expect(standing(story, '2026-03-01')).toBe('fresh');
  });

  it('also where the failure was of the whole and the pass is of one scope', () => {
    const story = withControls();
    const scoped = { ...passing, scope: scopeOf(story) };
    story.done('evidence add', scoped);
    story.done('evidence add', failing);
    expect(factsOf(story, scoped)).toBe(1);
  });

  it('whatever is there, leaving it out changes the standing on no day', () => {
    const day = fc.nat({ max: 90 });
    const drawn = fc.record({
      back: day,
      outcome: fc.constantFrom('works', 'works', 'fails'),
      valid: fc.nat({ max: 200 }),
      covered: fc.nat({ max: 150 }),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 6 }), drawn, fc.nat({ max: 400 }), (before, last, ahead) => {
        const story = withControls().on('2026-05-01');
        const today = Temporal.PlainDate.from('2026-05-01');
        const inputOf = ({ back, outcome, valid, covered }: typeof last) => ({
          ...passing,
          outcome,
          collectedOn: today.subtract({ days: back }).toString(),
          ...(covered % 2 === 0 ? { coversTo: today.subtract({ days: back + covered }).toString() } : {}),
          ...(valid > 100 ? { validUntil: today.add({ days: valid - 100 }).toString() } : {}),
        });
        for (const each of before) story.done('evidence add', inputOf(each));
        if (factsOf(story, inputOf({ ...last, outcome: 'works' })) !== 0) return;
        const without = piecesOf(story, 'C-1');
        const { collectedOn, validUntil, coversTo } = inputOf(last) as {
          collectedOn: string;
          validUntil?: string;
          coversTo?: string;
        };
        const seq = story.programme.position + 1;
        const left = { ...(without[0] as (typeof without)[number]), id: 'left out', seq, collectedOn };
        const piece = { ...left, outcome: 'works' as const, validUntil, coversTo };
        const on = today.add({ days: ahead - 90 }).toString();
        const standingOn = (pieces: typeof without) =>
          freshnessOn(pieces, frequency('quarterly'), on).freshness;
        if (on >= collectedOn) expect(standingOn([...without, piece])).toBe(standingOn(without));
      }),
      { numRuns: 300 },
    );
  });
});

describe('given a failing result in the ledger', () => {
  it('then freshness ends at once, and a pass that was collected before does not bring it back', () => {
    const story = withControls();
    story.done('evidence add', { ...passing, collectedOn: '2026-02-01' });
    story.done('evidence add', { ...failing, collectedOn: '2026-02-20' });
    story.done('evidence add', { ...passing, collectedOn: '2026-02-19', link: `${link}/2` });
    expect([standing(story, '2026-02-19'), standing(story, '2026-02-20')]).toEqual(['fresh', 'failed']);
    story.done('evidence add', { ...passing, collectedOn: '2026-02-21' });
    expect([standing(story, '2026-02-20'), standing(story, '2026-02-21')]).toEqual(['failed', 'fresh']);
  });
});
