import {
  contradictions,
  fallingAway,
  isTemplatePhrase,
  languages,
  starterLibrary,
  starterReason,
} from '@concord/catalog';
import { given, type Story } from '@concord/programme/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soaOf } from '../testing/asked.ts';
import { type FactAnswer, factAnswers, type SetUpAnswers, setUpFacts } from './answers.ts';
import { proposeSetUp, type SetUpProposal } from './propose.ts';

const nothing: SetUpAnswers = {
  activities: [],
  designations: [],
  alone: {},
  establishedIn: [],
  servesIn: [],
  facts: {},
  reference: [],
};

function proposal(said: Partial<SetUpAnswers> = {}): SetUpProposal {
  const found = proposeSetUp({ ...nothing, ...said });
  if ('refusal' in found) throw new Error(JSON.stringify(found.refusal));
  return found;
}

const allAnswered = (answer: FactAnswer) => Object.fromEntries(setUpFacts.map((fact) => [fact, answer]));
const partsOf = ({ frameworks }: SetUpProposal) =>
  frameworks.map(({ framework, part, adopt }) => `${framework} ${part}${adopt ? ' adopt' : ''}`);
const row = (found: SetUpProposal, id: string) =>
  found.applicability.rows.find(({ requirement }) => requirement === id);

/** A supplier of electricity of some size, in one Member State. */
const supplier = { activities: ['I.1.a.1'], establishedIn: ['BE'], name: 'Havelmark' };
const medium = { persons: 100, turnover: 20_000_000, balance: 20_000_000 };

describe('given nobody said whether there are linked enterprises', () => {
  const small = { ...supplier, alone: { persons: 5, turnover: 1, balance: 1 } };

  it('then the class stays open where they could change it, and says so first', () => {
    const { nis2, steps } = proposal({ ...small, linkedUnknown: true });
    expect(nis2.class).toBe('undetermined');
    expect(nis2.possible).toContain('out-of-scope');
    expect(nis2.withLinked.wouldDecide[0]).toMatchObject({
      ask: 'linked',
      says: expect.stringMatching(/out of scope/),
    });
    expect(steps.find(({ operation }) => operation === 'entities add')?.input).toMatchObject({
      linked: true,
    });
    expect(proposal(small).nis2.class).toBe('out-of-scope');
  });

  it('then it is found where they could not', () => {
    const large = { ...supplier, alone: { persons: 900, turnover: 90_000_000, balance: 90_000_000 } };
    const { nis2, steps } = proposal({ ...large, linkedUnknown: true });
    expect([nis2.class, nis2.linked]).toEqual(['essential', false]);
    expect(steps.find(({ operation }) => operation === 'entities add')?.input).toMatchObject({
      linked: false,
    });
  });
});

describe('which frameworks matter', () => {
  it('given nobody chose, then what we would choose, and the directive as far as its class is known', () => {
    expect(partsOf(proposal())).toEqual([
      'iso27001-2022 lead adopt',
      'nist-csf-2.0 reference adopt',
      'nis2-directive may-apply',
    ]);
  });

  it('given a choice, then that; ours can still be had', () => {
    expect(partsOf(proposal({ lead: 'nist-csf-2.0', reference: ['soc2-tsc-2017'] }))).toEqual([
      'nist-csf-2.0 lead adopt',
      'soc2-tsc-2017 reference adopt',
      'nis2-directive may-apply',
      'iso27001-2022 optional',
    ]);
  });

  it('given figures that decide the class, then the directive applies or is not needed, with the article trail', () => {
    const found = proposal({ ...supplier, alone: medium });
    expect(partsOf(found)).toContain('nis2-directive applies adopt');
    expect(found.nis2.class).toBe('important');
    expect(found.nis2.withLinked.trail[0]).toMatchObject({ article: expect.stringMatching(/^2/) });
    const small = proposal({ ...supplier, alone: { persons: 5, turnover: 1, balance: 1 } });
    expect(partsOf(small)).toContain('nis2-directive not-needed');
    const why = small.frameworks.find(({ framework }) => framework === 'nis2-directive')?.why;
    expect(why).toBe(small.nis2.sentence);
  });

  it('given figures that leave it open, then what would decide it is told', () => {
    const found = proposal({ ...supplier, alone: { turnover: 20_000_000 } });
    expect(found.nis2.class).toBe('undetermined');
    expect(found.nis2.withLinked.wouldDecide.map(({ ask }) => ask)).toContain('persons');
    expect(partsOf(found)).toContain('nis2-directive may-apply');
  });

  it('given the regulation names what is done, then it stands beside the directive', () => {
    const cloud = proposal({ activities: ['cloud computing'], establishedIn: ['BE'], alone: medium });
    expect(partsOf(cloud)).toContain('nis2-2024-2690 applies adopt');
    expect(partsOf(proposal(supplier)).join()).not.toContain('nis2-2024-2690');
  });

  it('given one that nobody knows, then it is refused at its place', () => {
    const refused = (said: object) => {
      const found = proposeSetUp({ ...nothing, ...said });
      return 'refusal' in found ? `${found.refusal.code} ${found.refusal.path}` : '';
    };
    expect(refused({ lead: 'nowhere' })).toBe('framework.unknown lead');
    expect(refused({ reference: ['iso27001-2022', 'nowhere'] })).toBe('framework.unknown reference[1]');
    expect(refused({ activities: ['nothing of the kind'] })).toBe('entity.activity-unknown activities');
  });
});

