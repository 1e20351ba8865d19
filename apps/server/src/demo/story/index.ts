import { starterLibrary } from '@concord/catalog';
import type { Step } from '../step.ts';
import { change } from './changes.ts';
import { decideClaims } from './claims.ts';
import { aim, assess, decideApplicability } from './decisions.ts';
import { showControl } from './evidence.ts';
import { calendarUpTo } from './ground/calendar.ts';
import { chanceFrom } from './ground/chance.ts';
import { company, founding } from './ground/company.ts';
import { addOwnControls, ownShown } from './own-controls.ts';
import { takePositions } from './positions.ts';
import { keepRegisters } from './registers.ts';
import { operatingFrom, rollOut } from './rollout.ts';

export interface Told {
  /** Day after the history, local date. */
  readonly asOf: string;
  readonly seed: number;
}

/** The history of an invented company; the same day and seed always tell the same. */
export const scenario = { name: company.name, zone: company.zone, steps: tell };

function tell({ asOf, seed }: Told): readonly Step[] {
  const calendar = calendarUpTo(asOf);
  const chance = chanceFrom(seed);
  const { controls } = starterLibrary();
  const from = new Map(controls.map((control) => [control.code, operatingFrom(control, chance)]));
  const shown = [...controls.map((control) => ({ control, from: from.get(control.code) ?? 0 })), ...ownShown];
  const steps = [
    ...founding(calendar.day, calendar.after(calendar.day(58), 725)),
    ...addOwnControls(calendar),
    ...decideApplicability(calendar),
    ...rollOut({ controls, from }, calendar, chance),
    ...decideClaims(calendar),
    ...keepRegisters(calendar),
    ...aim(calendar),
    ...assess(calendar),
    ...shown.flatMap((each) => showControl(each, calendar, chance)),
    ...change(calendar),
    ...takePositions(calendar),
  ];
  // Sorting is stable: on one day things happen in the order in which they stand here.
  return steps.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}
