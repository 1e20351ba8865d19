import { useAnswer, useFormat, useWords } from '../../../app/index.ts';
import type { Difference } from './compared.ts';

/** A value that differs, in words. */
export function useDifferenceWords(): (what: Difference['what'], value: Difference['from']) => string {
  const say = useWords('csf-profile');
  const { day, number } = useFormat();
  const { people } = useAnswer('organisations show');
  return (what, value) => {
    if (value === undefined) return say('none');
    if (what === 'priority') return say(`priority-${value}`);
    if (what === 'tier') return say(`tier-${value}`);
    if (what === 'owner') return people.find(({ id }) => id === value)?.name || String(value);
    if (what === 'due') return day(String(value));
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    return typeof value === 'number' ? number(value) : value;
  };
}
