import { frequencies } from '@concord/catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../programme.ts';
import { given, type Story } from '../testing/index.ts';
import { controlNamed, implementationOn } from './control.ts';
import { addControlInput } from './inputs/control-input.ts';

const controlOf = (story: Story, named: string) => {
  const control = controlNamed(story.programme.controls, named);
  if ('refusal' in control) throw new Error(`there is no ${named}`);
  return control;
};
const dataOf = (story: Story, name: string, input: object) => {
  const decision = story.when(name, input);
  return 'refusal' in decision ? decision.refusal.code : decision.facts.map(({ data }) => data);
};

function withControl(said: object = {}): Story {
  const story = given();
  story.done('controls add', { code: 'AC-01', name: 'Access', ...said });
  return story;
}

describe('adding a control', () => {
  it('given no more than code and name, then it is planned, accepted, for the whole organisation', () => {
    expect(controlOf(withControl(), 'AC-01')).toMatchObject({
      design: 'accepted',
      scopes: [],
      statement: '',
      condition: '',
      conditionHolds: true,
      implementation: [{ from: '', value: 'planned' }],
    });
  });

  it('given its name, statement and condition, then each can be erased', () => {
    const input = { code: 'X', name: 'Name', statement: 'Statement', condition: 'If' };
    expect(given().when('controls add', input)).toMatchObject({
      facts: [{ erasable: ['name', 'statement', 'condition'] }],
    });
  });

  it('then a code that differs in capitals only is taken, also by a retired control', () => {
    const story = withControl();
    expect(story.refusal('controls add', { code: 'ac-01', name: 'Other' })).toBe(
      'conflict control.code-taken at code',
    );
    story.done('controls retire', { control: 'AC-01', reason: 'Replaced' });
    expect(story.refusal('controls add', { code: 'Ac-01', name: 'Other' })).toBe(
      'conflict control.code-taken at code',
    );
  });

  it('then an unknown owner, an unknown scope and a day to come are refused', () => {
    const story = given().on('2026-03-01');
    const refusal = (said: object) => story.refusal('controls add', { code: 'X', name: 'X', ...said });
    expect(refusal({ owner: 'nobody' })).toBe('refused person.unknown at owner');
    expect(refusal({ scopes: ['organisation', 'nowhere'] })).toBe('refused scope.unknown at scopes');
    expect(refusal({ implementation: 'operating', effective: '2026-03-02' })).toBe(
      'refused date.future at effective',
    );
    expect(refusal({ owner: 'ana', implementation: 'operating', effective: '2026-03-01' })).toBe('');
  });

  it.each(['', '-a', 'a b', 'a/b', 'é\u0301', 'a'.repeat(41), '.a'])('then %j is no code', (code) => {
    expect(addControlInput.safeParse({ code, name: 'X' }).success).toBe(false);
  });

  it('then a code may have letters of any language, and every frequency of the catalogue is taken', () => {
    expect(addControlInput.parse({ code: ' Ä-1.b_2 ', name: 'X' }).code).toBe('Ä-1.b_2');
    for (const { id } of frequencies()) {
      expect(addControlInput.safeParse({ code: 'X', name: 'X', frequency: id }).success).toBe(true);
    }
    expect(addControlInput.safeParse({ code: 'X', name: 'X', frequency: 'often' }).success).toBe(false);
    expect(addControlInput.safeParse({ code: 'X', name: 'X', colour: 'red' }).success).toBe(false);
  });
});

describe('naming a control', () => {
  it('goes by id, and by code in any case', () => {
    const story = withControl();
    const { id } = controlOf(story, 'ac-01');
    expect(controlOf(story, id).code).toBe('AC-01');
    expect(controlNamed(story.programme.controls, 'AC-02')).toMatchObject({
      refusal: { kind: 'missing', code: 'control.unknown', path: 'control' },
    });
  });

  it('given a code that is the id of another control, then the id still names that other', () => {
    const story = withControl();
    const { id } = controlOf(story, 'AC-01');
    story.done('controls add', { code: id, name: 'In disguise' });
    expect(controlOf(story, id).name).toBe('Access');
  });

  it('given a code was changed, then the new one names it and the old one is free', () => {
    const story = withControl();
    story.done('controls set', { control: 'AC-01', code: 'AC-09' });
    expect(controlOf(story, 'ac-09').name).toBe('Access');
    expect(story.refusal('controls add', { code: 'AC-01', name: 'New' })).toBe('');
    expect(story.refusal('controls add', { code: 'AC-09', name: 'New' })).toBe(
      'conflict control.code-taken at code',
    );
  });
});

