import { activities, designations, hasWords } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { answered } from '../../testing/asked.ts';
import { type ClassTried, tryNis2Class } from './class-view.ts';
import { entityClasses } from './criteria.ts';
import { type Classified, entityClass } from './entity-class.ts';

const unsaid: Classified = {
  activities: [],
  designations: [],
  alone: {},
  linked: false,
  establishedIn: ['BE'],
  servesIn: ['BE'],
};

const of = (said: Partial<Classified>) => entityClass({ ...unsaid, ...said });

const millions = (persons: number, turnover: number, balance: number) => ({
  persons,
  turnover: turnover * 1_000_000,
  balance: balance * 1_000_000,
});

const cloud = ['I.8.4'];
const dns = ['I.8.2'];
const telecom = ['I.8.9'];

const golden: readonly [id: string, said: Partial<Classified>, expected: [string, string]][] = [
  ['G48', { activities: cloud, alone: millions(260, 40, 30) }, ['large', 'essential']],
  ['G50', { activities: cloud, alone: millions(45, 60, 8) }, ['small', 'out-of-scope']],
  ['G52', { activities: cloud, alone: millions(249, 50, 44) }, ['medium', 'important']],
  ['G54', { activities: dns, alone: millions(5, 0.5, 0.1) }, ['small', 'essential']],
  ['G56', { activities: telecom, alone: millions(20, 10, 10) }, ['small', 'important']],
  ['G56 medium', { activities: telecom, alone: millions(80, 9, 9) }, ['medium', 'essential']],
  [
    'G58',
    { activities: ['domain-name-registration'], alone: millions(3, 0.2, 0.1) },
    ['small', 'registration-only'],
  ],
];

it.each(golden)('%s', (_id, said, expected) => {
  const { withLinked, sentence } = of(said);
  expect([withLinked.size.size, withLinked.class]).toEqual(expected);
  expect(sentence).toMatch(/^Likely/);
});

