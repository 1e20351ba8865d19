import type { Part, Step } from '../step.ts';
import own from './data/own-controls.json' with { type: 'json' };
import type { Shown } from './evidence.ts';
import type { Calendar } from './ground/calendar.ts';

/** Controls that the company thought of itself, beside those of the starter library. */
export function addOwnControls({ workday }: Calendar): Step[] {
  return own.flatMap(({ at, operating, owner, scoped, control }): Step[] => [
    {
      day: workday(at),
      by: 'ciso',
      command: 'controls add',
      input: ({ made }) => ({
        ...control,
        owner: made(owner as Part),
        ...(scoped ? { scopes: [made('managed')] } : {}),
      }),
    },
    {
      day: workday(operating),
      by: 'ciso',
      command: 'controls set',
      input: { control: control.code, implementation: 'operating' },
    },
  ]);
}

/** Them as their evidence is asked for. */
export const ownShown: readonly Shown[] = own.map(({ operating, control }) => ({ control, from: operating }));
