import type { Say } from '../language/say.ts';
import type { Basis } from './basis.ts';
import { type Attribute, type DiversityRow, works } from './diversity-row.ts';

/** Something that stands out; our own computation, no rule of a standard. */
export interface Remark {
  readonly kind: 'left-out' | 'nothing' | 'single' | 'balance' | 'lopsided';
  readonly attribute?: Attribute;
  readonly value?: string;
  readonly words: string;
}

export function leftOut(say: Say): Remark {
  return { kind: 'left-out', words: say('diversity.left-out') };
}

/** Fewer than one working control in five that detects, or that corrects, counts as lopsided. Ours. */
const fewest = 0.2;

/** The balance first, then where a value rests on nothing or on one control. What is excluded altogether is no lack. */
export function remarksOn(rows: readonly DiversityRow[], basis: Basis, say: Say): Remark[] {
  const asked = rows.filter(({ annexA }) => annexA.excluded < annexA.all);
  return [...balanceOf(rows, basis, say), ...asked.flatMap((row) => restingRemark(row, say))];
}

function restingRemark({ attribute, value, restsOn, single }: DiversityRow, say: Say): Remark[] {
  if (restsOn === 'several') return [];
  const params = { attribute: say(`diversity.${attribute}`), value: spoken(value) };
  const code = single?.code ?? say('why.hidden', { count: 1 });
  const kind = restsOn === 'one' ? 'single' : 'nothing';
  return [{ kind, attribute, value, words: say(`diversity.rests-${kind}`, { ...params, code }) }];
}

function balanceOf(rows: readonly DiversityRow[], { annexA }: Basis, say: Say): Remark[] {
  const all = new Set(annexA.flatMap(({ controls }) => controls.filter(works))).size;
  const working = (value: string) =>
    rows.find((row) => row.attribute === 'controlTypes' && row.value === value)?.library.working ?? 0;
  const attribute = 'controlTypes';
  const counts = {
    all,
    preventive: working('Preventive'),
    detective: working('Detective'),
    corrective: working('Corrective'),
  };
  const balance: Remark = { kind: 'balance', attribute, words: say('diversity.balance', counts) };
  const few = (['Detective', 'Corrective'] as const).filter(
    (value) => working(value) > 0 && working(value) < all * fewest,
  );
  const lopsided = few.map(
    (value): Remark => ({
      kind: 'lopsided',
      attribute,
      value,
      words: say('diversity.lopsided', { value: spoken(value), count: working(value), all }),
    }),
  );
  return [balance, ...lopsided];
}

function spoken(value: string): string {
  return value.replaceAll('_', ' ');
}
