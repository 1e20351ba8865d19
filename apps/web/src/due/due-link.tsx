import { To, ToRequirement } from '../app/index.ts';
import type { LinkDress } from '../ui/index.ts';
import { type DueRow, placeOfDue } from './place.ts';

/** Leads to where something that is due is seen to, dressed as a link or a button. */
export function DueLink({ row, ...dress }: LinkDress & { readonly row: DueRow }) {
  const place = placeOfDue(row);
  return 'room' in place ? <To {...place} {...dress} /> : <ToRequirement {...place} {...dress} />;
}
