import { starterFamilies } from '@concord/catalog';
import type { Programme } from '@concord/programme';
import type { Step } from '../step.ts';
import told from './data/claims.json' with { type: 'json' };
import type { Calendar } from './ground/calendar.ts';

/** First day on which a framework's proposals are gone through, and days from one family to the next. */
const rounds: readonly (readonly [framework: string, first: number, pause: number])[] = [
  ['iso27001-2022', 52, 4],
  ['nist-csf-2.0', 100, 8],
  ['nis2-directive', 217, 9],
  ['nis2-2024-2690', 219, 10],
];

type Said = readonly [day: number, framework: string, requirement: string];

/** Proposals gone through family by family: some are refused before, some are stated anew in the company's own words. */
export function decideClaims({ workday }: Calendar): Step[] {
  return [...refusals(workday), ...confirmations(workday), ...ownClaims(workday), ...withdrawals(workday)];
}

type Days = Calendar['workday'];

function refusals(day: Days): Step[] {
  const one = told.refused.map(([at, framework, requirement, controls, reason]): Step => {
    const on = [at, framework, requirement] as Said;
    return claimStep(day, on, { controls: controls as string[], command: 'claims withdraw', reason });
  });
  const all = told.refusedAll.map(
    ([at, framework, requirement, reason]): Step => ({
      day: day(at as number),
      by: 'ciso',
      command: 'claims refuse-all',
      input: ({ programme }) => ({
        claims: proposedOn(programme, String(framework), String(requirement)),
        reason,
      }),
    }),
  );
  return [...one, ...all];
}

function claimStep(
  day: Days,
  [at, framework, requirement]: Said,
  { controls, command, reason }: { controls: readonly string[]; command: string; reason?: unknown },
): Step {
  return {
    day: day(at),
    by: 'ciso',
    command,
    input: ({ programme }) => ({
      claim: claimOf(programme, { framework, requirement, controls }),
      ...(reason === undefined ? {} : { reason }),
    }),
  };
}

function confirmations(day: Days): Step[] {
  const left: Readonly<Record<string, readonly string[]>> = told.left;
  return rounds.flatMap(([framework, first, pause]) =>
    starterFamilies()
      .filter((family) => !left[framework]?.includes(family))
      .map((family, place): Step => {
        const input = { families: [family], frameworks: [framework] };
        return { day: day(first + place * pause), by: 'ciso', command: 'claims confirm-all', input };
      }),
  );
}

/** Stated one day, and confirmed some days later, each by itself. */
function ownClaims(day: Days): Step[] {
  return told.stated.flatMap(([at, framework, requirement, controls, contribution, rationale]): Step[] => {
    const on = [at, framework, requirement] as Said;
    const [, ...where] = on;
    const [framed, required] = where;
    const as = `claim ${where.join(' ')} ${contribution}`;
    const input = { controls, framework: framed, requirement: required, contribution, rationale };
    return [
      { day: day(on[0]), by: 'ciso', command: 'claims state', input, as },
      {
        day: day(on[0] + 5),
        by: 'ciso',
        command: 'claims confirm',
        input: ({ made }) => ({ claim: made(as) }),
      },
    ];
  });
}

function withdrawals(day: Days): Step[] {
  return told.withdrawn.map(([at, framework, requirement, controls, reason]) => {
    const on = [at, framework, requirement] as Said;
    return claimStep(day, on, { controls: controls as string[], command: 'claims withdraw', reason });
  });
}

function proposedOn({ controls }: Programme, framework: string, requirement: string): string[] {
  const claims = controls.claims
    .valueSeq()
    .filter(
      (claim) =>
        claim.framework === framework && claim.requirement === requirement && claim.state === 'proposed',
    );
  return claims
    .toArray()
    .sort((one, other) => one.seq - other.seq)
    .map(({ id }) => id);
}

/** The claim of exactly these controls that is not withdrawn; throws when there is none. */
function claimOf(
  { controls: state }: Programme,
  {
    framework,
    requirement,
    controls,
  }: { framework: string; requirement: string; controls: readonly string[] },
): string {
  const codes = (ids: readonly string[]) => ids.map((id) => state.controls.get(id)?.code).sort();
  const wanted = [...controls].sort().join();
  const found = state.claims.find(
    (claim) =>
      claim.framework === framework &&
      claim.requirement === requirement &&
      claim.state !== 'withdrawn' &&
      codes(claim.controls).join() === wanted,
  );
  if (!found) throw new Error(`there is no claim of ${wanted} on ${framework} ${requirement}`);
  return found.id;
}
