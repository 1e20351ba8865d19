import { describe, expect, it } from 'vitest';
import {
  type Choices,
  chosenInput,
  compareChanges,
  isJoined,
  isNothingLeft,
  joinedLists,
  mayMerge,
  mergedInput,
  saysNothing,
  tooLongIn,
} from './compared.ts';

const by = { by: 'Ana', at: '2026-11-22T10:00:00Z' };
const changes = [
  { member: 'owner', was: 'ben', now: 'cid', ...by },
  { member: 'name', was: 'Reviews', now: 'Access reviews', ...by },
  { member: 'effective', now: '2026-11-22', ...by },
];

describe('two changes of one record', () => {
  it('given members that both changed, and that one changed, then each is where it belongs', () => {
    const compared = compareChanges(
      { owner: 'dan', statement: 'Weekly', effective: '2026-11-21' },
      { changes },
    );
    expect(compared.clashes.map(({ member, was, mine, now }) => [member, was, mine, now])).toEqual([
      ['owner', 'ben', 'dan', 'cid'],
    ]);
    expect([compared.mineOnly, compared.theirsOnly]).toEqual([['statement'], ['name']]);
  });

  it('given that both changed it to the same, then nobody is asked', () => {
    expect(compareChanges({ owner: 'cid' }, { changes }).clashes).toEqual([]);
  });

  it('given a record said as a whole, then what I left as it was is theirs', () => {
    const compared = compareChanges({ owner: 'ben', name: 'Our reviews' }, { changes });
    expect(compared.clashes.map(({ member }) => member)).toEqual(['name']);
    expect(compared.theirsOnly).toEqual(['owner']);
  });

  it('given values of several members, then their order makes no difference', () => {
    const told = [{ member: 'period', was: null, now: { count: 1, unit: 'M' }, ...by }];
    expect(compareChanges({ period: { unit: 'M', count: 1 } }, { changes: told }).clashes).toEqual([]);
  });

  it('given a choice for each, then mine is sent, theirs is left alone, and both are joined', () => {
    const input = { control: 'AC-01', owner: 'dan', name: 'Our reviews', statement: 'Weekly' };
    const compared = compareChanges({ owner: 'dan', name: 'Our reviews', statement: 'Weekly' }, { changes });
    expect(chosenInput(input, compared, { owner: 'theirs', name: { both: 'Ours and theirs' } })).toEqual({
      control: 'AC-01',
      name: 'Ours and theirs',
      statement: 'Weekly',
    });
    expect(isNothingLeft(compared, { owner: 'theirs', name: 'theirs' })).toBe(false);
  });

  it('given that theirs is taken of everything, then nothing is left to be sent', () => {
    const compared = compareChanges({ owner: 'dan' }, { changes });
    expect(isNothingLeft(compared, { owner: 'theirs' })).toBe(true);
    expect(isNothingLeft(compared, { owner: 'mine' })).toBe(false);
  });
});

describe('what is sent again of members', () => {
  const sent = (input: Readonly<Record<string, unknown>>, choices: Choices = {}) =>
    chosenInput(input, compareChanges(input, { changes }), choices);

  it('given a member that I left as it was and they changed, then it is not sent: theirs stands', () => {
    expect(sent({ owner: 'ben', statement: 'Weekly' })).toEqual({ statement: 'Weekly' });
    expect(saysNothing(sent({ owner: 'ben', name: 'Reviews' }))).toBe(true);
    expect(sent({ owner: 'cid' }), 'changed alike').toEqual({ owner: 'cid' });
  });

  it('given a member that goes along with another, then it is sent as long as that is', () => {
    const theirs = [{ member: 'implementation', was: 'planned', now: 'partly', ...by }];
    const mine = { implementation: 'operating', effective: '2026-11-01', statement: 'Weekly' };
    const compared = compareChanges(mine, { changes: theirs });
    expect(chosenInput(mine, compared, {})).toEqual(mine);
    expect(chosenInput(mine, compared, { implementation: 'theirs' })).toEqual({ statement: 'Weekly' });
    expect(sent({ effective: '2026-11-01', statement: 'Weekly' })).toEqual({
      effective: '2026-11-01',
      statement: 'Weekly',
    });
  });

  it('given a text that joins both, then it is told from other answers, and when it is too long', () => {
    expect([isJoined({ owner: 'mine' }), isJoined({ name: { both: 'Both' } })]).toEqual([false, true]);
    const long = (member: string, length: number) =>
      tooLongIn({ [member]: { both: `${'a'.repeat(length)} ` }, owner: 'mine' });
    expect([long('statement', 10_000), long('statement', 10_001)]).toEqual([[], ['statement']]);
    expect([long('condition', 1000), long('condition', 1001)]).toEqual([[], ['condition']]);
  });
});

