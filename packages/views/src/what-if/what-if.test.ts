import { assessableOf } from '@concord/catalog';
import { adoptedEdition } from '@concord/programme';
import { anyDeeds, doDeed, groundOfDeeds, places, type Story } from '@concord/programme/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newMemory } from '../coverage/memory.ts';
import type { ViewAsked } from '../envelope.ts';
import { frameworkCoverage } from '../framework-coverage.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, csf, exclude, iso, judge, show, start } from '../testing/library.ts';
import type { Printed } from './difference/difference.ts';
import type { Supposed } from './hypothesis/change.ts';
import { type WhatIf, whatIf } from './what-if.ts';

const nothing = { set: [], lapse: [], exclude: [], reach: [] };

function ask(story: Story, supposed: Partial<Supposed>, said: Partial<ViewAsked> = {}): WhatIf {
  return answered<WhatIf>(whatIf(asked(story, said), { ...nothing, ...supposed }));
}

function refusalOf(story: Story, supposed: Partial<Supposed>, said: Partial<ViewAsked> = {}) {
  const answer = whatIf(asked(story, said), { ...nothing, ...supposed });
  return 'refusal' in answer ? answer.refusal : undefined;
}

type Row = Printed & { id: string };

/** Every assessable row of every adopted framework, as the coverage of the story has it. */
function rowsNow(story: Story, said: Partial<ViewAsked> = {}): Record<string, Row[]> {
  const ids = [...story.programme.governance.adoptions.keys()];
  const ask = asked(story, said);
  return Object.fromEntries(
    ids.map((id) => {
      const { rows } = answered(frameworkCoverage(ask, id));
      return [id, rows.map(({ id: of, ...row }) => ({ id: of, ...printed(row) }))];
    }),
  );
}

function printed({ state, kind, word, mark, implementation }: Printed): Printed {
  return { state, kind, word, mark, implementation };
}

/** The same as predicted: rows that differ in place of those of now. */
function rowsThen(before: Record<string, Row[]>, { frameworks }: WhatIf): Record<string, Row[]> {
  return Object.fromEntries(
    frameworks.map(({ framework, rows }) => {
      const after = new Map(rows.map((row) => [row.id, row.after]));
      return [framework.id, (before[framework.id] ?? []).map((row) => ({ ...row, ...after.get(row.id) }))];
    }),
  );
}

function numbersNow(story: Story) {
  const ask = asked(story);
  return [...story.programme.governance.adoptions.keys()].map(
    (id) => answered(frameworkCoverage(ask, id)).numbers,
  );
}

const states = ['planned', 'partly', 'operating', 'works', 'fails', 'retired'] as const;

/** What somebody would do to bring a state about. */
function bringAbout(story: Story, control: string, state: (typeof states)[number]): void {
  const controls = [control];
  const { frequency } = story.programme.controls.controls.find(({ code }) => code === control)!;
  const result = {
    controls,
    title: 'Result',
    link: 'https://example.org/new',
    ...(frequency === undefined ? { validUntil: story.today } : {}),
  };
  if (state === 'works') {
    story.done('controls set', { control, implementation: 'operating', design: 'accepted' });
    story.done('evidence add', { ...result, outcome: 'works' });
  } else if (state === 'fails') story.done('evidence add', { ...result, outcome: 'fails' });
  else if (state === 'retired') story.done('controls retire', { control, reason: 'Merged' });
  else story.done('controls set', { control, implementation: state });
}

const anySets = fc.uniqueArray(fc.record({ at: fc.nat({ max: 5 }), state: fc.constantFrom(...states) }), {
  minLength: 0,
  maxLength: 4,
  selector: ({ at }) => at,
});
const anyExclusions = fc.uniqueArray(fc.constantFrom(...places), { maxLength: 3 });

