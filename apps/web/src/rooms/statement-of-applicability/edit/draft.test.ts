import { describe, expect, it } from 'vitest';
import type { Line } from '../statement/line.ts';
import { decidedInput, draftOf, faultsOf, isChanged } from './draft.ts';
import { decisionsOf, withoutReason } from './many.ts';

const today = '2026-11-22';
const line: Line = {
  ...{ key: 'A.8.11', id: 'A.8.11', title: 'Data masking', theme: 'A.8', themeTitle: 'Technological' },
  ...{ isOwn: false, answer: 'yes', reasons: [{ kind: 'law', text: 'The law asks', obligation: 'o-1' }] },
  ...{ exclusionReason: '', revision: 4, implemented: 'yes', obligations: [], actions: [] },
  ...{ controls: [], findings: [], owner: 'ana' },
};
const undecided: Line = {
  ...line,
  key: 'A.5.1',
  id: 'A.5.1',
  answer: 'undecided',
  reasons: [],
  owner: undefined,
};

describe('a decision being written', () => {
  it('given what was decided, when nothing is changed, then it reads the same', () => {
    expect(isChanged(draftOf(line), line)).toBe(false);
    expect(isChanged({ ...draftOf(line), owner: 'ben' }, line)).toBe(true);
  });

  it('given nobody decided, then the answer is asked for, and with it the reason', () => {
    expect(faultsOf(draftOf(undecided), { isOwn: false, today })).toEqual([
      { field: 'applicable', code: 'no-answer' },
    ]);
    const yes = { ...draftOf(undecided), applicable: true };
    expect(faultsOf(yes, { isOwn: false, today }).map(({ code }) => code)).toEqual(['no-reason']);
  });

  it('given something is excluded, then only what Annex A lists has to say why', () => {
    const no = { ...draftOf(line), applicable: false };
    expect(faultsOf(no, { isOwn: false, today }).map(({ code }) => code)).toEqual(['no-exclusion-reason']);
    expect(faultsOf(no, { isOwn: true, today })).toEqual([]);
  });

  it('given it is to be looked at again in the past, then that is said', () => {
    const late = { ...draftOf(line), reviewOn: '2026-11-21' };
    expect(faultsOf(late, { isOwn: false, today }).map(({ field }) => field)).toEqual(['reviewOn']);
  });

  it('given a reason that became one of risk, when it is sent, then its obligation stays behind', () => {
    const [reason] = line.reasons;
    const draft = {
      ...draftOf(line),
      reasons: [
        { ...reason!, kind: 'risk' as const },
        { kind: 'law' as const, text: ' ' },
      ],
    };
    expect(decidedInput(draft).reasons).toEqual([{ kind: 'risk', text: 'The law asks' }]);
  });

  it('given an exclusion, when it is sent, then no reason for including goes along', () => {
    const draft = { ...draftOf(line), applicable: false, exclusionReason: ' Not done here ' };
    expect(decidedInput(draft)).toEqual({ exclusionReason: 'Not done here', owner: 'ana' });
  });
});

describe('many decisions at once', () => {
  it('given another owner, then every line keeps its own reasons', () => {
    expect(decisionsOf([line], { owner: 'ben' })).toEqual([
      { requirement: 'A.8.11', applicable: true, reasons: line.reasons, owner: 'ben' },
    ]);
  });

  it('given a reason for all, then it comes to those that there are, once', () => {
    const reason = { kind: 'law' as const, text: 'The law asks' };
    expect(decisionsOf([line], { reason })[0]?.reasons).toHaveLength(1);
    expect(decisionsOf([undecided], { applicable: true, reason })[0]?.reasons).toEqual([reason]);
  });

  it('given a line that would say nothing, then it is named before anything is sent', () => {
    expect(withoutReason([line, undecided], { owner: 'ben' })).toEqual(['A.5.1']);
    expect(withoutReason([line, undecided], { applicable: false })).toEqual(['A.8.11', 'A.5.1']);
    expect(withoutReason([line], { applicable: false, exclusionReason: 'Not done' })).toEqual([]);
  });

  it('given a control of our own among them, then it is not decided as one of Annex A', () => {
    expect(decisionsOf([{ ...line, isOwn: true }], { owner: 'ben' })).toEqual([]);
  });
});
