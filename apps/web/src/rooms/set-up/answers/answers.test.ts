import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  facts,
  firstOpen,
  forgetAnswers,
  keepAnswers,
  keptAnswers,
  noAnswers,
  questionNames,
} from './answers.ts';
import { inputOf } from './input.ts';
import { skipped } from './skipped.ts';

function drawer() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const name = { ...noAnswers, name: 'Havelmark' };
const yesNo = fc.constantFrom('yes' as const, 'no' as const, 'unsure' as const);
const figure = fc.option(fc.oneof(fc.integer({ min: 0, max: 9000 }), fc.constant('unsure' as const)), {
  nil: undefined,
});
const someAnswers: fc.Arbitrary<Answers> = fc.record({
  ...Object.fromEntries(Object.entries(noAnswers).map(([member, value]) => [member, fc.constant(value)])),
  name: fc.string({ maxLength: 20 }),
  persons: figure,
  turnover: figure,
  groupPersons: figure,
  linked: fc.option(yesNo, { nil: undefined }),
  facts: fc.dictionary(fc.constantFrom(...facts), yesNo),
}) as fc.Arbitrary<Answers>;

describe('answers kept in the browser', () => {
  it('given any answers, when they are kept, then the same are found again', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const place = drawer();
        keepAnswers(place, answers);
        expect(JSON.stringify(keptAnswers(place))).toBe(
          JSON.stringify({ ...noAnswers, ...JSON.parse(JSON.stringify(answers)) }),
        );
      }),
    );
  });

  it('given what can not be read, or is of another kind, when it is taken up, then it counts as not answered', () => {
    for (const broken of ['{', '[]', 'null', '{"activities":"I.9.1","facts":[]}']) {
      const place = drawer();
      place.setItem('concord.set-up.answers', broken);
      expect(keptAnswers(place)).toEqual(noAnswers);
    }
  });

  it('given answers that are no longer needed, when they are forgotten, then none are found', () => {
    const place = drawer();
    keepAnswers(place, name);
    forgetAnswers(place);
    expect(keptAnswers(place)).toEqual(noAnswers);
  });
});

describe('where the questions stand', () => {
  it('given nothing, then the name is the first; it can not be passed over', () => {
    expect(firstOpen(noAnswers)).toBe('name');
    expect(firstOpen({ ...noAnswers, ...skipped('name', noAnswers) })).toBe('name');
  });

  it('given each question passed over in turn, then the next is open, and at the end none', () => {
    let answers: Answers = name;
    for (const [at, question] of questionNames.entries()) {
      if (question === 'name') continue;
      expect(firstOpen(answers)).toBe(question);
      answers = { ...answers, ...skipped(question, answers) };
      expect(firstOpen(answers)).toBe(questionNames[at + 1]);
    }
  });

  it('given a part that is covered, then it has to be said which', () => {
    const before = { ...name, passed: ['activities', 'size', 'places'] as const };
    expect(firstOpen({ ...before, covers: 'part' })).toBe('scope');
    expect(firstOpen({ ...before, covers: 'part', statement: 'The service desk' })).toBe('facts');
  });

  it('given a figure that is known, when the question is passed over, then it stays', () => {
    expect(skipped('size', { ...name, persons: 120 })).toMatchObject({ persons: 120, turnover: 'unsure' });
  });
});

describe('answers as the proposal takes them', () => {
  it('given millions, then euros; given what nobody knows, then nothing', () => {
    const input = inputOf({ ...name, persons: 120, turnover: 21.4, balance: 'unsure', linked: 'no' });
    expect(input.figures).toEqual({ persons: 120, turnover: 21_400_000, linked: false });
  });

  it('given part of a person, then it is not rounded to another size', () => {
    expect(inputOf({ ...name, persons: 49.5 }).figures).toMatchObject({ persons: 49.5 });
  });

  it('given a part of it is covered, then that part is stated and not the whole', () => {
    const statement = 'Cheese dairy in Husum';
    expect(inputOf({ ...name, covers: 'part', statement: ` ${statement} ` }).scope).toEqual({ statement });
    expect(inputOf({ ...name, covers: 'part' }).scope).toEqual({});
    expect(inputOf({ ...name, covers: 'whole' }).scope).toEqual({ whole: true });
  });

  it('given nobody knows of linked enterprises, then they are taken to be there, without figures', () => {
    const input = inputOf({ ...name, linked: 'unsure', groupPersons: 400 });
    expect(input.figures).toEqual({ linked: true });
    expect(inputOf({ ...name, linked: 'yes', groupPersons: 400 }).figures).toEqual({
      linked: true,
      groupPersons: 400,
    });
  });

  it('given a framework that leads, then it is not also kept beside itself', () => {
    const input = inputOf({
      ...name,
      lead: 'iso27001-2022',
      reference: ['iso27001-2022', 'soc2-tsc-2017'],
      alsoAdopted: ['soc2-tsc-2017'],
    });
    expect(input).toMatchObject({ lead: 'iso27001-2022', reference: ['soc2-tsc-2017'] });
  });

  it('given any answers, then nothing undefined, empty or unsure is sent as a figure', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const { figures = {}, name: sent } = inputOf(answers);
        expect(
          Object.values(figures).every((value) => typeof value === 'number' || typeof value === 'boolean'),
        ).toBe(true);
        expect(sent).not.toBe('');
      }),
    );
  });
});
