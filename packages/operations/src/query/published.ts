import {
  hasScope,
  type Programme,
  type Publication,
  publicationsOf,
  type Refusal,
  refuse,
  wholeOrganisation,
} from '@concord/programme';
import type { ChangesTold, ViewAsked } from '@concord/views';
import type { Ports } from './ports.ts';
import type { Asked } from './query.ts';
import { reportNamed, scopeOfReport } from './reports.ts';

export type OfReport = Asked<{
  report: string;
  scope?: string | undefined;
  profile?: string | undefined;
  language?: string | undefined;
}>;

/** A version of the report in the scope asked about, the last when none is named. */
export function publicationAsked(
  { programme, input }: OfReport,
  number: number | undefined,
): Publication | { refusal: Refusal } {
  const found = reportNamed(input.report);
  if ('refusal' in found) return found;
  const unknown = refuseNamed(programme, input);
  if (unknown) return unknown;
  const scope = input.scope ?? scopeOfReport(programme, found);
  const { profile } = input;
  const within = publicationsOf(programme.governance, { report: input.report, scope, profile });
  // A report of a profile with a scope of its own was published for that.
  const of =
    within.length === 0 && input.scope === undefined
      ? publicationsOf(programme.governance, { report: input.report, profile })
      : within;
  // Without a profile those of the one published last are meant.
  const last = of.reduce<Publication | undefined>(
    (one, each) => (one && one.seq > each.seq ? one : each),
    undefined,
  );
  const all = of.filter((each) => isOfSame(last, each));
  const params = { report: input.report, ...scopeTold(programme, last?.scope ?? scope) };
  const inScope = 'scope' in params;
  if (all.length === 0) {
    const code = inScope ? 'publication.none-in-scope' : 'publication.none';
    return refuse('missing', code, { ...params, at: 'report' });
  }
  const publication = number === undefined ? all.at(-1) : all.find(({ version: each }) => each === number);
  const known = all.map(({ version: each }) => each).join(', ');
  const code = inScope ? 'publication.unknown-in-scope' : 'publication.unknown';
  return publication ?? refuse('missing', code, { ...params, version: number ?? 0, known });
}

/** What is not there was not published either, and cannot be. */
function refuseNamed(
  { governance, controls }: Programme,
  { scope, profile }: OfReport['input'],
): { refusal: Refusal } | undefined {
  if (scope !== undefined && !hasScope(governance, scope))
    return refuse('missing', 'scope.unknown', { scope, at: 'scope' });
  return profile === undefined || controls.profiles.has(profile)
    ? undefined
    : refuse('missing', 'profile.unknown', { profile, at: 'profile' });
}

/** A scope by its name; that of the whole organisation needs none. */
function scopeTold({ governance }: Programme, scope: string): { readonly scope?: string } {
  return scope === wholeOrganisation ? {} : { scope: governance.scopes.get(scope)?.name ?? scope };
}

/** Whether versions of the two are counted together. */
export function isOfSame(one: Publication | undefined, other: Publication): boolean {
  return one?.scope === other.scope && one.profile === other.profile;
}

/** What the view of a report is asked with; `from` and `to` of the question are versions, and no time. */
export function viewedNow(asked: OfReport, scope: string | undefined): ViewAsked {
  const { programme, organisation, on, head, reader, memory } = asked;
  return { programme, organisation, on, head, reader, memory, scope };
}

interface Compared {
  readonly changes: ChangesTold;
  /** The view before and the one after. */
  readonly views: readonly object[];
}

/** From one version to another, or to the view as it is on the day asked about, in the language of the version. */
export async function changesBetween(
  asked: OfReport,
  before: Publication,
  after: Publication | undefined,
): Promise<Compared | { refusal: Refusal }> {
  const found = reportNamed(asked.input.report);
  if ('refusal' in found) return found;
  const { programme, ports, input } = asked;
  const one = await keptView(ports, before);
  const { scope, profile, implementation, language } = before;
  // Without a scope named it was read in those of several adoptions, and so it is now.
  const own = found.manyScopes && scope === scopeOfReport(programme, found);
  const viewed = { ...viewedNow(asked, own ? undefined : scope), language };
  const now = () => found.view(viewed, { profile, implementation }, ports.pause);
  const other = after ? await keptView(ports, after) : await now();
  for (const each of [one, other]) if ('refusal' in each) return each as { refusal: Refusal };
  const people = await ports.people([...programme.governance.people.keys()]);
  const changes = found.changes(one, other, {
    nameOf: (person) => people.get(person)?.name ?? person,
    language: input.language,
    translated: after !== undefined && spokenIn(after) !== spokenIn(before),
  });
  return { changes, views: [one, other] };
}

/** What is left out is English. */
function spokenIn({ language = 'en' }: Publication): string {
  return language;
}

async function keptView(
  ports: Ports,
  { view, version: number }: Publication,
): Promise<object | { refusal: Refusal }> {
  if (!view) return refuse('missing', 'publication.erased', { version: number });
  const text = await ports.keptText(view.hash);
  return text === undefined
    ? refuse('unavailable', 'file.damaged', { name: view.name })
    : (JSON.parse(text) as object);
}
