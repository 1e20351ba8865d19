import { rows } from '@concord/operations';
import type { Ask } from './server.ts';

/** Chance that can be had again: the same seed, the same numbers from 0 to 1. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const requirements = ['A.5.1', 'A.5.15', 'A.5.18', 'A.6.3', 'A.8.1', 'A.8.5', 'A.8.8', 'A.8.13'];

/**
 * Lives through so many commands by chance: controls come, change and go, claims are stated and confirmed, evidence
 * fails and works, decisions are taken and taken back, something is erased. What is refused is refused.
 */
export async function liveThrough(inside: Ask, { commands, seed }: { commands: number; seed: number }) {
  const next = chance(seed);
  const below = (count: number) => Math.floor(next() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const codes: string[] = ['C-0'];
  const claims: string[] = ['none'];
  const profiles: string[] = ['none'];
  const star = { 'if-match': '*' };
  await inside('PUT', '/frameworks/iso27001-2022/adoption', {});
  await inside('PUT', '/frameworks/nist-csf-2.0/adoption', {});
  await inside('PUT', '/frameworks/nis2-directive/adoption', {});
  const deeds: (() => Promise<unknown>)[] = [
    async () => {
      codes.push(`C-${codes.length}`);
      const implementation = pick(['planned', 'partly', 'operating']);
      await inside('POST', '/controls', {
        code: codes.at(-1),
        name: `Control ${next()}`,
        frequency: 'quarterly',
        implementation,
      });
    },
    () =>
      inside(
        'PATCH',
        `/controls/${pick(codes)}`,
        {
          name: `Renamed ${next()}`,
          implementation: pick(['partly', 'operating']),
          effective: `2026-0${1 + below(3)}-0${1 + below(9)}`,
        },
        star,
      ),
    async () => {
      const stated = await inside('POST', '/claims', {
        controls: [pick(codes), pick(codes)],
        framework: 'iso27001-2022',
        requirement: pick(requirements),
        rationale: `${next()}`,
        contribution: pick(['meets', 'part', 'contributes']),
      });
      if (stated.status === 201) claims.push(stated.body.id);
    },
    () => inside('POST', `/claims/${claims.at(-1)}/confirmation`, {}),
    () => inside('POST', `/claims/${pick(claims)}/confirmation`, {}),
    () => inside('POST', `/claims/${pick(claims)}/withdrawal`, { reason: `${next()}` }),
    () =>
      inside('POST', '/evidence', {
        controls: [pick(codes)],
        outcome: pick(['works', 'works', 'fails', 'neutral']),
        title: `Evidence ${next()}`,
        link: 'https://example.org/',
        collectedOn: `2026-0${1 + below(3)}-1${below(6)}`,
      }),
    () =>
      inside(
        'PUT',
        `/applicability/iso27001-2022/${pick(requirements)}`,
        { applicable: true, reasons: [{ kind: 'risk', text: `${next()}` }] },
        next() < 0.5 ? star : {},
      ),
    () =>
      inside(
        'PUT',
        `/applicability/iso27001-2022/${pick(requirements)}`,
        { applicable: false, exclusionReason: `${next()}` },
        star,
      ),
    async () => {
      const created = await inside('POST', '/profiles', {
        name: `Profile ${next()}`,
        framework: 'nist-csf-2.0',
      });
      if (created.status === 201) profiles.push(created.body.id);
    },
    () =>
      inside(
        'PUT',
        `/profiles/${pick(profiles)}/targets/GV.OC-01`,
        { tier: 1 + below(4), rationale: `${next()}` },
        next() < 0.5 ? star : {},
      ),
    () =>
      inside('POST', '/actions', {
        title: `Action ${next()}`,
        what: 'x',
        closes: [{ kind: 'requirement', id: `iso27001-2022/${pick(requirements)}` }],
        due: `2026-0${3 + below(3)}-1${below(9)}`,
      }),
    () =>
      inside('POST', '/obligations', {
        kind: 'legal',
        title: `Law ${next()}`,
        asks: 'x',
        reviewOn: `2026-0${3 + below(2)}-1${below(9)}`,
      }),
    () =>
      inside('POST', '/assessments/iso27001-2022/A.5.1', {
        judgement: pick(['met', 'partly', 'not-met']),
        reasons: `${next()}`,
        assessedOn: `2026-02-1${below(9)}`,
        validUntil: `2026-04-1${below(9)}`,
      }),
    () => inside('POST', '/people', { name: `Person ${next()}`, mail: 'person@example.org' }),
    () => inside('POST', '/scopes', { name: `Scope ${next()}` }),
    () =>
      (next() < 0.3
        ? inside('POST', `/controls/${pick(codes)}/retirement`, { reason: `${next()}` }, star)
        : undefined) as Promise<unknown>,
    () =>
      inside('POST', `/ledger/entries/${1 + below(40)}/erasure`, {
        members: [pick(['name', 'title', 'rationale'])],
        reason: 'on request',
      }),
  ];
  for (let done = 0; done < commands; done += 1) await pick(deeds)();
}

/** What is asked of those that need to be told something. */
const asking: Readonly<Record<string, string>> = {
  'view coverage': 'framework=nist-csf-2.0&',
  'view operation': 'from=2026-01-01&to=2026-03-15&',
  'view trend': 'from=2026-01-31&',
};

/** The address, below the organisation, of every view that takes a time, with something asked for in each. */
function timedAddresses(control: string): string[] {
  const places: Record<string, string> = { framework: 'iso27001-2022', requirement: 'A.5.15', control };
  const addresses = rows.flatMap((row) => {
    if (row.kind !== 'query' || !row.row.timed || row.row.path.includes('{evidence}')) return [];
    // Set as PDF unless something else is asked for, and there is no press here.
    if (row.row.name === 'report' || row.row.name === 'export pack') return [];
    const path = row.row.path.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? 'x');
    return [`${path}?${asking[row.row.name] ?? ''}`];
  });
  const lookingBack = ['statement-of-applicability', 'csf-profile', 'nis2-duties'].map(
    (view) => `/views/${view}?from=2026-01-01&to=2026-03-15&`,
  );
  const formats = ['json', 'csv', 'html'].map(
    (format) => `/reports/statement-of-applicability?format=${format}&`,
  );
  return [...addresses, ...lookingBack, ...formats, '/reports/csf-profile?format=nist-csv&'];
}

/** Every such answer at a time, as bytes, by its address. Refusals are answers too. */
export async function everyView(inside: Ask, when: string, control = 'C-1'): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const address of timedAddresses(control)) {
    const { status, text, headers } = await inside('GET', `${address}${when}`);
    answers[address] = `${status} ${headers.get('etag')} ${headers.get('concord-position')} ${text}`;
  }
  return answers;
}

/** Addresses at which two servers, or two moments, answer differently. */
export function differing(one: Record<string, string>, other: Record<string, string>): string[] {
  const addresses = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...addresses].flatMap((address) =>
    one[address] === other[address] ? [] : [`${address}: ${excerpt(one[address], other[address])}`],
  );
}

/** Where two texts part, with a little of both. */
function excerpt(one = '', other = ''): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `…${one.slice(from, at + 60)}… against …${other.slice(from, at + 60)}…`;
}
