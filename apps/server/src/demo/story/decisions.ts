import { assessableOf, framework } from '@concord/catalog';
import type { Known, Step } from '../step.ts';
import applicability from './data/applicability.json' with { type: 'json' };
import assessments from './data/assessments.json' with { type: 'json' };
import registers from './data/registers.json' with { type: 'json' };
import targets from './data/targets.json' with { type: 'json' };
import type { Calendar } from './ground/calendar.ts';
import { ownerOf } from './rollout.ts';

const annexA = 'iso27001-2022';
const csf = 'nist-csf-2.0';

/** Which controls of Annex A are necessary, and why; some decisions are taken anew when the company changes. */
export function decideApplicability({ workday, day, after }: Calendar): Step[] {
  const decide = (at: number, requirement: string, said: Said): Step => ({
    day: workday(at),
    by: 'ciso',
    command: 'applicability decide',
    input: (known) => ({ framework: annexA, requirement, ...said(requirement, known, at) }),
  });
  const because = (...said: readonly unknown[]): Said => {
    return (requirement, known) => ({ applicable: true, reasons: reasonsIn(said, requirement, known) });
  };
  const not =
    (exclusionReason: unknown): Said =>
    (_requirement, { made }, at) => ({
      ...{ applicable: false, exclusionReason, owner: made('ciso') },
      reviewOn: after(day(at), 550),
    });
  return [
    // Theme by theme: organisation, people, premises, technology.
    ...applicability.included.map(([id = '', ...said]) =>
      decide(23 + 3 * Number(id.slice(2, 3)), id, because(...said)),
    ),
    ...applicability.excluded.map(([id = '', reason]) => decide(34, id, not(reason))),
    ...applicability.changed.map(([at, id, kind, text]) =>
      decide(Number(at), String(id), because(kind, text)),
    ),
    ...applicability.dropped.map(([at, id, reason]) => decide(Number(at), String(id), not(reason))),
  ];
}

type Said = (requirement: string, known: Known, at: number) => object;

/** Kind and text, kind and text; with the obligation that names the requirement, where there is one of that kind. */
function reasonsIn([kind, text, ...more]: readonly unknown[], requirement: string, known: Known): object[] {
  const named = registers.obligations.find(
    ([, , of, , , , , asked]) =>
      (of === 'contractual' ? 'contract' : 'law') === kind && (asked as string[]).includes(requirement),
  );
  const obligation = named && known.made(String(named[1]));
  const reason = { kind, text, ...(obligation === undefined ? {} : { obligation }) };
  return [reason, ...(more.length > 0 ? reasonsIn(more, requirement, known) : [])];
}

/** What the auditor found, in three rounds; positive judgements of the first have lapsed by the end. */
export function assess({ workday }: Calendar): Step[] {
  return assessments.map(([at, id, requirement, judgement, reasons]) => ({
    day: workday(Number(at)),
    by: 'auditor',
    command: 'requirements assess',
    as: `assessed ${requirement}`,
    input: { framework: id, requirement, judgement, reasons },
  }));
}

const profileOn = 128;

/** The target profile: what is wanted of each outcome, by category, with reasons where somebody asked for them. */
export function aim({ workday, day, after }: Calendar): Step[] {
  const create: Step = {
    day: workday(profileOn),
    by: 'ciso',
    command: 'profiles create',
    as: 'profile',
    input: { name: 'Target profile', framework: csf },
  };
  const set = (at: number, requirement: string, said: object): Step => ({
    day: workday(at),
    by: 'ciso',
    command: 'targets set',
    input: ({ made }) => ({
      profile: made('profile'),
      requirement,
      ...said,
      owner: made(ownerOf({ suggestedOwner: ownerIn(requirement) })),
    }),
  });
  const dueOn = (days: number) => after(day(547), days);
  const outcomes = assessableOf(framework(csf) as NonNullable<ReturnType<typeof framework>>);
  const first = outcomes.map(({ id }, place) => set(profileOn + 5 + (place % 6), id, wantedOf(id, dueOn)));
  const changed = targets.changed.map(([at, id, tier, priority, days, rationale]) => {
    const said = { wanted: true, tier, priority, due: dueOn(Number(days)), rationale };
    return set(Number(at), String(id), said);
  });
  return [create, ...first, ...changed];
}

type Named<T> = Readonly<Record<string, T>>;

function wantedOf(id: string, dueOn: (days: number) => string): object {
  const unwanted = (targets.unwanted as Named<string>)[id];
  if (unwanted !== undefined) return { wanted: false, rationale: unwanted };
  const [tier, priority, days] = (targets.categories as unknown as Named<[number, string, number]>)[
    id.slice(0, 5)
  ] as [number, string, number];
  const rationale = (targets.reasons as Named<string>)[id];
  return {
    wanted: true,
    tier,
    priority,
    due: dueOn(days),
    ...(rationale === undefined ? {} : { rationale }),
  };
}

const technical = ['PR', 'DE', 'ID.AM', 'RC.RP'];

function ownerIn(outcome: string): string {
  if (technical.some((start) => outcome.startsWith(start))) return 'IT Operations Lead';
  return outcome.startsWith('GV.SC') ? 'Procurement Lead' : 'CISO';
}
