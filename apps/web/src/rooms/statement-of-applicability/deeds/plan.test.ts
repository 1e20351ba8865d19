import { expect, it } from 'vitest';
import type { Line } from '../statement/line.ts';
import { planFor } from './plan.ts';

const say = (key: string, params: object = {}) => `${key} ${JSON.stringify(params)}`;
const line = (id: string, theme: string) =>
  ({ id, key: id, theme, themeTitle: `Theme ${theme}`, isOwn: theme === 'own' }) as unknown as Line;

it('given rows not in place, then one action by theme closes them all, our own by their control', () => {
  const plan = planFor(
    [line('A.5.1', 'A.5'), line('A.8.1', 'A.8'), line('A.8.2', 'A.8'), line('c-1', 'own')],
    say as never,
  );
  expect(plan.map(({ title, closes }) => [title, closes.map(({ kind, id }) => `${kind}:${id}`)])).toEqual([
    ['plan-title {"theme":"A.5 Theme A.5","count":1}', ['requirement:iso27001-2022/A.5.1']],
    [
      'plan-title {"theme":"A.8 Theme A.8","count":2}',
      ['requirement:iso27001-2022/A.8.1', 'requirement:iso27001-2022/A.8.2'],
    ],
    ['plan-title {"theme":"own-title {}","count":1}', ['control:c-1']],
  ]);
});

it('given more rows than an action can close, then several, each with a title of its own, and none is lost', () => {
  const many = Array.from({ length: 450 }, (_, at) => line(`X.${at}`, 'A.5'));
  const plan = planFor(many, say as never);
  expect(plan.map(({ closes }) => closes.length)).toEqual([200, 200, 50]);
  expect(new Set(plan.flatMap(({ closes }) => closes.map(({ id }) => id))).size).toBe(450);
  expect(new Set(plan.map(({ title }) => title)).size).toBe(3);
  expect(plan[1]?.title).toContain(String.raw`\"part\":2,\"of\":3`);
});