describe('what is predicted', () => {
  it('given any course of events, equals what is so once it is done, and leaves no trace', () => {
    let differed = 0;
    fc.assert(
      fc.property(anyDeeds, anySets, anyExclusions, (deeds, sets, exclusions) => {
        const story = groundOfDeeds();
        const memory = newMemory();
        for (const deed of deeds) {
          doDeed(story, deed);
          if (deed.one % 7 === 0) rowsNow(story, { memory });
        }
        const open = [...story.programme.controls.controls.values()].filter(
          ({ retiredOn }) => retiredOn === undefined,
        );
        const codes = open.map(({ code }) => code).sort();
        const wanted = sets.flatMap(({ at, state }) => (codes[at] ? [[codes[at], state] as const] : []));
        const left = exclusions.filter(([framework, requirement]) => {
          const edition = adoptedEdition(story.programme.governance, framework)!;
          return assessableOf(edition, requirement)[0]?.excludable === true;
        });
        fc.pre(wanted.length + left.length > 0);
        const supposed = {
          set: wanted.map(([code, state]) => `${code}=${state}`),
          exclude: left.map((place) => place.join('/')),
        };
        const before = rowsNow(story);
        const predicted = ask(story, supposed, { memory });
        expect(rowsNow(story, { memory })).toEqual(before);
        for (const [code, state] of wanted) bringAbout(story, code, state);
        for (const place of left) exclude(story, place);
        expect(rowsThen(before, predicted)).toEqual(rowsNow(story));
        expect(predicted.frameworks.map(({ numbers }) => numbers.after)).toEqual(numbersNow(story));
        const rows = predicted.frameworks.flatMap((each) => [...each.rows, ...each.wholes]);
        differed += rows.length;
        for (const { because } of rows) {
          const named = because.controls.length + because.requirements.length;
          expect(named > 0 || because.excluded).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
    expect(differed).toBeGreaterThan(20);
  }, 180_000);

  it('leaves what the reader remembers of a control as it was', () => {
    const story = start(iso);
    const [one, other] = [addControl(story, 'AC-01'), addControl(story, 'AC-02')];
    claim(story, one, [iso, 'A.5.15']);
    claim(story, other, [iso, 'A.5.15'], { contribution: 'contributes' });
    show(story, one);
    const memory = newMemory();
    rowsNow(story, { memory });
    expect(ask(story, { set: ['AC-01=fails'] }, { memory }).frameworks[0]?.rows).toHaveLength(1);
    show(story, other);
    expect(rowsNow(story, { memory })).toEqual(rowsNow(story));
  });

  it('given evidence that is to lapse, equals what is so where its own validity has ended', () => {
    const tell = (validUntil?: string) => {
      const story = start(iso, csf).on('2026-01-10');
      const [one, other] = [addControl(story, 'AC-01'), addControl(story, 'AC-02')];
      claim(story, one, [iso, 'A.5.15']);
      claim(story, [one, other], [csf, 'PR.AA-05']);
      const piece = show(story, one, validUntil === undefined ? {} : { validUntil });
      show(story, other);
      return { story: story.on('2026-02-01'), piece };
    };
    const { story, piece } = tell();
    const before = rowsNow(story);
    const predicted = ask(story, { lapse: [piece] });
    expect(rowsThen(before, predicted)).toEqual(rowsNow(tell('2026-01-31').story));
    const lost = predicted.frameworks.flatMap(({ rows }) => rows.map((row) => [row.id, row.after.mark]));
    expect(lost).toEqual([
      ['A.5.15', 'stale'],
      ['PR.AA-05', 'stale'],
    ]);
  });

  it('given a failure on the day of a pass, when the pass lapses, then it still came before the failure', () => {
    const story = start(iso);
    const control = addControl(story, 'AC-01');
    claim(story, control, [iso, 'A.5.15']);
    const piece = show(story, control);
    show(story, control, { outcome: 'fails' });
    expect(ask(story, { lapse: [piece] }).frameworks[0]?.rows).toEqual([]);
  });

  it('given a lapse and a control that is to work all the same, then it works', () => {
    const story = start(iso);
    const control = addControl(story, 'AC-01');
    claim(story, control, [iso, 'A.5.15']);
    const piece = show(story, control);
    const { frameworks } = ask(story, { set: ['AC-01=works'], lapse: [piece] });
    expect(frameworks[0]?.rows).toEqual([]);
  });
});

describe('the answer', () => {
  it('names for every framework the interval, what is in place, and each row with what makes it differ', () => {
    const story = start(iso, csf);
    const one = addControl(story, 'AC-01', { implementation: 'planned' });
    const other = addControl(story, 'AC-02', { implementation: 'planned' });
    const single = claim(story, one, [iso, 'A.5.15']);
    const joint = claim(story, [one, other], [csf, 'PR.AA-05']);
    const answer = ask(story, { set: ['ac-01=works', 'AC-02=works'] });
    const [inIso, inCsf] = answer.frameworks;
    expect(inIso?.numbers).toMatchObject({ before: { met: 0, n: 123 }, after: { met: 1, n: 123 } });
    expect(inIso?.lead).toMatchObject({
      view: 'statement-of-applicability',
      numbers: { after: { met: 1, n: 93 } },
      implementation: { before: { yes: 0, no: 93 }, after: { yes: 1, no: 92 } },
    });
    expect(inIso?.rows).toMatchObject([
      {
        id: 'A.5.15',
        before: { state: ['N'], mark: 'gap', implementation: 'no' },
        after: { state: ['F'], mark: 'met', implementation: 'yes' },
        because: { controls: [{ id: one, code: 'AC-01' }], claims: [single], hiddenControls: 0 },
      },
    ]);
    expect(inCsf?.wholes).toMatchObject([
      { id: 'PR', because: { requirements: ['PR.AA'] } },
      { id: 'PR.AA', because: { requirements: ['PR', 'PR.AA-05'] } },
    ]);
    expect(inCsf?.rows[0]?.because).toMatchObject({
      controls: [{ code: 'AC-01' }, { code: 'AC-02' }],
      claims: [joint],
    });
    expect(inCsf?.groups.find(({ id }) => id === 'PR')).toMatchObject({
      before: { met: 0, n: 22 },
      after: { met: 1 },
    });
    expect(answer.changes.map(({ words }) => words)).toEqual([
      'AC-01 Name of AC-01: operating, its design accepted, and a passing result of the day',
      'AC-02 Name of AC-02: operating, its design accepted, and a passing result of the day',
    ]);
    expect(answer.sentences).toContain('  A.5.15 Access control: Gap, by claim → Met, by our claim (AC-01)');
    expect(answer.sentences.join('\n')).not.toMatch(/what-if\.|\{\{/);
  });

  it('can be kept as actions that name what they close, in order of priority', () => {
    const story = start(iso, csf);
    const one = addControl(story, 'AC-01', { implementation: 'planned' });
    addControl(story, 'AC-02', { implementation: 'planned' });
    claim(story, one, [iso, 'A.5.15']);
    claim(story, one, [csf, 'PR.AA-05']);
    const { plan } = ask(story, { set: ['AC-01=works', 'AC-02=operating', 'AC-01=operating'] });
    expect(plan).toHaveLength(3);
    expect(plan[0]).toMatchObject({
      title: 'Show that AC-01 Name of AC-01 works',
      priority: 'high',
      closes: [
        { kind: 'control', id: one },
        { kind: 'requirement', id: 'iso27001-2022/A.5.15' },
        { kind: 'requirement', id: 'nist-csf-2.0/PR.AA-05' },
      ],
    });
  });

  it('says what is so already', () => {
    const story = start(iso);
    addControl(story, 'AC-01');
    const { notices } = ask(story, { set: ['AC-01=operating'] });
    expect(notices).toMatchObject([{ code: 'what-if.so-already' }]);
  });

  it('supposes on the day asked about, and knows what is not excludable', () => {
    const story = start(iso, csf);
    const control = addControl(story, 'AC-01', { implementation: 'planned' });
    claim(story, control, [iso, 'A.5.15']);
    const later = ask(story, { set: ['AC-01=works'] }, { on: '2026-06-01' });
    expect(later).toMatchObject({ on: '2026-06-01', frameworks: [{ numbers: { after: { met: 1 } } }, {}] });
    expect(refusalOf(story, { exclude: ['nist-csf-2.0/GV.OC-01', 'iso27001-2022/5.1'] })).toMatchObject({
      code: 'applicability.not-excludable',
    });
    const left = ask(story, { exclude: ['iso27001-2022/A.7.4'] });
    expect(left.frameworks[0]?.numbers).toMatchObject({ before: { n: 123 }, after: { n: 122, excluded: 1 } });
  });

  it('tells a conflict that a judgement would be in', () => {
    const story = start(iso);
    const control = addControl(story, 'AC-01', { implementation: 'planned' });
    claim(story, control, [iso, 'A.5.15']);
    judge(story, [iso, 'A.5.15'], { judgement: 'not-met' });
    const [row] = ask(story, { set: ['AC-01=works'] }).frameworks[0]?.rows ?? [];
    expect(row).toMatchObject({ after: { mark: 'conflict' }, because: { controls: [{ code: 'AC-01' }] } });
  });
});

describe('what cannot be supposed', () => {
  const story = start(iso);
  const control = addControl(story, 'AC-01');
  addControl(story, 'AC-02', { implementation: 'planned' });
  const piece = show(story, control, { title: 'Review, third quarter' });
  const refusal = (supposed: Partial<Supposed>) => {
    const refused = refusalOf(story, supposed);
    return refused ? [refused.kind, refused.code, refused.params, refused.path] : [];
  };

  it('is refused with what could be meant', () => {
    expect(refusal({})).toEqual(['invalid', 'what-if.nothing-asked', {}, undefined]);
    expect(refusal({ set: ['AC-03=works'] })).toEqual([
      'missing',
      'what-if.control-near',
      { control: 'AC-03', near: 'AC-01, AC-02' },
      'set',
    ]);
    expect(refusal({ set: ['XXXX-9=works'] }).slice(0, 2)).toEqual(['missing', 'control.unknown']);
    expect(refusal({ set: ['AC-01=gone'] }).slice(1)).toEqual([
      'what-if.state-unknown',
      { state: 'gone', states: states.join(', ') },
      'set',
    ]);
    expect(refusal({ set: ['AC-01'] })[1]).toBe('what-if.set-form');
    expect(refusal({ exclude: ['A.5.15'] })[1]).toBe('what-if.exclude-form');
    expect(refusal({ exclude: ['iso27001-2022/A.5.51'] })).toEqual([
      'refused',
      'requirement.unknown-near',
      expect.objectContaining({ near: 'A.5.15, A.5.1, A.5.5' }),
      'exclude',
    ]);
    expect(refusal({ exclude: ['nist-csf-2.0/GV.OC-01'] }).slice(1)).toEqual([
      'framework.not-adopted',
      { framework: 'nist-csf-2.0' },
      'exclude',
    ]);
    expect(refusal({ lapse: ['Review'] })[1]).toBe('evidence.unknown');
  });

  it('is two things at once of one control', () => {
    const [kind, code, params] = refusal({ set: ['AC-01=works', 'AC-01=planned'] });
    expect([kind, code, params]).toEqual([
      'refused',
      'what-if.contradiction',
      { control: 'AC-01', one: 'works', other: 'planned' },
    ]);
    expect(refusal({ set: ['AC-01=retired', 'AC-01=fails'] })[1]).toBe('what-if.contradiction');
    expect(refusal({ set: ['AC-01=works', 'AC-01=works', 'AC-01=operating'] })).toEqual([]);
    expect(refusal({ set: ['AC-01=partly', 'AC-01=fails'] })).toEqual([]);
  });

  it('is a lapse of what holds nothing up, or of a title that several bear', () => {
    const failing = show(story, control, { outcome: 'fails', title: 'Run' });
    expect(refusal({ lapse: [failing] })[1]).toBe('what-if.lapse-no-pass');
    expect(refusal({ lapse: ['review, third quarter'] })).toEqual([]);
    const newer = show(story, control, { title: 'Review, third quarter' });
    const [, code, params] = refusal({ lapse: ['Review, third quarter'] });
    expect(code).toBe('what-if.evidence-ambiguous');
    expect(params).toMatchObject({ count: 2, known: expect.stringContaining(piece) });
    expect(JSON.stringify(params)).toContain(newer);
  });
});

describe('somebody who sees only their own', () => {
  const story = start(iso);
  story.done('people add', { person: 'ben' });
  const own = addControl(story, 'AC-01', { implementation: 'planned', owner: 'ben' });
  const other = addControl(story, 'AC-02', { implementation: 'planned' });
  claim(story, own, [iso, 'A.5.15']);
  claim(story, [own, other], [iso, 'A.5.16']);
  const hidden = show(story, other, { title: 'Hidden' });
  const reader = { person: 'ben', sees: 'own' } as const;

  it('has the numbers of all, and others’ controls as a count', () => {
    const all = ask(story, { set: ['AC-01=operating'] });
    const masked = ask(story, { set: ['AC-01=operating'] }, { reader });
    expect(masked.frameworks[0]?.numbers).toEqual(all.frameworks[0]?.numbers);
    const [, shared] = masked.frameworks[0]?.rows ?? [];
    expect(shared).toMatchObject({ id: 'A.5.16', because: { controls: [{ code: 'AC-01' }], claims: [] } });
    expect(JSON.stringify(masked)).not.toContain('AC-02');
  });

  it('cannot ask about what they may not see, and is not told that it is there', () => {
    const [one, none] = ['AC-02=works', 'ZZ-99=works'].map((set) =>
      refusalOf(story, { set: [set] }, { reader }),
    );
    expect([one?.kind, one?.params.near]).toEqual(['missing', 'AC-01']);
    expect(none?.kind).toBe('missing');
    expect(refusalOf(story, { lapse: [hidden] }, { reader })?.code).toBe('evidence.unknown');
    expect(refusalOf(story, { lapse: ['Hidden'] }, { reader })?.code).toBe('evidence.unknown');
  });
});
