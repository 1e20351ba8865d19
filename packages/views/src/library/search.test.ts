import { attributesOf, childrenOf, framework } from '@concord/catalog';
import {
  type Claim,
  type Control,
  implementationOn,
  type Programme,
  wholeOrganisation,
} from '@concord/programme';
import { anyDeeds, type Deed, doDeed, groundOfDeeds, places, type Story } from '@concord/programme/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOn } from '../coverage/feed.ts';
import { newMemory, type ViewMemory } from '../coverage/memory.ts';
import { type Reader, seesAll } from '../reader.ts';
import { asked } from '../testing/asked.ts';
import { addControl, claim, csf, iso, show, start } from '../testing/library.ts';
import { controlLibrary, type Library } from './control-library.ts';
import { dimensionNames, freshnesses, type SortedBy, sortings } from './dimension.ts';
import type { Wanted } from './search.ts';

const ben: Reader = { person: 'ben', sees: 'own' };
const everything = { offset: 0, limit: 1000 };

const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
const anyWanted: fc.Arbitrary<Wanted> = fc.record({
  text: maybe('ZQ-1', 'q', 'name of', 'nothing'),
  owner: maybe('ben', 'cleo', ''),
  family: maybe('Networks', 'people', ''),
  frequency: maybe('quarterly', ''),
  framework: maybe('iso27001-2022', 'nist-csf-2.0', ''),
  requirement: maybe('A.5', 'A.5.15', 'RC.CO', '2.1'),
  scope: maybe(wholeOrganisation),
  implementation: maybe('planned', 'operating'),
  freshness: fc.option(fc.subarray([...freshnesses], { minLength: 1 }), { nil: undefined, freq: 2 }),
  design: maybe('draft', 'accepted'),
  retired: maybe(true, false),
  unconfirmed: maybe(true, false),
  toConfirm: maybe(true, false),
  controlType: maybe('Preventive', 'Detective', ''),
  sort: fc.constantFrom(...(Object.keys(sortings) as SortedBy[])),
  direction: fc.constantFrom('ascending', 'descending'),
  facets: fc.boolean(),
});

const anyQuestion = fc.record({
  wanted: anyWanted,
  reader: fc.constantFrom(seesAll, seesAll, ben),
  on: fc.constantFrom('2026-01-15', '2026-06-01', '2027-01-01'),
});
type Question = typeof anyQuestion extends fc.Arbitrary<infer T> ? T : never;

/** The values that a control has, looked up in the programme with nothing kept. */
function valuesOf(programme: Programme, control: Control, on: string): Record<string, readonly string[]> {
  const claims = [...programme.controls.claims.values()].filter(
    (each: Claim) => each.state !== 'withdrawn' && each.controls.includes(control.id),
  );
  const scope = control.scopes.length === 1 ? (control.scopes[0] as string) : wholeOrganisation;
  const { shown } = standingOn(programme, control, { scope, on });
  const attributes = claims.map((each) => attributesOf(each.framework, each.requirement));
  const distinct = (values: readonly (string | undefined)[]) =>
    [...new Set(values)].filter((value) => value !== undefined && value !== '') as string[];
  return {
    owner: distinct([control.owner]),
    family: distinct([control.family]),
    frequency: distinct([control.frequency]),
    design: [control.design],
    scope: control.scopes.length === 0 ? [wholeOrganisation] : control.scopes,
    requirement: claims.map((each) => `${each.framework} ${each.requirement}`),
    framework: distinct(claims.map((each) => each.framework)),
    implementation: control.conditionHolds ? [implementationOn(control, on)] : [],
    freshness: control.conditionHolds ? [shown.freshness] : [],
    retired: [String(control.retiredOn !== undefined && control.retiredOn <= on)],
    toConfirm: [
      String(
        control.conditionHolds &&
          implementationOn(control, on) !== 'planned' &&
          claims.some(
            (each) =>
              each.state === 'proposed' && each.controls.length === 1 && !isDecidedOut(programme, each, on),
          ),
      ),
    ],
    unconfirmed: [String(claims.some(({ state }) => state === 'proposed'))],
    controlType: distinct(attributes.flatMap((each) => each?.controlTypes)),
    property: distinct(attributes.flatMap((each) => each?.properties)),
    concept: distinct(attributes.flatMap((each) => each?.concepts)),
    capability: distinct(attributes.flatMap((each) => each?.capabilities)),
    domain: distinct(attributes.flatMap((each) => each?.domains)),
    name: [control.name.toLowerCase()],
    code: [control.code],
    freshUntil: distinct([shown.until]),
  };
}

