import type { Controls, WithControls } from './controls/index.ts';
import { controlNamed } from './controls/index.ts';
import type { Circumstances, Command } from './foundation/index.ts';
import type { Subject, WithGovernance } from './governance/index.ts';

interface Closing {
  readonly closes?: readonly Subject[] | undefined;
  readonly actions?: readonly Closing[] | undefined;
}

/** Lets a command of the list of actions name a control by its code too; its own room knows no controls. */
export function namingControls(row: Command<WithGovernance>): Command<WithControls> {
  const rule = row.rule as (state: WithGovernance, input: Closing, now: Circumstances) => never;
  return {
    ...row,
    rule: (state: WithControls, input: Closing, now: Circumstances) =>
      rule(state, withIds(state.controls, input), now),
  };
}

function withIds(controls: Controls, input: Closing): Closing {
  const { closes, actions } = input;
  const idOf = (subject: Subject): Subject => {
    if (subject.kind !== 'control') return subject;
    const control = controlNamed(controls, subject.id);
    return 'id' in control ? { kind: 'control', id: control.id } : subject;
  };
  return {
    ...input,
    ...(closes ? { closes: closes.map(idOf) } : {}),
    ...(actions ? { actions: actions.map((each) => withIds(controls, each)) } : {}),
  };
}
