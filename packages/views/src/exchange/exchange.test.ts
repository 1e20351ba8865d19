import type { Refusal } from '@concord/programme';
import type { Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { atOnce, withPauses } from '../pauses/in-parts.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, csf, exclude, iso, judge, nis2, show, start } from '../testing/library.ts';
import { draft, relate } from '../testing/relations.ts';
import {
  type Exchange,
  type ExchangeAsked,
  type ExchangeChoices,
  type ExchangeKind,
  exchangeKinds,
  exchanges,
} from './index.ts';

type Refused = { refusal: Refusal };

const people = [
  { id: 'ben', name: 'Ben Bauer', mail: 'ben@example.org' },
  { id: 'cleo', name: 'Cleo Novák', mail: 'cleo@example.org' },
  { id: 'cara', name: 'Cleo Novák', mail: 'cara@example.org' },
];

function library(): Story {
  const story = start(iso, csf, nis2).on('2026-03-01');
  for (const { id } of people) story.done('people add', { person: id });
  addControl(story, 'A-1', { owner: 'ben', usualEvidence: ['Log', 'List'], family: 'Access' });
  addControl(story, 'A-2', { owner: 'cleo', statement: 'Secret of Cleo' });
  claim(story, 'A-1', [iso, 'A.5.15']);
  claim(story, ['A-1', 'A-2'], [csf, 'PR.AA-05'], { rationale: 'Together' });
  return story;
}

function exchanged<M extends Exchange['model']>(
  story: Story,
  [kind, model]: readonly [ExchangeKind, M],
  said: ExchangeChoices & Partial<ExchangeAsked> = {},
): Extract<Exchange, { model: M }> {
  const ground = { ...asked(story, said), recordedAt: '2026-03-01T12:00:00.000Z', people };
  const found = answered(atOnce<Exchange | Refused>(exchanges[kind].of(ground, said)));
  expect(found.model).toBe(model);
  return found as Extract<Exchange, { model: M }>;
}

const refusedOf = (story: Story, kind: ExchangeKind, choices: ExchangeChoices = {}) => {
  const found = atOnce<Exchange | Refused>(
    exchanges[kind].of({ ...asked(story), recordedAt: '', people }, choices),
  );
  return 'refusal' in found ? found.refusal.code : '';
};

describe('given a library', () => {
  it('when it is exchanged, then with every member, ids, and people by name where that tells them', () => {
    const {
      controls,
      claims,
      frameworks,
      people: named,
    } = exchanged(library(), ['component-definition', 'component-definition']);
    const [first, second] = controls;
    const membersOf = (one: typeof first) =>
      Object.fromEntries((one?.members ?? []).map(({ name, values }) => [name, values]));
    expect(membersOf(first)).toMatchObject({
      code: ['A-1'],
      owner: ['Ben Bauer'],
      usualEvidence: ['Log', 'List'],
      family: ['Access'],
      conditionHolds: ['yes'],
    });
    expect(membersOf(second).owner).toEqual(['cleo']);
    expect(named).toEqual({ ben: 'Ben Bauer', cleo: 'Cleo Novák' });
    expect(claims.map((each) => each.controls)).toEqual([[first?.id], [first?.id, second?.id]]);
    expect(frameworks.map(({ id }) => id)).toEqual([iso, csf]);
  });

  it('when who reads sees only their own, then nothing of others is in it', () => {
    const reader = { person: 'ben', sees: 'own' } as const;
    const story = library();
    judge(story, [iso, 'A.5.15'], { reasons: 'Secret of Cleo' });
    show(story, 'A-2', { title: 'Secret of Cleo' });
    story.done('actions add', { title: 'Secret of Cleo', owner: 'cleo' });
    story.done('actions add', { title: 'Of Ben', owner: 'ben' });
    for (const kind of ['component-definition', 'catalog', 'ssp', 'assessment-results', 'poam'] as const) {
      const ground = { ...asked(story, { reader }), recordedAt: '', people };
      const found = atOnce<Exchange | Refused>(exchanges[kind].of(ground, {}));
      expect(JSON.stringify(found)).not.toContain('Secret of Cleo');
      expect(JSON.stringify(found)).not.toContain('A-2');
    }
  });
});

/** Enough of everything that every document has something in it, and evidence for more than one part. */
function large(): Story {
  const story = library();
  for (let at = 0; at < 30; at += 1) {
    addControl(story, `B-${at}`, { owner: 'ben' });
    claim(story, `B-${at}`, [iso, 'A.5.15'], { contribution: 'part' });
  }
  for (let at = 0; at < 1010; at += 1) show(story, 'A-1', { collectedOn: `2026-02-${10 + (at % 9)}` });
  judge(story, [iso, 'A.5.15']);
  story.done('actions add', { title: 'Of Ben', owner: 'ben' });
  const reasons = [{ kind: 'risk', text: 'Accounts' }];
  story.done('applicability decide', { framework: iso, requirement: 'A.5.15', applicable: true, reasons });
  draft(story, [iso, 'A.5.16'], ['INT', [csf, 'PR.AA-01']]);
  return story;
}

describe('given work in parts', () => {
  const story = large();
  const groundNow = () => ({ ...asked(story), recordedAt: '2026-03-01T12:00:00.000Z', people });

  it.each(exchangeKinds)(
    'when others write and read meanwhile, then %s says the same as at once',
    async (kind) => {
      const ground = groundNow();
      const expected = atOnce<Exchange | Refused>(exchanges[kind].of(groundNow(), {}));
      expect('refusal' in expected).toBe(false);
      let pauses = 0;
      const found = await withPauses<Exchange | Refused>(exchanges[kind].of(ground, {}), async () => {
        pauses += 1;
        if (pauses > 2) return;
        show(story, 'A-2');
        addControl(story, `C-${pauses}-${kind}`);
        for (const other of exchangeKinds)
          atOnce<Exchange | Refused>(exchanges[other].of({ ...groundNow(), memory: ground.memory }, {}));
      });
      expect(pauses).toBeGreaterThan(0);
      expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
    },
  );
});

describe('given a statement', () => {
  it('when it is exchanged, then each line has the controls of confirmed claims, by code', () => {
    const story = library();
    claim(story, 'A-2', [iso, 'A.5.15'], { contribution: 'part' });
    story.done('claims state', { controls: ['A-2'], framework: iso, requirement: 'A.5.16' });
    const { behind, controls, statement } = exchanged(story, ['ssp', 'system-security-plan']);
    expect(behind).toEqual({ 'A.5.15': controls.map(({ id }) => id) });
    expect(statement.rows).toHaveLength(93);
  });
});

describe('given decisions and targets', () => {
  it('when a selection is exchanged, then what applies is in it, and what does not says why', () => {
    const story = library();
    const reasons = [{ kind: 'risk', text: 'Accounts' }];
    story.done('applicability decide', { framework: iso, requirement: 'A.5.15', applicable: true, reasons });
    exclude(story, [iso, 'A.7.4']);
    const found = exchanged(story, ['profile', 'profile']);
    expect(found.included).toEqual([{ id: 'A.5.15', said: [{ name: 'reason-risk', value: 'Accounts' }] }]);
    expect(found.excluded).toEqual([{ id: 'A.7.4', reason: 'We have none' }]);
    expect(found.undecided).toHaveLength(91);
  });

  it('when that of a law is, then all of it is in, but for what was left out', () => {
    const found = exchanged(library(), ['profile', 'profile'], { framework: nis2 });
    expect([found.included.length > 20, found.excluded, found.undecided]).toEqual([true, [], []]);
  });

  it('when targets are, then only the outcomes that are wanted, with how soon', () => {
    const story = library();
    const profile = story.done('profiles create', { name: 'Two years', framework: csf });
    expect(refusedOf(story, 'profile', { profile })).toBe('oscal.nothing-wanted');
    const target = { profile, requirement: 'PR.AA-05', priority: 'high', due: '2027-01-01' };
    story.done('targets set', target);
    const found = exchanged(story, ['profile', 'profile'], { profile });
    expect(found.included).toEqual([
      {
        id: 'PR.AA-05',
        said: [
          { name: 'priority', value: 'high' },
          { name: 'due', value: '2027-01-01' },
        ],
      },
    ]);
    expect(found.undecided).toHaveLength(105);
  });
});

describe('given a framework of which a selection is taken up', () => {
  it('when it is exchanged, then whole; and as a profile only what is taken up', () => {
    const story = start().on('2026-03-01');
    const id = 'nist-sp-800-53r5';
    story.done('frameworks adopt', { framework: id, selection: 'low' });
    const { framework } = exchanged(story, ['catalog', 'catalog'], { framework: id });
    const { included } = exchanged(story, ['profile', 'profile'], { framework: id });
    expect(framework.requirements.filter(({ assessable }) => assessable).length).toBeGreaterThan(900);
    expect(included).toHaveLength(149);
  });
});

describe('given judgements and evidence', () => {
  it('when they are exchanged, then the latest judgement of each day counts, and later ones are not known', () => {
    const story = library();
    judge(story, [iso, 'A.5.15'], { judgement: 'not-met', assessedOn: '2026-01-10' });
    judge(story, [iso, 'A.5.15'], { assessedOn: '2026-02-10' });
    show(story, 'A-1', { collectedOn: '2026-02-20' });
    const onDay = (on: string) => {
      const { assessments, evidence } = exchanged(story, ['assessment-results', 'assessment-results'], {
        on,
      });
      const judged = assessments.flatMap(({ judgements }) =>
        judgements.map(({ judgement, latest }) => `${judgement} ${latest}`),
      );
      return [...judged, evidence.length];
    };
    expect(onDay('2026-03-01')).toEqual(['not-met false', 'met true', 1]);
    expect(onDay('2026-01-31')).toEqual(['not-met true', 0]);
  });

  it('when they are exchanged of one scope, then that is said', () => {
    const story = library();
    const site = story.done('scopes define', { name: 'Site' });
    const kind = ['assessment-results', 'assessment-results'] as const;
    expect(
      [exchanged(story, kind), exchanged(story, kind, { scope: site })].map(({ scope }) => scope),
    ).toEqual([undefined, site]);
  });
});

describe('given relations of our own', () => {
  it('when they are exchanged, then by frameworks and status, as they were on the day', () => {
    const story = library();
    relate(
      story,
      [
        [iso, 'A.5.15'],
        [iso, 'A.5.18'],
      ],
      ['SUP', [csf, 'PR.AA-05']],
    );
    const id = draft(story, [iso, 'A.5.16'], ['INT', [csf, 'PR.AA-01']]);
    story.on('2026-03-02').done('relations withdraw', { relationId: id, reason: 'no' });
    const setsOn = (on: string) =>
      exchanged(story, ['mapping-collection', 'mapping-collection'], { on }).sets.map(
        ({ status, maps }) => `${status} ${maps[0]?.relation} ${maps[0]?.sources.length}`,
      );
    expect(setsOn('2026-03-02')).toEqual(['complete superset 2']);
    expect(setsOn('2026-03-01')).toEqual(['complete superset 2', 'draft intersects 1']);
  });

  it('when there are none, then it says what else can be exchanged', () => {
    const story = library();
    expect(refusedOf(story, 'mapping-collection')).toBe('oscal.no-relations');
    expect(refusedOf(story, 'mapping-collection', { crosswalk: 'none' })).toBe('crosswalk.unknown');
    expect(refusedOf(story, 'poam')).toBe('oscal.no-actions');
  });
});