/** Read from the whole table of decisions: the latest of those that hold by the day, in the scope of the adoption. */
function isDecidedOut({ governance, controls }: Programme, claim: Claim, on: string): boolean {
  const scope = governance.adoptions.get(claim.framework)?.scope;
  const decisions = controls.applicability.get(`${scope}:${claim.framework}/${claim.requirement}`) ?? [];
  const holding = decisions.filter(({ from }) => from <= on);
  const latest = holding.reduce<(typeof holding)[number] | undefined>(
    (best, each) => (best !== undefined && best.from > each.from ? best : each),
    undefined,
  );
  return latest?.value.applicable === false;
}

function below(id: string, requirement: string): string[] {
  const edition = framework(id);
  const children = edition ? childrenOf(edition, requirement) : [];
  return [requirement, ...children.flatMap((child) => below(id, child.id))];
}

function passes(values: Record<string, readonly string[]>, dimension: string, wanted: Wanted): boolean {
  const value = wanted[dimension as keyof Wanted];
  const own = values[dimension] ?? [];
  if (value === undefined) return true;
  if (typeof value === 'object') return value.some((each) => own.includes(each));
  if (dimension !== 'requirement') return value === '' ? own.length === 0 : own.includes(String(value));
  const within = wanted.framework === undefined ? places.map(([id]) => id) : [wanted.framework as string];
  return within.some((id) => below(id, String(value)).some((each) => own.includes(`${id} ${each}`)));
}

const ranks: Record<string, readonly string[]> = {
  implementation: ['planned', 'partly', 'operating'],
  freshness: freshnesses,
};

/** Filter, sort and count as a reader of the words above would, each time from nothing. */
function naively(programme: Programme, { wanted, reader, on }: Question) {
  const { sort = 'code', direction, text = '' } = wanted;
  const all = [...programme.controls.controls.values()];
  const visible = all.filter(({ owner }) => reader.sees === 'all' || owner === reader.person);
  const read = visible.map((control) => ({ control, values: valuesOf(programme, control, on) }));
  const dimensions = [...dimensionNames, 'requirement'];
  const matching = (except?: string) =>
    read.filter(
      ({ control, values }) =>
        [control.code, control.name, control.statement].some((each) =>
          each.toLowerCase().includes(text.toLowerCase()),
        ) && dimensions.every((dimension) => dimension === except || passes(values, dimension, wanted)),
    );
  const keyOf = (values: Record<string, readonly string[]>) => {
    const [value] = values[sort] ?? [];
    const rank = value === undefined ? undefined : ranks[sort]?.indexOf(value);
    return rank ?? (sort === 'family' ? value?.toLowerCase() : value);
  };
  const rows = matching().map(({ control, values }) => ({
    id: control.id,
    code: control.code,
    key: keyOf(values),
  }));
  rows.sort((one, other) => {
    if (one.key === other.key) return one.code < other.code ? -1 : 1;
    if (one.key === undefined || other.key === undefined) return one.key === undefined ? 1 : -1;
    return (one.key < other.key ? -1 : 1) * (direction === 'descending' ? -1 : 1);
  });
  const facets = dimensionNames.map((dimension) => {
    const found = matching(dimension).map(({ values }) => values[dimension] ?? []);
    const counted = found.flatMap((values) => (values.length === 0 ? [''] : values));
    return [
      dimension,
      Object.fromEntries(
        [...new Set(counted)].map((value) => [value, counted.filter((each) => each === value).length]),
      ),
    ];
  });
  return {
    ids: rows.map(({ id }) => id),
    hidden: all.length - visible.length,
    facets: wanted.facets ? Object.fromEntries(facets) : undefined,
  };
}

function ask(story: Story, { wanted, reader, on }: Question, memory: ViewMemory): Library {
  return controlLibrary(asked(story, { reader, on, memory }), { ...wanted, ...everything });
}

function summed(library: Library) {
  const facets = Object.entries(library.facets ?? {}).map(([dimension, counts]) => [
    dimension,
    Object.fromEntries(counts.map(({ value, count }) => [value, count])),
  ]);
  return {
    ids: library.rows.map(({ id }) => id),
    hidden: library.hidden,
    facets: library.facets ? Object.fromEntries(facets) : undefined,
  };
}

function doMore(story: Story, { one, other, more }: Deed): void {
  const family = [null, 'Networks', 'People', 'people'][other % 4];
  if (more % 2 === 0) story.tried('controls set', { control: `ZQ-${one % 6}`, family });
  if (more % 9 === 0) story.tried('controls set', { control: `ZQ-${other % 6}`, name: `New name ${one}` });
  claimAndDecide(story, one, other);
}

