import type { Say } from '../../../app/index.ts';
import type { Line } from '../statement/line.ts';
import { groupLines } from '../statement/wanted.ts';

/** An action can say of so many rows that it closes them. */
const mostClosed = 200;

export interface PlannedAction {
  readonly title: string;
  readonly closes: readonly { readonly kind: 'requirement' | 'control'; readonly id: string }[];
}

/** One action by theme for rows that are necessary and not in place. */
export function planFor(lines: readonly Line[], say: Say): readonly PlannedAction[] {
  return groupLines(lines).flatMap(({ theme, title, lines: of }) => {
    const parts = Math.ceil(of.length / mostClosed);
    return Array.from({ length: parts }, (_, part) => {
      const within = of.slice(part * mostClosed, (part + 1) * mostClosed);
      const whole = theme === 'own' ? say('own-title') : `${theme} ${title}`;
      // Each has a title of its own: two of one name could not be told apart, here and among all actions.
      const named = parts === 1 ? whole : say('plan-part', { theme: whole, part: part + 1, of: parts });
      return {
        title: say('plan-title', { theme: named, count: within.length }),
        closes: within.map(({ isOwn, id }) =>
          isOwn
            ? ({ kind: 'control', id } as const)
            : ({ kind: 'requirement', id: `iso27001-2022/${id}` } as const),
        ),
      };
    });
  });
}
