import { useFormat, useWords } from '../../../app/index.ts';
import { Id, Note } from '../../../ui/index.ts';
import type { Point } from '../directive/view.ts';

/** The points within a row that are not applied, each with its reason. */
export function NotApplied({ row: { notApplied } }: { readonly row: Point }) {
  const say = useWords('nis2');
  const { day } = useFormat();
  return notApplied.map(({ point, title, exclusionReason, decidedOn }) => (
    <Note
      key={point}
      tone="unk"
      mark="excluded"
      title={
        <>
          <Id>{point}</Id> {title} {say('not-applied-since', { day: day(decidedOn) })}
        </>
      }
    >
      {exclusionReason}
    </Note>
  ));
}