describe('the trail', () => {
  it('tells which article made it essential, and which did not', () => {
    const { trail } = of({ activities: cloud, alone: millions(260, 40, 30) }).alone;
    expect(trail.map(({ article, result }) => `${article} ${result}`)).toEqual([
      '2(1), 26 yes',
      'Recommendation 2003/361/EC, Annex, Article 2 yes',
      '2(1) yes',
      '2(2)(b)–(e) no',
      '3(1)(a) yes',
      '3(1)(e) no',
      '3(2) no',
    ]);
    expect(trail[1]?.looked).toBe(
      'How large it is: 260 persons, turnover of EUR 40,000,000, balance sheet of EUR 30,000,000.',
    );
    expect(trail[1]?.says).toBe('By persons, and by the smaller of turnover and balance sheet: large.');
  });

  it('given nobody said where it is established, then that step is marked as assumed, and no other', () => {
    const known = of({ activities: cloud, alone: millions(260, 40, 30) }).alone.trail;
    const unknown = of({ activities: cloud, alone: millions(260, 40, 30), establishedIn: [] }).alone.trail;
    expect(known.filter(({ isAssumed }) => isAssumed)).toEqual([]);
    expect(
      unknown.filter(({ isAssumed }) => isAssumed).map(({ article, says }) => `${article}: ${says}`),
    ).toEqual(['2(1), 26: Assumed: within the reach of the directive.']);
  });

  it('of what is out of scope ends with what would have brought it in, and says what may yet', () => {
    const { alone, notes } = of({ activities: cloud, alone: millions(45, 60, 8) });
    expect(alone.trail.at(-1)).toMatchObject({ article: '2(2)(b)–(e)', result: 'no' });
    expect(notes).toContainEqual(expect.stringContaining('Article 2(2)(b) to (e)'));
  });

  it('holds words for every step, note and consequence of everything that can be said', () => {
    const ids = designations().map(({ id }) => id);
    const kinds = ['I.1.a.1', 'I.3.1', 'I.6.1', 'I.8.3', 'I.8.7', 'I.8.9', 'I.10.2', 'II.2.1', 'education'];
    for (const id of kinds) {
      for (const designated of [[], ...ids.map((each) => [each])]) {
        const found = of({ activities: [id], designations: designated, alone: { persons: 60 } });
        expect(JSON.stringify(found)).not.toMatch(/"(?:nis2|check)\.|\{\{|undefined/);
      }
    }
    expect(hasWords('nis2.looked-registrar')).toBe(true);
  });
});

describe('designations', () => {
  const small = millions(10, 1, 1);
  const cases: readonly [activity: string, designation: string, expected: string][] = [
    ['I.8.4', 'sole-provider', 'important'],
    ['II.1.1', 'critical-importance', 'important'],
    ['II.1.1', 'essential-by-state', 'essential'],
    ['I.1.a.1', 'critical-entity', 'essential'],
    ['I.8.7', 'qualified-trust-service', 'essential'],
    ['I.8.4', 'qualified-trust-service', 'out-of-scope'],
    ['I.10.2', 'regional-risk', 'important'],
    ['local-government', 'local-government-extended', 'important'],
    ['education', 'local-government-extended', 'out-of-scope'],
    ['education', 'education-extended', 'important'],
    ['I.10.1', 'public-security-exempt', 'out-of-scope'],
    ['I.8.7', 'public-security-exempt', 'important'],
    ['I.3.1', 'dora-exempt', 'out-of-scope'],
  ];
  it.each(cases)('%s, %s: %s', (activity, designation, expected) => {
    expect(of({ activities: [activity], designations: [designation], alone: small }).class).toBe(expected);
  });

  it('where the Member State may bring it in, that is said as long as it has not', () => {
    const notes = (activity: string, designations: string[] = []) =>
      of({ activities: [activity], designations, alone: small }).notes.join();
    expect(notes('education')).toContain('Article 2(5)');
    expect(notes('education', ['education-extended'])).not.toContain('Article 2(5)');
    expect(notes('II.1.1')).not.toContain('Article 2(5)');
  });

  it('what is only a side line does not count', () => {
    const large = millions(300, 100, 100);
    const water = { activities: ['I.6.1'], alone: large };
    expect(of(water).class).toBe('essential');
    expect(of({ ...water, designations: ['water-non-essential-part'] }).class).toBe('out-of-scope');
    const waste = {
      activities: ['II.2.1', 'II.1.1'],
      alone: large,
      designations: ['waste-not-principal-activity'],
    };
    expect(of(waste).class).toBe('important');
  });
});

describe('what is not known', () => {
  it('given 300 persons, then it is large whatever the accounts say', () => {
    expect(of({ activities: cloud, alone: { persons: 300 } }).class).toBe('essential');
  });

  it('given a DNS provider, then no figure is needed, and none is asked for', () => {
    expect(of({ activities: dns }).alone).toMatchObject({ class: 'essential', wouldDecide: [] });
  });

  it('given only turnover within the ceiling, then persons would decide and the balance sheet would not', () => {
    const { alone, sentence } = of({ activities: cloud, alone: { turnover: 5_000_000 } });
    expect(alone.possible).toEqual(['out-of-scope', 'important', 'essential']);
    expect(alone.wouldDecide.map(({ ask }) => ask)).toEqual(['persons']);
    expect(alone.wouldDecide[0]?.answers).toEqual([
      { size: 'small', leaves: ['out-of-scope'] },
      { size: 'medium', leaves: ['important'] },
      { size: 'large', leaves: ['essential'] },
    ]);
    expect(alone.wouldDecide[0]?.says).toContain('250 or more (essential)');
    expect(sentence).toMatch(/^Undetermined/);
  });

  it('given nothing of what it does, then everything is possible and that is asked', () => {
    const { possible, alone } = of({ alone: millions(300, 100, 100) });
    expect(possible).toEqual(entityClasses);
    expect(alone.wouldDecide.map(({ ask }) => ask)).toEqual(['activities']);
  });

  it('given it is established outside the Union, then whether it serves it decides for digital services', () => {
    const outside = { activities: cloud, establishedIn: ['US'], alone: millions(300, 100, 100) };
    expect(of({ ...outside, servesIn: [] }).alone).toMatchObject({
      class: 'undetermined',
      possible: ['out-of-scope', 'essential'],
      wouldDecide: [{ ask: 'servesIn' }],
    });
    expect(of({ ...outside, servesIn: ['FR'] }).class).toBe('essential');
    expect(of({ ...outside, servesIn: ['FR'] }).jurisdiction).toMatchObject([
      { provision: '26(3)', states: ['FR'] },
    ]);
    expect(of({ ...outside, servesIn: ['JP'] }).class).toBe('out-of-scope');
    expect(of({ ...outside, activities: ['I.1.a.1'], servesIn: ['FR'] }).class).toBe('out-of-scope');
  });
});

describe('alone and with linked enterprises', () => {
  const small = millions(45, 5, 5);
  it('given a large group, then both stand side by side, and the difference is flagged', () => {
    const found = of({ activities: cloud, alone: small, group: millions(900, 300, 300), linked: true });
    expect([found.alone.class, found.withLinked.class, found.differs]).toEqual([
      'out-of-scope',
      'essential',
      true,
    ]);
    expect(found.notes).toContainEqual(expect.stringContaining('recital 16'));
  });

  it('given no figures of the group, then it has at least the persons of the entity', () => {
    const found = of({ activities: cloud, alone: millions(120, 5, 5), linked: true });
    expect(found.withLinked.possible).toEqual(['important', 'essential']);
    expect(found.withLinked.wouldDecide.map(({ ask }) => ask)).toContain('persons');
  });
});

describe('two accounting periods', () => {
  it('given it grew once, then the size before counts, and what follows should it last is told', () => {
    const found = of({
      activities: cloud,
      alone: millions(60, 5, 5),
      earlier: { alone: millions(40, 5, 5) },
    });
    expect(found.class).toBe('out-of-scope');
    expect(found.alone.ifItLasts).toEqual({ size: 'medium', possible: ['important'] });
    expect(found.notes.join()).not.toContain('taken to have been of the same size');
  });

  it('given both are alike, then that size counts', () => {
    const alone = millions(60, 5, 5);
    const found = of({ activities: cloud, alone, earlier: { alone } });
    expect([found.class, found.alone.ifItLasts]).toEqual(['important', undefined]);
  });
});

describe('what follows', () => {
  it('the floor of the fine is the higher of sum and share of turnover, of the group where there is one', () => {
    const fineOf = (said: Partial<Classified>) => of(said).supervision?.fine?.atLeast;
    expect(fineOf({ activities: cloud, alone: millions(300, 100, 100) })).toBe(10_000_000);
    expect(fineOf({ activities: cloud, alone: millions(300, 900, 900) })).toBe(18_000_000);
    expect(fineOf({ activities: ['II.1.1'], alone: millions(300, 900, 900) })).toBe(12_600_000);
    const group = millions(900, 2000, 2000);
    expect(fineOf({ activities: cloud, alone: millions(60, 5, 5), group, linked: true })).toBe(40_000_000);
  });

  it('digital kinds register twice, a government body pays no fine of this kind', () => {
    const provisions = (activity: string) =>
      of({ activities: [activity], alone: millions(60, 5, 5) }).registration.map(
        ({ provision }) => provision,
      );
    expect(provisions('I.8.4')).toEqual(['3(4)', '27(2), 27(3)']);
    expect(provisions('I.8.7')).toEqual(['3(4)']);
    expect(provisions('local-government')).toEqual([]);
    expect(of({ activities: ['I.10.1'] }).supervision).not.toHaveProperty('fine');
  });

  it('each activity has its own Member State, and its own class; the strictest counts', () => {
    const found = of({
      activities: ['I.8.9', 'II.1.1'],
      alone: millions(80, 5, 5),
      establishedIn: ['BE', 'FR', 'US'],
      servesIn: ['BE', 'DE'],
    });
    expect(found.jurisdiction.map(({ provision, states }) => [provision, states])).toEqual([
      ['26(1)(a)', ['BE', 'DE']],
      ['26(1)', ['BE', 'FR']],
    ]);
    expect(found.byActivity.map(({ possible }) => possible)).toEqual([['essential'], ['important']]);
    expect(found.class).toBe('essential');
  });

  it('a financial entity keeps its class, and reads whose rules it has', () => {
    const bank = of({ activities: ['I.3.1'], alone: millions(300, 100, 100) });
    expect(bank.class).toBe('essential');
    expect(bank.notes).toContainEqual(expect.stringContaining('2022/2554'));
  });

  it('eleven kinds are bound by the implementing regulation', () => {
    const bound = activities().filter(({ id }) => of({ activities: [id] }).regulation2690);
    expect(bound.map(({ id }) => id)).toEqual([
      'I.8.2',
      'I.8.3',
      'I.8.4',
      'I.8.5',
      'I.8.6',
      'I.8.7',
      'I.9.1',
      'I.9.2',
      'II.6.1',
      'II.6.2',
      'II.6.3',
    ]);
  });
});

describe('figures that are only tried', () => {
  const nothing: ClassTried = {
    activities: [],
    designations: [],
    alone: {},
    establishedIn: [],
    servesIn: [],
  };

  it('name what is done by its id, or by a part of a name that only one has', () => {
    const tried = { ...nothing, alone: { persons: 300 } };
    expect(answered(tryNis2Class({ ...tried, activities: ['cloud'] })).class).toBe('essential');
    expect(tryNis2Class({ ...tried, activities: ['provider'] })).toMatchObject({
      refusal: { code: 'entity.activity-unknown', params: { activity: 'provider' } },
    });
    expect(tryNis2Class({ ...tried, designations: ['grand'] })).toMatchObject({
      refusal: { code: 'entity.designation-unknown' },
    });
  });

  it('with figures of a group are of a linked enterprise', () => {
    const tried = { ...nothing, activities: ['I.8.4'], alone: { persons: 10 }, group: { persons: 300 } };
    const found = answered(tryNis2Class(tried));
    expect([found.alone.possible, found.class]).toEqual([
      ['out-of-scope', 'important', 'essential'],
      'essential',
    ]);
  });
});
