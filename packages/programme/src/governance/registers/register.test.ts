import { hasWords } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands.ts';
import { given } from '../../testing/index.ts';

/** The four registers, each with its kind and the least that can be added. */
const registers = [
  ['obligations', 'obligation', { kind: 'legal', title: 'Report', asks: 'x' }, { asks: 'y' }],
  ['parties', 'party', { kind: 'staff', name: 'Shop floor', asks: 'x' }, { asks: 'y' }],
  ['issues', 'issue', { kind: 'internal', title: 'Age', effect: 'x' }, { effect: 'y' }],
  ['entities', 'entity', { name: 'Havel GmbH' }, { period: '2025' }],
] as const;

describe.each(registers)('the register of %s', (register, kind, said, more) => {
  it('has words for whatever it refuses', () => {
    for (const reason of ['unknown', 'ended', 'exists'])
      expect(hasWords(`refusal.${kind}.${reason}`), reason).toBe(true);
  });

  it('refuses what is unknown, what has ended, and a second that says the same', () => {
    const story = given();
    const refusal = (rule: string, input: object) => story.refusal(`${register} ${rule}`, input);
    for (const rule of ['change', 'end'])
      expect(refusal(rule, { [kind]: 'none' })).toBe(`missing ${kind}.unknown at ${kind}`);
    const id = story.done(`${register} add`, said);
    const called = 'name' in said ? 'name' : 'title';
    expect(refusal('add', said)).toBe(`conflict ${kind}.exists at ${called}`);
    story.done(`${register} end`, { [kind]: id });
    for (const rule of ['change', 'end'])
      expect(refusal(rule, { [kind]: id, ...(rule === 'change' ? more : {}) })).toBe(
        `conflict ${kind}.ended`,
      );
    expect(refusal('add', said)).toBe('');
  });

  it('records what differs and nothing else, tells of a review that is past, and ends by today', () => {
    const story = given().on('2026-03-01');
    const id = story.done(`${register} add`, said);
    expect(story.when(`${register} change`, { [kind]: id, ...said })).toEqual({ facts: [] });
    const changed = story.when(`${register} change`, {
      [kind]: id,
      ...said,
      ...more,
      reviewOn: '2026-02-01',
    });
    expect(changed).toMatchObject({
      facts: [{ record: { kind, id }, version: 1 }],
      notices: [{ code: 'review.past' }],
    });
    const [fact] = 'facts' in changed ? changed.facts : [];
    expect(Object.keys(fact?.data ?? {}).sort()).toEqual([...Object.keys(more), 'reviewOn'].sort());
    expect(story.refusal(`${register} end`, { [kind]: id, effective: '2026-03-02' })).toBe(
      'refused date.future at effective',
    );
    expect(story.when(`${register} end`, { [kind]: id })).toMatchObject({
      facts: [{ data: { endedOn: '2026-03-01' } }],
    });
  });

  it('has its three commands', () => {
    const names = commands.map(({ name }) => name);
    for (const rule of ['add', 'change', 'end']) expect(names).toContain(`${register} ${rule}`);
  });
});
