import type { Step } from '../step.ts';
import { company } from './company.ts';

export interface Told {
  /** Day after the history, local date. */
  readonly asOf: string;
  readonly seed: number;
}

/** The history of an invented company; the same day and seed always tell the same. */
export const scenario = {
  name: company.name,
  zone: company.zone,
  steps: (_told: Told): readonly Step[] => [],
};
