import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, within } from '../testing/programme.ts';
import {
  type Ask,
  askOf,
  host,
  makePlace,
  type RunningServer,
  startServer,
  token,
} from '../testing/server.ts';
import { makeApp } from './app.ts';

const place = makePlace();
let running: RunningServer;
let inside: Ask;
let person: string;
let asPerson: Ask;

beforeAll(async () => {
  running = await startServer(place);
  const organisation = await createOrganisation(running.ask);
  inside = within(running.ask, organisation);
  await inside('PUT', '/frameworks/iso27001-2022/adoption', {});
  person = (await inside('POST', '/people', { name: 'Olga Ruiz', mail: 'olga@example.org' })).body.id;
  await inside('POST', '/controls', { code: 'X-1', name: 'x', family: 'Access' });
  const { server } = running;
  const people = { ...server.people, administrator: async () => person };
  const app = makeApp({ ...server, people }, { token, hosts: () => new Set([host]), version: 'x' });
  asPerson = within(askOf(app), organisation);
});
afterAll(async () => {
  await running.close();
  place.remove();
});

/** Lists by what they are narrowed by, and how a name that is not there is refused. */
const lists: readonly (readonly [list: string, code: string, path: string])[] = [
  ...['obligations', 'documents', 'controls'].flatMap((list) => [
    [`${list}?scope=gone`, 'scope.unknown', 'scope'] as const,
    [`${list}?framework=gone`, 'framework.unknown', 'framework'] as const,
  ]),
  ...['obligations', 'parties', 'issues', 'actions', 'entities', 'documents', 'controls'].map(
    (list) => [`${list}?owner=gone`, 'person.unknown', 'owner'] as const,
  ),
  ['obligations?requirement=A.99', 'requirement.unknown-anywhere', 'requirement'],
  ['obligations?framework=iso27001-2022&requirement=A.5.51', 'requirement.unknown-near', 'requirement'],
  ['controls?framework=iso27001-2022&requirement=zz', 'requirement.unknown', 'requirement'],
  ['controls?requirement=A.99', 'requirement.unknown-anywhere', 'requirement'],
  ['controls?family=Acess', 'control.family-unknown', 'family'],
  ['controls?frequency=sometimes', 'frequency.unknown', 'frequency'],
  ['controls?property=Beauty', 'input.malformed', 'property'],
  ['documents?need=gone', 'document.need-unknown', 'need'],
  ['documents?framework=iso27001-2022&need=gone', 'document.need-unknown', 'need'],
  ['actions?subject=control:gone', 'subject.unknown', 'subject'],
  ['actions?subject=requirement:gone', 'subject.requirement', 'subject'],
  ['actions?subject=requirement:iso27001-2022/A.5.51', 'requirement.unknown-near', 'subject'],
  ['evidence?by=gone', 'person.unknown', 'by'],
  ['profiles?framework=gone', 'framework.unknown', 'framework'],
  ['relations?framework=gone', 'framework.unknown', 'framework'],
  ['relations?requirement=iso27001-2022/zz', 'requirement.unknown', 'requirement'],
  ['reports/csf-profile/publications?profile=gone', 'profile.unknown', 'profile'],
  ['reports/csf-profile/publications/file?profile=gone', 'profile.unknown', 'profile'],
  ['reports/statement-of-applicability/publications?scope=gone', 'scope.unknown', 'scope'],
  ['reports/statement-of-applicability/changes?scope=gone', 'scope.unknown', 'scope'],
  ['starter-library/controls?family=gone', 'starter.families-unknown', 'family'],
  ['views/operation?framework=gone', 'framework.unknown', 'framework'],
  ['views/trend?framework=gone', 'framework.unknown', 'framework'],
];

test.each(lists)('given %s, then it is refused with %s at %s, and not empty', async (list, code, path) => {
  const { status, body } = await inside('GET', `/${list}`);
  expect([body.code, body.path]).toEqual([code, path]);
  expect([400, 404]).toContain(status);
});

describe('what is there and is not found by', () => {
  test.each([
    'obligations?scope=organisation',
    'documents?framework=iso27001-2022&need=DOC-01&owner=-',
    'controls?framework=nist-csf-2.0',
    'controls?framework=nis2-directive&requirement=21(2)(a)',
    'controls?requirement=A.5.1',
    'controls?frequency=daily&family=Access&property=Integrity',
    'actions?subject=control:X-1',
    'actions?subject=scope:organisation',
    'relations?requirement=iso27001-2022/A.5.1',
  ])('%s is an empty list', async (list) => {
    const { status, body } = await inside('GET', `/${list}`);
    expect([status, body.total]).toEqual([200, 0]);
  });

  test('a person who came later is no stranger to the programme as it was', async () => {
    const { body } = await inside('GET', `/controls?owner=${person}&knownAt=1`);
    expect(body).toMatchObject({ knownAt: 1, total: 0 });
  });
});

test('who sees only their own is not told by a name what else there is', async () => {
  const family = async (name: string) => (await asPerson('GET', `/controls?family=${name}`)).body.code;
  expect(await family('Access')).toBe(await family('Nothing'));
  const subject = async (named: string) => (await asPerson('GET', `/actions?subject=control:${named}`)).text;
  expect(await subject('X-1')).toBe(await subject('X-2'));
});