/** A claim that nobody confirms, and what was decided of its requirement, in the scope of the adoption or beside it. */
function claimAndDecide(story: Story, one: number, other: number): void {
  const [framework, requirement] = [iso, 'A.5.17'];
  const controls = [`ZQ-${other % 4}`];
  if (one % 2 === 0)
    story.tried('claims state', { controls, framework, requirement, contribution: 'contributes' });
  const said =
    one % 4 < 2
      ? { applicable: true, reasons: [{ kind: 'risk', text: 'It is needed' }] }
      : { applicable: false, exclusionReason: 'Nothing of the kind' };
  story.tried('applicability decide', { framework, requirement, ...said });
  const [scope] = [...story.programme.governance.scopes.keys()].slice(other % 3);
  if (other % 7 === 0) story.tried('frameworks adopt', { framework, scope });
}

describe('given any course of events', () => {
  it('then what is kept sorted, counted and looked up answers as if all were read anew', () => {
    fc.assert(
      fc.property(anyDeeds, fc.array(anyQuestion, { minLength: 4, maxLength: 6 }), (deeds, questions) => {
        const story = groundOfDeeds();
        const memory = newMemory();
        for (const [at, deed] of deeds.entries()) {
          doDeed(story, deed);
          doMore(story, deed);
          const question = questions[at % questions.length] as Question;
          const library = ask(story, question, memory);
          expect(summed(library)).toEqual(naively(story.programme, question));
          expect(library).toEqual(ask(story, question, newMemory()));
          expect(library.total).toBe(library.rows.length);
          // So many filters leave little to count: all is counted too.
          const all: Question = { wanted: { facets: true }, reader: seesAll, on: question.on };
          expect(summed(ask(story, all, memory))).toEqual(naively(story.programme, all));
        }
      }),
      { numRuns: 40 },
    );
  }, 180_000);

  it('then a programme that was known earlier is answered as it was, and the later one after it too', () => {
    fc.assert(
      fc.property(anyDeeds, fc.array(anyQuestion, { minLength: 3, maxLength: 4 }), (deeds, questions) => {
        const story = groundOfDeeds();
        const memory = newMemory();
        const kept = deeds.map((deed) => {
          doDeed(story, deed);
          return { ...story, programme: story.programme, today: story.today } as Story;
        });
        const [last, half] = [kept.length - 1, Math.floor(kept.length / 2)];
        for (const at of [half, last, half, half + 1, last, 0, last]) {
          const then = kept[at] as Story;
          for (const question of at === half + 1 ? questions : questions.slice(at % 2)) {
            expect(ask(then, question, memory)).toEqual(ask(then, question, newMemory()));
          }
        }
      }),
      { numRuns: 20 },
    );
  }, 180_000);
});

