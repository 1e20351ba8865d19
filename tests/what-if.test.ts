import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { json, line, makePlace, oneLine, type Place } from './testing/vocabulary.ts';

let place: Place;

beforeAll(async () => {
  place = makePlace();
  await json(place, 'organisations', 'create', '--name', 'Havelmark', '--zone', 'Europe/Brussels');
  for (const framework of ['iso27001-2022', 'nist-csf-2.0'])
    await json(place, 'frameworks', 'adopt', framework);
  for (const code of ['AC-01', 'AC-02']) {
    const stated = ['--name', 'Access', '--frequency', 'quarterly', '--implementation', 'operating'];
    await json(place, 'controls', 'add', code, ...stated);
  }
  for (const [control, framework, requirement] of [
    ['AC-01', 'iso27001-2022', 'A.5.15'],
    ['AC-02', 'nist-csf-2.0', 'PR.AA-05'],
  ]) {
    const ends = ['--framework', String(framework), '--requirement', String(requirement)];
    const { id } = await json(place, 'claims', 'state', '--controls', String(control), ...ends);
    await json(place, 'claims', 'confirm', id);
  }
  const piece = ['--outcome', 'works', '--title', 'Review, March', '--link', 'https://example.org/1'];
  await json(place, 'evidence', 'add', '--controls', 'AC-01', ...piece);
}, 120_000);
afterAll(() => place.remove());

const metThen = (answer: { frameworks: { numbers: { after: { met: number } } }[] }) =>
  answer.frameworks.map(({ numbers }) => numbers.after.met);

test('options are given again and again and mixed, a title may hold a comma, and nothing is recorded', async () => {
  const before = await json(place, 'head');
  const options = ['--set', 'AC-02=works', '--lapse', 'Review, March', '--exclude', 'iso27001-2022/A.7.4'];
  const answer = await json(place, 'what-if', ...options, '--exclude', 'iso27001-2022/A.7.5');
  expect(answer.changes).toHaveLength(4);
  expect(metThen(answer)).toEqual([0, 1]);
  expect(metThen(await json(place, 'what-if', '--set', 'AC-01=works,AC-02=works'))).toEqual([1, 1]);
  expect(await json(place, 'head')).toEqual(before);
});

test('is read as sentences, and refused in one line', async () => {
  const told = await line(place, ['what-if', '--set', 'AC-02=works']);
  expect(told.stdout).toContain('  PR.AA-05 ');
  expect(told.stdout).toMatch(/0 → 1 of 106 met/);
  const refused = await line(place, ['what-if', '--set', 'AC-03=works']);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/Did you mean AC-01, AC-02\?/)]);
  expect(refused.stderr).toMatch(oneLine);
  expect((await line(place, ['what-if'])).code).toBe(1);
});

test('what is to be reached can be kept as actions, from the file of the answer', async () => {
  const file = join(place.root, 'reach.json');
  const written = await line(place, ['what-if', '--reach', 'nist-csf-2.0', '--json', '--out', file]);
  expect(written.code).toBe(0);
  const preview = await line(place, ['actions', 'add-many', '--actions', file, '--preview']);
  expect(preview.stdout).toMatch(/actions add-many: 1 action would be added; nothing was written/);
  await json(place, 'actions', 'add-many', '--actions', file);
  const { rows } = await json(place, 'actions', 'list');
  expect(rows).toMatchObject([{ title: 'Show that AC-02 Access works', priority: 'high', status: 'open' }]);
});