describe('which controls to begin with', () => {
  const control = (found: SetUpProposal, code: string) =>
    found.library.controls.find((each) => each.code === code);

  it('given nothing is known, then all, and it says of which the answer is open', () => {
    const { library } = proposal();
    expect(library).toMatchObject({ total: 124, proposed: 124, without: [] });
    expect(control(proposal(), 'GOV-01')).toMatchObject({ proposed: true, basis: 'always' });
    expect(control(proposal(), 'DEV-01')).toMatchObject({ proposed: true, basis: 'unsure' });
  });

  it('given what does not hold, then not those, and why; families count both', () => {
    const found = proposal({ facts: { developsSoftware: 'no', remoteWork: 'yes' } });
    expect(control(found, 'DEV-01')).toMatchObject({ proposed: false, basis: 'answer' });
    expect(control(found, 'PEO-08')).toMatchObject({ proposed: true, basis: 'answer' });
    expect(found.library.without).toEqual(['develops-software']);
    expect(found.library.proposed).toBe(118);
    const sum = found.library.families.reduce((all, { proposed }) => all + proposed, 0);
    expect(sum).toBe(118);
  });

  it('given the directive asks nothing, then not what only it asks', () => {
    const small = proposal({ ...supplier, alone: { persons: 5, turnover: 1, balance: 1 } });
    expect(control(small, 'INC-08')).toMatchObject({ proposed: false });
    expect(control(proposal({ ...supplier, alone: medium }), 'INC-08')).toMatchObject({ basis: 'answer' });
  });
});