describe('changing a control', () => {
  const full = {
    statement: 'Text',
    owner: 'ana',
    frequency: 'annual',
    condition: 'If',
    conditionHolds: false,
  };

  it('given nothing differs, then there are no facts', () => {
    const story = withControl(full);
    const same = { control: 'ac-01', code: 'AC-01', name: 'Access', design: 'accepted', scopes: [], ...full };
    expect(dataOf(story, 'controls set', { ...same, implementation: 'planned' })).toEqual([]);
    expect(dataOf(story, 'controls set', { control: 'AC-01' })).toEqual([]);
    const bare = { control: 'AC-01', statement: null, owner: null, frequency: null, condition: null };
    expect(dataOf(withControl(), 'controls set', bare)).toEqual([]);
  });

  it('given some differs, then the fact holds that and nothing else', () => {
    const story = withControl(full);
    const change = { control: 'AC-01', code: 'ac-01', name: 'Access', owner: 'ana', statement: 'Other' };
    expect(dataOf(story, 'controls set', change)).toEqual([{ code: 'ac-01', statement: 'Other' }]);
  });

  it('given null, then the value is taken away', () => {
    const story = withControl(full);
    const cleared = { statement: null, owner: null, frequency: null, condition: null };
    expect(dataOf(story, 'controls set', { control: 'AC-01', ...cleared })).toEqual([cleared]);
    story.done('controls set', { control: 'AC-01', ...cleared });
    const control = controlOf(story, 'AC-01');
    expect([control.statement, control.condition, control.owner, control.frequency]).toEqual([
      '',
      '',
      undefined,
      undefined,
    ]);
  });

  it('then each refusal of adding holds here too, and an unknown control is missing', () => {
    const story = withControl().on('2026-03-01');
    story.done('controls add', { code: 'AC-02', name: 'Other' });
    const refusal = (said: object) => story.refusal('controls set', { control: 'AC-01', ...said });
    expect(refusal({ code: 'ac-02' })).toBe('conflict control.code-taken at code');
    expect(refusal({ owner: 'nobody' })).toBe('refused person.unknown at owner');
    expect(refusal({ scopes: ['nowhere'] })).toBe('refused scope.unknown at scopes');
    expect(refusal({ implementation: 'partly', effective: '2026-03-02' })).toBe(
      'refused date.future at effective',
    );
    expect(refusal({ control: 'AC-03', name: 'X' })).toBe('missing control.unknown at control');
    expect(refusal({ effective: '2026-02-01' })).toBe('invalid control.effective-alone at effective');
  });

  it('given a member was erased from the change, then what it had replaced does not come back', () => {
    const story = withControl({ statement: 'First' });
    story.done('controls set', { control: 'AC-01', statement: 'Second', name: 'Renamed' });
    const facts = story.facts.map((fact) => {
      const { statement: _statement, ...data } = fact.data as { statement?: string };
      return fact.type === 'ControlChanged' ? { ...fact, data, redacted: ['statement'] } : fact;
    });
    const refolded = fold({ ...given().programme, position: 0 }, facts);
    const control = controlNamed(refolded.controls, 'AC-01');
    expect(control).toMatchObject({ statement: '', name: 'Renamed' });
  });
});

