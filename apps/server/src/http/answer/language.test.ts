import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sayAlike } from '@concord/catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOrganisation, fillProgramme, within } from '../../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../../testing/server.ts';
import { languageWanted } from './language.ts';

describe('the language that is wanted', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['nl', 'en'],
    ['de', 'de'],
    ['DE-at, en;q=0.5', 'de'],
    ['nl, fr;q=0.3, de;q=0.7', 'de'],
    ['fr;q=0, de;q=0.1', 'de'],
    ['en;q=0.2, fr;q=0.2', 'en'],
    ['fr-CH;q=0.9, *;q=0.5', 'fr'],
    ['fr;q=0.1, *', 'en'],
    ['de;q=lots', 'en'],
  ])('of %j is %s', (header, language) => expect(languageWanted(header)).toBe(language));
});

describe('refusals and notices', () => {
  const place = makePlace();
  let running: RunningServer;
  let inside: Ask;

  beforeAll(async () => {
    running = await startServer(place);
    inside = within(running.ask, await createOrganisation(running.ask));
    await fillProgramme(inside);
  });
  afterAll(async () => {
    await running.close();
    place.remove();
  });

  const spoken = async (language: string, ...asked: Parameters<Ask>) => {
    const [method, path, body] = asked;
    const answer = await inside(method, path, body, { 'accept-language': language });
    return [answer.headers.get('content-language'), answer.body.detail];
  };

  it('are told in the language of who asks, in English to who names none or another', async () => {
    const [, told] = await spoken('en', 'GET', '/controls/NO-1');
    expect(await spoken('nl', 'GET', '/controls/NO-1')).toEqual(['en', told]);
    expect((await inside('GET', '/controls/NO-1')).body.detail).toBe(told);
    const german = await spoken('de-DE,de;q=0.9,en;q=0.8', 'GET', '/controls/NO-1');
    const french = await spoken('fr', 'GET', '/controls/NO-1');
    expect([german[0], french[0]]).toEqual(['de', 'fr']);
    expect(new Set([told, german[1], french[1]]).size).toBe(3);
  });

  it('name a framework by its title in that language, and to who types commands by the id to write', async () => {
    const [, german] = await spoken('de', 'GET', '/views/coverage?framework=nis2-2024-2690');
    expect(german).toMatch(/^NIS-2-DVO, Anhang /);
    const typed = { 'x-concord-via': 'cli' };
    const { body } = await inside('GET', '/views/coverage?framework=nis2-2024-2690', undefined, typed);
    expect(body.detail).toMatch(/^nis2-2024-2690 is not adopted/);
  });

  it('say what is wrong with an input in that language: what is missing, unknown, of another kind and in our own words', async () => {
    const body = { title: 1, wrong: 2, due: '2026-02-30' };
    const [, said] = await spoken('de', 'POST', '/actions', body);
    expect(said).toBe(
      'title: ist kein Text. due: ist kein Tag des Kalenders, geschrieben JJJJ-MM-TT. wrong: unbekannte Angabe.',
    );
    expect((await spoken('fr', 'POST', '/actions', {}))[1]).toBe('title: manque.');
    expect((await spoken('en', 'POST', '/actions', {}))[1]).toBe('title: is missing.');
    expect((await spoken('de', 'GET', '/actions?limit=1&limit=2'))[1]).toBe('limit ist zweimal angegeben.');
  });

  it('say it of each place too', async () => {
    const body = { controls: ['NO-1'], set: { design: 'draft' } };
    const answer = await inside('POST', '/changes/controls', body, { 'accept-language': 'de' });
    const english = await inside('POST', '/changes/controls', body);
    expect(answer.body.errors[0].code).toBe(english.body.errors[0].code);
    expect(answer.body.errors[0].detail).not.toBe(english.body.errors[0].detail);
  });

  it('say what is noticed in that language', async () => {
    const body = { kind: 'legal', title: 'x', asks: 'y', reviewOn: '2020-01-01' };
    const german = await inside('POST', '/obligations', body, { 'accept-language': 'de' });
    const english = await inside('POST', '/obligations', { ...body, title: 'z' });
    expect([german.status, german.body.notices.length]).toEqual([201, 1]);
    expect(english.body.notices).toHaveLength(1);
    expect(german.body.notices[0]).not.toBe(english.body.notices[0]);
  });

  it('stay English where the interface is not', async () => {
    const other = await running.ask('GET', '/elsewhere', undefined, { 'accept-language': 'de' });
    expect([other.status, other.headers.get('content-language')]).toEqual([404, 'en']);
  });
});

it('what our schemas say in English they can say in every language', () => {
  const packages = fileURLToPath(new URL('../../../../../packages/', import.meta.url));
  const sources = ['programme', 'operations'].flatMap((name) =>
    readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.includes('.test.'))
      .map((path) => readFileSync(join(packages, name, 'src', path), 'utf8')),
  );
  const own = sources.flatMap((text) => [
    ...text.matchAll(
      /(?:refine|regex|union|date)\((?:[^;]|\n)*?,?\s*'((?:is (?:no|not|neither)|holds|has nothing|names nothing) [^']+)'/g,
    ),
  ]);
  const words = new Set(own.map((match) => match[1] as string));
  expect(words.size).toBeGreaterThan(14);
  expect([...words].filter((each) => sayAlike('de', 'input.', each) === each)).toEqual([]);
});