describe('what of Annex A applies', () => {
  it('given nothing is known, then all of it, and nothing is said to follow from an answer', () => {
    const { applicable, excluded, open, rows } = proposal().applicability;
    expect(applicable + open).toBe(93);
    expect(excluded).toBe(0);
    expect(rows.filter(({ basis }) => basis === 'unsure')).toHaveLength(open);
    expect(new Set(rows.map(({ basis }) => basis))).toEqual(new Set(['baseline', 'unsure']));
  });

  it.each(languages)(
    'given nothing is known, then in %s each is proposed for a reason of its own',
    (language) => {
      const { rows } = proposal({ language }).applicability;
      const texts = rows.map(({ reasons }) => reasons.map(({ text }) => text).join(' '));
      expect(new Set(texts).size).toBe(93);
      expect(texts.filter((text) => text.length > 400)).toEqual([]);
      const kinds = rows.flatMap(({ reasons }) => reasons.map(({ kind }) => kind));
      expect(kinds).toEqual(Array.from({ length: 93 }, () => 'business'));
      const own = rows.map(({ requirement }) =>
        starterReason({ framework: 'iso27001-2022', requirement }, language),
      );
      expect(texts).toEqual(own);
    },
  );

  it('given an answer speaks for it or leaves it open, then its own reason stands there too', () => {
    const reasonsOf = (found: SetUpProposal, id: string) => row(found, id)?.reasons.map(({ text }) => text);
    const own = starterReason({ framework: 'iso27001-2022', requirement: 'A.5.20' });
    const both = proposal({ facts: { suppliers: 'yes', cloud: 'yes' } });
    expect(reasonsOf(both, 'A.5.20')).toEqual([
      `Suppliers or service providers take part in our work. Cloud services are used. ${own}`,
    ]);
    expect(reasonsOf(proposal({ facts: { developsSoftware: 'no' } }), 'A.8.26')).toEqual([
      starterReason({ framework: 'iso27001-2022', requirement: 'A.8.26' }),
    ]);
    expect(new Set(proposal().applicability.rows.flatMap(({ why }) => why))).toContain(
      'No answer bears on it. Proposed as necessary for the reason given; the risk assessment confirms it, or finds that it is not.',
    );
  });

  it('given a fact that is not true, then only what falls away with it is proposed to be left out', () => {
    const found = proposal({ facts: { developsSoftware: 'no' } });
    expect(row(found, 'A.8.28')).toMatchObject({ applicable: false, basis: 'answer', reasons: [] });
    expect(row(found, 'A.8.30')).toMatchObject({ applicable: false, basis: 'answer', reasons: [] });
    // Whoever runs what was bought, with a test environment beside it, needs these parted.
    for (const looked of ['A.8.26', 'A.8.31'])
      expect(row(found, looked)).toMatchObject({ applicable: true, basis: 'look', open: true });
    expect(found.applicability.excluded).toBe(3);
  });

  it('given two facts concern it, then it stays while either holds or is open', () => {
    const cloud = (suppliers: FactAnswer) => row(proposal({ facts: { cloud: 'no', suppliers } }), 'A.5.23');
    expect(cloud('yes')).toMatchObject({ applicable: true, basis: 'answer' });
    expect(cloud('unsure')).toMatchObject({ applicable: true, basis: 'unsure' });
    expect(cloud('no')).toMatchObject({ applicable: false });
  });

  it('given any answers in any language, then the reasons are whole, and no exclusion is a phrase', () => {
    for (const language of languages) {
      for (const answer of factAnswers) {
        for (const each of proposal({ facts: allAnswered(answer), language }).applicability.rows) {
          const said = each.applicable
            ? each.reasons.map(({ text }) => text).join(' ')
            : each.exclusionReason;
          expect(said, `${language} ${each.requirement}`).toMatch(/\S+ \S+ \S+ \S+ \S+/);
          expect(`${said} ${each.why} ${each.title}`).not.toMatch(/set-up\.|\{\{|undefined/);
          expect(isTemplatePhrase(said ?? '')).toBe(false);
        }
      }
    }
  });

  it.each(['de', 'fr'])('given %s, then no reason and no exclusion is said as in English', (language) => {
    for (const answer of factAnswers) {
      const saidIn = (asked: string) => {
        const { applicability, library } = proposal({ facts: allAnswered(answer), language: asked });
        return [
          ...applicability.rows.flatMap(({ reasons, exclusionReason, why }) => [
            ...reasons.map(({ text }) => text),
            exclusionReason,
            why,
          ]),
          ...library.controls.map(({ why }) => why),
        ].filter((text) => text !== undefined);
      };
      const english = new Set(saidIn('en'));
      expect(saidIn(language).filter((text) => english.has(text))).toEqual([]);
    }
  });

  it('what falls away with a fact is only what that fact speaks for where it is true', () => {
    for (const { fact, requirements } of fallingAway()) {
      const spoken = contradictions().find((each) => each.fact === fact)?.requirements ?? [];
      expect(requirements.filter((each) => !spoken.includes(each))).toEqual([]);
    }
  });
});

/** Carries every step out but the first, which a story begins with. */
function carriedOut({ steps }: SetUpProposal): Story {
  const story = given();
  for (const { operation, input } of steps)
    if (operation !== 'organisations create') story.done(operation, input);
  return story;
}

describe('the steps', () => {
  it.each(languages)('given %s, then the library they adopt is in it', (language) => {
    const { controls } = carriedOut(proposal({ ...supplier, language })).programme.controls;
    const names = [...controls.values()].map(({ name }) => name).sort();
    const offered = starterLibrary(language).controls.map(({ name }) => name);
    expect(names).toEqual(offered.sort());
  });

  it('can be carried out as they stand, and leave a statement in which all is decided but what an answer leaves open', () => {
    const found = proposal({ ...supplier, alone: medium, facts: allAnswered('no') });
    expect(found.steps.map(({ operation }) => operation)).toEqual([
      'organisations create',
      'frameworks adopt',
      'frameworks adopt',
      'frameworks adopt',
      'scopes state',
      'entities add',
      'library adopt',
      'applicability decide-many',
      'profiles create',
    ]);
    const story = carriedOut(found);
    const { rows, checks } = soaOf(story);
    expect(rows.filter(({ applicability }) => applicability === 'excluded')).toHaveLength(
      found.applicability.excluded,
    );
    const undecided = rows.flatMap(({ id, applicability }) => (applicability === 'undecided' ? id : []));
    const looked = found.applicability.rows.flatMap(({ requirement, basis }) =>
      basis === 'look' ? requirement : [],
    );
    expect(looked).toContain('A.8.26');
    expect(undecided).toEqual(looked);
    expect(checks.filter(({ id }) => ['SOA-03', 'SOA-12'].includes(id))).toEqual([]);
  });

  it.each(languages)(
    'given %s, then the statement holds nothing against the reasons, and tells that they were only proposed',
    (language) => {
      const story = carriedOut(proposal({ language, facts: allAnswered('yes') }));
      const { rows, checks, asProposed } = soaOf(story, { language });
      expect(asProposed).toBe(93);
      expect(checks.filter(({ id }) => ['SOA-02', 'SOA-08', 'SOA-09'].includes(id))).toEqual([]);
      // One taken from the assessment of risks, one in words of their own: these are no longer as proposed.
      const [first, second] = rows;
      const decide = (requirement: string, reasons: object[]) =>
        story.done('applicability decide', {
          framework: 'iso27001-2022',
          requirement,
          applicable: true,
          reasons,
        });
      decide(first?.id ?? '', [...(first?.reasons ?? []), { kind: 'risk', text: 'R-7' }]);
      decide(second?.id ?? '', [{ kind: 'business', text: 'The board asks for it every year.' }]);
      expect(soaOf(story).asProposed).toBe(91);
    },
  );

  it('given every answer is known and speaks for it, then nothing is left open', () => {
    const { applicability, steps } = proposal({ facts: allAnswered('yes') });
    expect(applicability.open).toBe(0);
    const decide = steps.find(({ operation }) => operation === 'applicability decide-many');
    expect(decide?.input).toMatchObject({ decisions: { length: 93 } });
  });

  it('given answers that are open, then no step decides what rests on them', () => {
    const { applicability, steps } = proposal({ facts: { ownPremises: 'yes', developsSoftware: 'no' } });
    const decide = steps.find(({ operation }) => operation === 'applicability decide-many');
    const { decisions } = { decisions: [], ...decide?.input } as { decisions: { requirement: string }[] };
    const open = applicability.rows.filter((row) => row.open);
    expect(open).toEqual(applicability.rows.filter(({ basis }) => basis === 'look' || basis === 'unsure'));
    expect(open.length).toBeGreaterThan(3);
    for (const { requirement } of open)
      expect(decisions.map((each) => each.requirement)).not.toContain(requirement);
    expect(decisions.length + open.length).toBe(93);
  });

  it('given it covers the whole organisation, then the scope is stated, though no fact is known', () => {
    const scopeOf = ({ steps }: SetUpProposal) =>
      steps.find(({ operation }) => operation === 'scopes state')?.input;
    expect(scopeOf(proposal({ name: 'Havelmark', coversWhole: true }))).toMatchObject({
      statement: 'The whole of Havelmark with all it does.',
    });
    expect(scopeOf(proposal({ coversWhole: true, statement: 'The plant in Celle.' }))).toMatchObject({
      statement: 'The plant in Celle.',
    });
  });

  it('given nobody said what it covers, then the statement says that it is still to be written, and not the whole', () => {
    const { steps } = proposal({ name: 'Havelmark', facts: { cloud: 'yes' } });
    expect(steps.find(({ operation }) => operation === 'scopes state')?.input).toEqual({
      scope: 'organisation',
      statement: 'Still to be written: which services, places and teams the programme covers.',
      cloud: true,
    });
  });

  it('given nothing of what the annexes list is done, then the entity is out of scope, and that is recorded', () => {
    const found = proposal({ ...supplier, activities: ['none-listed'], alone: medium });
    expect(found.nis2).toMatchObject({ class: 'out-of-scope', withLinked: { wouldDecide: [] } });
    expect(partsOf(found)).toContain('nis2-directive not-needed');
    expect(found.steps.find(({ operation }) => operation === 'entities add')?.input).toMatchObject({
      activities: ['none-listed'],
    });
  });

  it('say nothing of what nobody answered', () => {
    expect(proposal().steps.map(({ operation }) => operation)).toEqual([
      'frameworks adopt',
      'frameworks adopt',
      'library adopt',
      'applicability decide-many',
      'profiles create',
    ]);
    expect(proposal({ name: 'Havelmark' }).steps.map(({ operation }) => operation)).not.toContain(
      'entities add',
    );
  });

  it('never propose what our own checks would hold against them', () => {
    const answers = fc.record(
      Object.fromEntries(setUpFacts.map((fact) => [fact, fc.constantFrom(...factAnswers)])),
    );
    fc.assert(
      fc.property(answers, (facts) => {
        const story = given('iso27001-2022');
        const wanted = ['scopes state', 'applicability decide-many'];
        for (const { operation, input } of proposal({ facts }).steps)
          if (wanted.includes(operation)) story.done(operation, input);
        expect(soaOf(story).checks.filter(({ id }) => id === 'SOA-12')).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
