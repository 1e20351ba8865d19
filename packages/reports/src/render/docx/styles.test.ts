import { describe, expect, it } from 'vitest';
import { stylesFor } from './styles.ts';

describe('given a document that is meant to be one page', () => {
  it('when its styles are set in a share, then letters and spaces shrink alike, and drawn bars keep their height', () => {
    const [full, compact] = [stylesFor('de'), stylesFor('de', 0.5)];
    const sizeOf = ({ default: base }: typeof full) => [base?.document?.run?.size, base?.title?.run?.size];
    expect(sizeOf(full)).toEqual([19, 51]);
    expect(sizeOf(compact)).toEqual([10, 26]);
    const bar = ({ paragraphStyles = [] }: typeof full) =>
      paragraphStyles.find(({ id }) => id === 'Bar')?.paragraph?.spacing;
    expect(bar(compact)).toEqual(bar(full));
  });

  it('when they are set in full, then nothing differs', () => {
    expect(stylesFor('fr', 1)).toEqual(stylesFor('fr'));
  });
});
