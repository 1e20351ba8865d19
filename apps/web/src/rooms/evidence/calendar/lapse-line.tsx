import { To, useWords } from '../../../app/index.ts';
import { Id, Mark, TextLink } from '../../../ui/index.ts';
import type { LapseRow } from './calendar-tab.tsx';
import type { Lapse } from './month.ts';

/** A control whose evidence lapses, with the mark of what happens on that day. */
export function LapseLine({ lapse: { kind, row } }: { readonly lapse: Lapse<LapseRow> }) {
  const say = useWords('evidence');
  const [mark, tone] = kind === 'until' ? (['due', 'part'] as const) : (['stale-sheet', 'stale'] as const);
  const target =
    row.piece === undefined
      ? ({ room: 'library', search: { control: row.code } } as const)
      : ({ room: 'evidence', search: { evidence: row.piece.id } } as const);
  return (
    <>
      <Mark name={mark} tone={tone} size={12} label={say(`calendar.${kind}`)} />
      <span title={row.name}>
        <TextLink render={(dress) => <To {...target} {...dress} />}>
          <Id>{row.code}</Id>
        </TextLink>
      </span>
    </>
  );
}