describe('given a library with what can be told apart', () => {
  const story = start(iso, csf).on('2026-03-01');
  story.done('people add', { person: 'ben' });
  addControl(story, 'A-1', { owner: 'ben', family: 'Networks', statement: 'The FIREWALL is looked at' });
  addControl(story, 'A-2', { family: 'people', implementation: 'partly' });
  addControl(story, 'A-3', { family: 'Networks', design: 'draft' });
  claim(story, 'A-1', [iso, 'A.8.20']);
  story.done('claims state', { controls: ['A-1', 'A-2'], framework: csf, requirement: 'PR.AA-05' });
  show(story, 'A-2', { collectedOn: '2026-02-01' });
  show(story, 'A-3');
  const library = (wanted: Wanted, reader = seesAll) =>
    controlLibrary(asked(story, { reader }), { ...wanted, ...everything });
  const codes = (wanted: Wanted, reader = seesAll) => library(wanted, reader).rows.map(({ code }) => code);

  it('then its statement is searched too, in any case', () => {
    expect(codes({ text: 'firewall' })).toEqual(['A-1']);
  });

  it('then a heading finds what is claimed below it, and a framework what is claimed of it', () => {
    expect([codes({ requirement: 'A.8' }), codes({ requirement: 'PR' }), codes({ framework: csf })]).toEqual([
      ['A-1'],
      ['A-1', 'A-2'],
      ['A-1', 'A-2'],
    ]);
    expect(codes({ requirement: 'A.8', framework: csf })).toEqual([]);
  });

  it('then what is of no use here is neither planned nor without evidence, and is counted as none of them', () => {
    const idle = start(iso).on('2026-03-01');
    addControl(idle, 'B-1');
    addControl(idle, 'B-2', { condition: 'Where software is developed', conditionHolds: false });
    const found = (wanted: Wanted) => controlLibrary(asked(idle), { ...wanted, ...everything });
    const named = (wanted: Wanted) => found(wanted).rows.map(({ code }) => code);
    claim(idle, 'B-1', [iso, 'A.8.20']);
    for (const control of ['B-1', 'B-2'])
      idle.done('claims state', { controls: [control], framework: iso, requirement: 'A.8.1' });
    expect(named({ unconfirmed: true })).toEqual(['B-1', 'B-2']);
    expect(named({ toConfirm: true })).toEqual(['B-1']);
    const apart = newMemory();
    const waiting = (on: string) =>
      controlLibrary(asked(idle, { memory: apart, on }), { toConfirm: true, ...everything }).total;
    expect([waiting('2026-02-01'), waiting('2026-03-01')]).toEqual([1, 1]);
    idle.done('applicability decide', {
      ...{ framework: iso, requirement: 'A.8.1', applicable: false },
      ...{ exclusionReason: 'No devices', effective: '2026-02-15' },
    });
    expect([waiting('2026-02-01'), waiting('2026-03-01')], 'excluded since').toEqual([1, 0]);
    idle.done('controls set', { control: 'B-1', implementation: 'planned' });
    expect(named({ toConfirm: true })).toEqual([]);
    idle.done('controls set', { control: 'B-1', implementation: 'operating' });
    expect([named({ freshness: ['missing'] }), named({ freshness: '' })]).toEqual([['B-1'], ['B-2']]);
    expect([named({ implementation: 'planned' }), named({ implementation: '' })]).toEqual([[], ['B-2']]);
    expect(found({ facets: true }).facets?.freshness).toEqual([
      { value: '', count: 1 },
      { value: 'missing', count: 1 },
    ]);
  });

  it('then those without a value are found by the empty one, and come last whichever way it is sorted', () => {
    expect(codes({ owner: '' })).toEqual(['A-2', 'A-3']);
    expect(codes({ sort: 'freshUntil' })).toEqual(['A-2', 'A-3', 'A-1']);
    expect(codes({ sort: 'freshUntil', direction: 'descending' })).toEqual(['A-3', 'A-2', 'A-1']);
    expect(codes({ sort: 'family', direction: 'descending' })).toEqual(['A-2', 'A-1', 'A-3']);
  });

  it('then claims that nobody confirmed are found and counted', () => {
    expect(codes({ unconfirmed: true })).toEqual(['A-1', 'A-2']);
    expect(codes({ toConfirm: true }), 'a joint claim follows the others').toEqual([]);
    expect(library({}).rows.map(({ claims, unconfirmed }) => [claims, unconfirmed])).toEqual([
      [2, 1],
      [1, 1],
      [0, 0],
    ]);
  });

  it('then the attributes are those of the Annex A controls claimed', () => {
    expect(codes({ controlType: 'Preventive' })).toEqual(['A-1']);
    expect(codes({ capability: 'System_and_network_security' })).toEqual(['A-1']);
    expect(codes({ controlType: '' })).toEqual(['A-2', 'A-3']);
  });

  it('then a facet counts what its other values would bring, and only of what the reader may see', () => {
    const { facets } = library({ facets: true, family: 'Networks', design: 'accepted' });
    expect(facets?.family).toEqual([
      { value: 'Networks', count: 1 },
      { value: 'people', count: 1 },
    ]);
    expect(facets?.design).toEqual([
      { value: 'accepted', count: 1 },
      { value: 'draft', count: 1 },
    ]);
    expect(facets?.owner).toEqual([{ value: 'ben', count: 1 }]);
    expect(library({ facets: true }, ben).facets?.family).toEqual([{ value: 'Networks', count: 1 }]);
    expect(library({})).not.toHaveProperty('facets');
  });

  it('given evidence that fails, then what was kept sorted by freshness is put in its new place', () => {
    const memory = newMemory();
    const sorted = () =>
      controlLibrary(asked(story, { memory }), { sort: 'freshness', ...everything }).rows.map(
        ({ code, freshness }) => `${code} ${freshness}`,
      );
    expect(sorted()).toEqual(['A-1 missing', 'A-2 fresh', 'A-3 fresh']);
    show(story, 'A-3', { outcome: 'fails' });
    expect(sorted()).toEqual(['A-3 failed', 'A-1 missing', 'A-2 fresh']);
  });
});
