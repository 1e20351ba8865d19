import type { Refusal } from '@concord/programme';
import type { ViewAsked } from '../envelope.ts';
import { type Nis2Duties, nis2Duties } from './duties.ts';
import { type Nis2Classes, nis2Classes } from './entity-class/index.ts';

/** What an authority asks to see together: who is bound, and how each duty and each point of the annex stands. */
export interface Nis2Compliance extends Nis2Duties {
  readonly entities: Nis2Classes['rows'];
}

/** Directive (EU) 2022/2555, Articles 20, 21 and 31 to 33: classes, duties and annex in one view. */
export function nis2Compliance(asked: ViewAsked): Nis2Compliance | { refusal: Refusal } {
  const duties = nis2Duties(asked);
  if ('refusal' in duties) return duties;
  const classes = nis2Classes(asked);
  if ('refusal' in classes) return classes;
  return { ...duties, view: 'nis2-compliance', entities: classes.rows };
}
