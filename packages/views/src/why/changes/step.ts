import { type Programme, requirementKey } from '@concord/programme';
import type { Standing } from '../../coverage/feed.ts';
import type { Deed } from '../../supposed/carry-out.ts';

/**
 * Something that somebody can do. `record` a first passing result, `renew` one that has lapsed, `mend` what failed and
 * record that it passes: each is a piece of evidence.
 */
export type StepName =
  | 'confirm'
  | 'confirm-relation'
  | 'withdraw'
  | 'operate'
  | 'accept'
  | 'record'
  | 'renew'
  | 'mend'
  | 'judge'
  | 'judge-again'
  | 'claim';

/** One step, with the commands that carry it out. */
export interface Step {
  readonly step: StepName;
  /** Id of the claim that is confirmed or withdrawn. */
  readonly claim?: string;
  /** Id of the relation that is confirmed. */
  readonly relation?: string;
  /** Id of the control that is changed or shown to work. */
  readonly control?: string;
  /** Of a judgement and a new claim: the requirement they are about. */
  readonly requirement?: string;
  readonly deeds: readonly Deed[];
}

export function keyOf({ step, claim, relation, control, requirement }: Step): string {
  return `${step} ${claim ?? relation ?? control ?? requirement ?? ''}`;
}

export function confirming(claim: string): Step {
  return { step: 'confirm', claim, deeds: [{ command: 'claims confirm', input: () => ({ claim }) }] };
}

export function relating(id: string): Step {
  const deeds = [{ command: 'relations confirm', input: () => ({ relationId: id }) }];
  return { step: 'confirm-relation', relation: id, deeds };
}

export function withdrawing(claim: string): Step {
  const input = () => ({ claim, reason: 'It does not hold' });
  return { step: 'withdraw', claim, deeds: [{ command: 'claims withdraw', input }] };
}

/** What a control waits for next; undefined when it works, or when nothing of this kind would help. */
export function nextStepOf({ control, state, shown }: Standing, on: string): Step | undefined {
  const { id, frequency } = control;
  if (!state.inUse || state.why === 'operating') return undefined;
  if (state.implementation !== 'operating') return setting('operate', id, { implementation: 'operating' });
  if (state.why === 'design not accepted') return setting('accept', id, { design: 'accepted' });
  const step = shown.freshness === 'failed' ? 'mend' : shown.freshness === 'stale' ? 'renew' : 'record';
  return { step, control: id, deeds: [passing(id, frequency === undefined ? { validUntil: on } : {})] };
}

function setting(step: StepName, control: string, said: object): Step {
  return { step, control, deeds: [{ command: 'controls set', input: () => ({ control, ...said }) }] };
}

/** Without a frequency a result must say itself how long it counts. */
function passing(control: string, validity: object): Deed {
  const said = { outcome: 'works', title: 'A passing result', link: 'https://example.org/' };
  return { command: 'evidence add', input: () => ({ controls: [control], ...said, ...validity }) };
}

interface Named {
  readonly framework: string;
  readonly scope: string;
  readonly requirement: string;
}

export function judging(named: Named, judged: boolean): Step {
  const input = () => ({ ...named, judgement: 'met', reasons: 'Examined' });
  const { requirement } = named;
  const deeds = [{ command: 'requirements assess', input }];
  return { step: judged ? 'judge-again' : 'judge', requirement, deeds };
}

/** A control that is not in the library yet, or another one that works, is claimed to meet the requirement. */
export function claiming({ framework, requirement }: Named): Step {
  const code = 'another-control-that-works';
  const stated = { implementation: 'operating', frequency: 'annual' };
  const claimed = { controls: [code], framework, requirement };
  const deeds: Deed[] = [
    { command: 'controls add', input: () => ({ code, name: 'Another control', ...stated }) },
    passing(code, {}),
    { command: 'claims state', input: () => claimed },
    { command: 'claims confirm', input: (programme) => ({ claim: latestClaim(programme, claimed) }) },
  ];
  return { step: 'claim', requirement, deeds };
}

function latestClaim(
  { controls }: Programme,
  { framework, requirement }: { framework: string; requirement: string },
): string {
  return controls.claimsOn.get(requirementKey(framework, requirement))?.last() ?? '';
}
