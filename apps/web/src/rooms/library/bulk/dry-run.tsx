import { type Trial, useWords } from '../../../app/index.ts';
import { Note, SimpleTable, Skeleton } from '../../../ui/index.ts';

/** Says what a deed would do, or every reason why it would be refused. */
export function DryRunSaid({ run, says }: { readonly run: Trial; readonly says: (facts: number) => string }) {
  const say = useWords('library');
  const { told, refused, isUnanswered, isPending } = run;
  if (isPending) return <Skeleton lines={2} />;
  if (isUnanswered) return <Note tone="gap" title={say('unreachable')} live />;
  if (refused) {
    const { detail, errors = [] } = refused.problem;
    return (
      <>
        <Note tone="gap" mark="error" title={say('dry-run.refused')} live>
          {detail}
        </Note>
        {errors.length > 0 && <Faults faults={errors} />}
      </>
    );
  }
  if (!told) return null;
  const { facts, unchanged, notices = [] } = told;
  return (
    <Note tone="info" title={unchanged || facts === 0 ? say('dry-run.nothing') : says(facts)} live>
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </Note>
  );
}

interface FaultsProps {
  readonly faults: readonly { readonly at: string; readonly code: string; readonly detail: string }[];
}

/** Every fault at its place. */
export function Faults({ faults }: FaultsProps) {
  const say = useWords('library');
  return (
    <SimpleTable
      caption={say('faults.caption', { count: faults.length })}
      stacks
      columns={[
        { id: 'at', header: say('faults.at'), isRowHeader: true, width: 200, cell: ({ at }) => at },
        { id: 'detail', header: say('faults.what'), cell: ({ detail }) => detail },
      ]}
      rows={faults.map((fault, index) => ({ ...fault, index }))}
      keyOf={({ index }) => String(index)}
    />
  );
}