describe('two changes of one record that is said as a whole', () => {
  const before = { wanted: true, priority: 'high', due: '2027-03-31', rationale: 'Why' };
  const stands = { wanted: true, priority: 'low', rationale: 'Why', owner: 'cid' };
  const told = {
    stands,
    changes: [
      { member: 'priority', was: 'high', now: 'low', ...by },
      { member: 'due', was: '2027-03-31', ...by },
      { member: 'owner', now: 'cid', ...by },
    ],
  };
  const settled = (mine: Readonly<Record<string, unknown>>, choices: Choices = {}) => {
    const compared = compareChanges(mine, told);
    return { ...compared, sent: mergedInput({ mine, stands }, compared, choices) };
  };

  it('given that I changed another member, then mine is laid on what stands, and what they took out stays out', () => {
    const { clashes, mineOnly, theirsOnly, sent } = settled({ ...before, tier: 3 });
    expect([clashes, mineOnly, theirsOnly]).toEqual([[], ['tier'], ['priority', 'due', 'owner']]);
    expect(sent).toEqual({ ...stands, tier: 3 });
  });

  it('given that I took a member out, then it is out, and clashes where they changed it', () => {
    const { rationale: _rationale, priority: _priority, ...mine } = before;
    const { clashes, mineOnly, sent } = settled(mine, { priority: 'mine' });
    expect([clashes.map(({ member }) => member), mineOnly]).toEqual([['priority'], ['rationale']]);
    expect(sent).toEqual({ wanted: true, owner: 'cid' });
    expect(settled(mine, { priority: 'theirs' }).sent).toEqual({
      wanted: true,
      owner: 'cid',
      priority: 'low',
    });
  });

  it('given that both changed the same, then each is sent as it was chosen, with the day that I said', () => {
    const mine = { ...before, priority: 'medium', due: '2027-06-30', effective: '2026-11-01' };
    const { clashes, sent } = settled(mine, { priority: 'mine', due: 'theirs' });
    expect(clashes.map(({ member }) => member)).toEqual(['priority', 'due']);
    expect(sent).toEqual({ ...stands, priority: 'medium', effective: '2026-11-01' });
  });

  it('given two lists, then both are theirs with what mine says beside them', () => {
    const theirs = [{ kind: 'risk', text: 'R' }];
    expect(
      joinedLists(theirs, [
        { text: 'R', kind: 'risk' },
        { kind: 'law', text: 'L' },
      ]),
    ).toEqual([...theirs, { kind: 'law', text: 'L' }]);
  });

  it('given that both decided, and otherwise, then they are not merged; given that one only says who answers, they are', () => {
    const was = { applicable: true, reasons: ['R'], owner: 'ben' };
    const excluded = { applicable: false, exclusionReason: 'None', owner: 'ben' };
    const changes = [
      { member: 'applicable', was: true, now: false, ...by },
      { member: 'reasons', was: ['R'], ...by },
      { member: 'exclusionReason', now: 'None', ...by },
    ];
    const may = (mine: Readonly<Record<string, unknown>>) =>
      mayMerge(mine, excluded, compareChanges(mine, { stands: excluded, changes }));
    expect(may({ ...was, reasons: ['R', 'S'] })).toBe(false);
    expect(may({ ...was, owner: 'dan' })).toBe(true);
    expect(may({ ...excluded, exclusionReason: 'Nothing' })).toBe(true);
  });
});
