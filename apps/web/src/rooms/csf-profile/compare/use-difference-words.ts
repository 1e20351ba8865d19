import { useAnswer, useFormat, useWords } from '../../../app/index.ts';
import type { Difference } from './compared.ts';

type Write = (value: string | number | boolean) => string;

/** A value that differs, in words. */
export function useDifferenceWords(): (what: Difference['what'], value: Difference['from']) => string {
  const say = useWords('csf-profile');
  const { day, number } = useFormat();
  const { people } = useAnswer('organisations show');
  const writes: Partial<Record<Difference['what'], Write>> = {
    priority: (value) => say(`priority-${value}`),
    tier: (value) => say(`tier-${value}`),
    owner: (value) => people.find(({ id }) => id === value)?.name || String(value),
    due: (value) => day(String(value)),
    included: (value) => say(value ? 'yes' : 'no'),
    wanted: (value) => say(value ? 'yes' : 'no'),
  };
  const plain: Write = (value) => (typeof value === 'number' ? number(value) : String(value));
  return (what, value) => (value === undefined ? say('none') : (writes[what] ?? plain)(value));
}
