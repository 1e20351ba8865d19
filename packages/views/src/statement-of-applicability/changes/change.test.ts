import { expect, it } from 'vitest';
import { changeOf, listClause } from './change.ts';

it.each([
  ['en', 'a; b'],
  ['fr', 'a\u00a0; b'],
])(
  'given a list, when its change is told in %s, then its members are parted as the language parts them',
  (language, before) => {
    const [clause] = listClause('scopes', ['a', 'b'], ['a', 'b', 'c']);
    const change = clause && changeOf('C-1', clause, { language });
    expect(change).toMatchObject({ what: 'scopes', before, came: ['c'], went: [] });
    expect(change).not.toHaveProperty('held');
  },
);
