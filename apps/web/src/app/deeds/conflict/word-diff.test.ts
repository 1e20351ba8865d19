import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from './word-diff.ts';

const marked = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ text, is }) => (is === 'same' ? text : `${is === 'added' ? '[+' : '[-'}${text}]`))
    .join('');

describe('what makes one text another', () => {
  it('given a word more, one less and one in place of another, then just these are told', () => {
    expect(marked('Checked weekly.', 'Checked again weekly.')).toBe('Checked [+again ]weekly.');
    expect(marked('Checked again weekly.', 'Checked weekly.')).toBe('Checked [-again ]weekly.');
    expect(marked('We look weekly at it', 'We look daily at it')).toBe('We look [-weekly][+daily] at it');
    expect(marked('', 'New')).toBe('[+New]');
    expect(marked('Same', 'Same')).toBe('Same');
  });

  it('given any two texts, then what is the same or left out is the first, and what is the same or added the second', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd\n'), { maxLength: 12 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = diffWords(before, after);
        const without = (is: string) => runs.flatMap((run) => (run.is === is ? [] : [run.text])).join('');
        expect(without('added')).toBe(before);
        expect(without('left-out')).toBe(after);
      }),
    );
  });
});