describe('how far a control is put into practice', () => {
  const valuesOn = (story: Story, ...days: string[]) =>
    days.map((day) => implementationOn(controlOf(story, 'AC-01'), day));

  it('given the first value has no day, then it holds for all days before', () => {
    const story = withControl({ implementation: 'operating' });
    expect(valuesOn(story, '0001-01-01', '2026-01-01', '2099-01-01')).toEqual(Array(3).fill('operating'));
  });

  it('given the first value has a day, then it is planned before', () => {
    const story = given().on('2026-03-01');
    story.done('controls add', {
      code: 'AC-01',
      name: 'A',
      implementation: 'partly',
      effective: '2026-02-01',
    });
    expect(valuesOn(story, '2026-01-31', '2026-02-01')).toEqual(['planned', 'partly']);
  });

  it('given a later change has no day, then it holds from the day it was recorded', () => {
    const story = withControl({ implementation: 'operating' }).on('2026-03-01');
    story.done('controls set', { control: 'AC-01', implementation: 'partly' });
    expect(valuesOn(story, '2026-02-28', '2026-03-01')).toEqual(['operating', 'partly']);
  });

  it('given a later change has a day, then it holds from that one', () => {
    const story = withControl().on('2026-03-01');
    story.done('controls set', { control: 'AC-01', implementation: 'operating', effective: '2026-02-01' });
    expect(valuesOn(story, '2026-01-31', '2026-02-01')).toEqual(['planned', 'operating']);
  });

  it('given one change was dated back behind another, then what is asked is compared with the day it is about', () => {
    const story = withControl().on('2026-06-01');
    story.done('controls set', { control: 'AC-01', implementation: 'operating' });
    story.done('controls set', { control: 'AC-01', implementation: 'partly', effective: '2026-03-01' });
    expect(valuesOn(story, '2026-03-01', '2026-06-01')).toEqual(['partly', 'operating']);
    const again = { control: 'AC-01', implementation: 'partly', effective: '2026-03-01' };
    expect(dataOf(story, 'controls set', again)).toEqual([]);
    expect(dataOf(story, 'controls set', { control: 'AC-01', implementation: 'operating' })).toEqual([]);
    expect(dataOf(story, 'controls set', { control: 'AC-01', implementation: 'partly' })).toEqual([
      { implementation: 'partly', effective: '2026-06-01' },
    ]);
  });

  it('whatever was said before, what is said now holds from the day it is about', () => {
    const values = fc.constantFrom('planned', 'partly', 'operating');
    const day = fc.constantFrom('2026-01-05', '2026-02-05', '2026-03-05');
    const change = fc.record({ implementation: values, effective: day });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), change, (before, last) => {
        const story = withControl().on('2026-04-01');
        for (const each of before) story.done('controls set', { control: 'AC-01', ...each });
        story.done('controls set', { control: 'AC-01', ...last });
        expect(valuesOn(story, last.effective)).toEqual([last.implementation]);
      }),
    );
  });
});

describe('retiring a control', () => {
  it('given it was retired, then it is neither changed nor retired again, nor relied on', () => {
    const story = withControl({ frequency: 'annual' }).on('2026-03-01');
    story.done('controls retire', { control: 'ac-01', reason: 'Replaced' });
    expect(controlOf(story, 'AC-01').retiredOn).toBe('2026-03-01');
    expect(story.refusal('controls set', { control: 'AC-01', name: 'New' })).toBe('conflict control.retired');
    expect(story.refusal('controls retire', { control: 'AC-01', reason: 'Again' })).toBe(
      'conflict control.retired',
    );
    const evidence = { outcome: 'works', title: 'Test', link: 'https://example.org' };
    expect(story.refusal('evidence add', { controls: ['AC-01'], ...evidence })).toBe(
      'conflict control.retired at controls',
    );
  });

  it('then an unknown control and a day to come are refused, a day past is not', () => {
    const story = withControl().on('2026-03-01');
    const refusal = (said: object) => story.refusal('controls retire', { reason: 'Replaced', ...said });
    expect(refusal({ control: 'AC-02' })).toBe('missing control.unknown at control');
    expect(refusal({ control: 'AC-01', effective: '2026-03-02' })).toBe('refused date.future at effective');
    expect(refusal({ control: 'AC-01', effective: '2026-02-01' })).toBe('');
  });
});
