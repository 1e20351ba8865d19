import { claimsOnRequirement } from '@concord/programme';
import type { ViewAsked } from '../envelope.ts';
import { type Say, sayIn } from '../language/say.ts';
import { maySeeControl } from '../reader.ts';
import type { Side } from './side.ts';

/**
 * What is left to do on the way to the later edition. `decide`: whether it is necessary. `compare`: it was decided
 * otherwise before. `carry`: controls that are claimed for the earlier one and not for the later. `meet`: nothing shows it
 * as met. All of them are hints: what was true of a control of 2013 need not be true of its successor.
 */
export interface Remaining {
  readonly kind: 'decide' | 'compare' | 'carry' | 'meet';
  /** Of the later edition. */
  readonly requirement: string;
  /** Ids of controls to carry over. */
  readonly controls?: readonly string[];
  readonly hiddenControls?: number;
  readonly words: string;
}

export interface Passing {
  readonly asked: ViewAsked;
  readonly before: Side;
  readonly after: Side;
}

/** Of one pair of controls; of a new one where `from` is absent. Nothing while the later edition is not adopted. */
export function remainingFor(passing: Passing, to: string, from?: string): Remaining[] {
  const now = passing.after.standing(to);
  if (!now) return [];
  const say = sayIn(passing.asked);
  const was = from === undefined ? undefined : passing.before.standing(from);
  const carried = from === undefined ? [] : toCarry(passing, to, from);
  if (now.applicability === 'undecided') return [deciding(say, to, was?.applicability), ...carried];
  const compared = was && was.applicability !== 'undecided' && was.applicability !== now.applicability;
  const params = { from: from ?? '', to };
  const compare = compared
    ? [
        {
          kind: 'compare' as const,
          requirement: to,
          words: say(`transition.compare-${now.applicability}`, params),
        },
      ]
    : [];
  if (now.applicability === 'excluded') return compare;
  const open = now.mark === 'met' ? [] : [meeting(say, to, now.word)];
  return [...compare, ...carried, ...open];
}

function deciding(say: Say, to: string, was: string | undefined): Remaining {
  return {
    kind: 'decide',
    requirement: to,
    words: say(`transition.decide-${was ?? 'undecided'}`, { to }),
  };
}

function meeting(say: Say, to: string, word: string): Remaining {
  return { kind: 'meet', requirement: to, words: say('transition.meet', { to, word }) };
}

/** Controls with a claim on the earlier one that nobody has withdrawn, and none on the later. */
function toCarry({ asked, before, after }: Passing, to: string, from: string): Remaining[] {
  const { programme, reader } = asked;
  const claimedFor = (framework: string, requirement: string) =>
    claimsOnRequirement(programme.controls, framework, requirement)
      .filter(({ state }) => state !== 'withdrawn')
      .flatMap(({ controls }) => controls)
      .filter((id) => isInForce(asked, id))
      .toSet();
  const carried = claimedFor(before.framework.id, from).subtract(claimedFor(after.framework.id, to));
  if (carried.isEmpty()) return [];
  const say = sayIn(asked);
  const controls = carried
    .filter((id) => maySeeControl(programme, reader, id))
    .toArray()
    .sort();
  const codes = controls.map((id) => programme.controls.controls.get(id)?.code ?? '').sort();
  const hiddenControls = carried.size - controls.length;
  const hidden = hiddenControls > 0 ? [say('why.hidden', { count: hiddenControls })] : [];
  const words = say('transition.carry', { names: [...codes, ...hidden].join(', '), from, to });
  return [{ kind: 'carry', requirement: to, controls, hiddenControls, words }];
}

function isInForce({ programme, on }: ViewAsked, id: string): boolean {
  const retiredOn = programme.controls.controls.get(id)?.retiredOn;
  return retiredOn === undefined || retiredOn > on;
}
