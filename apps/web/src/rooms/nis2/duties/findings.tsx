import { useWords } from '../../../app/index.ts';
import { Note } from '../../../ui/index.ts';
import type { Duty, Finding, Point } from '../directive/view.ts';
import { AddAction } from './add-action.tsx';

interface FindingsProps {
  readonly checks: readonly Finding[];
  readonly framework: string;
  readonly row: Duty | Point;
}

/** What speaks about a row under it: that it is excluded and why, and what does not hold together. */
export function Findings({ checks, framework, row }: FindingsProps) {
  const say = useWords('nis2');
  const found = checks.filter((check) => check.framework === framework && check.row === row.id);
  const isExcluded = row.applicability === 'excluded';
  if (found.length === 0 && !isExcluded) return null;
  return (
    <>
      {isExcluded && (
        <Note tone="unk" mark="excluded" title={say('excluded')}>
          {row.exclusionReason}
        </Note>
      )}
      {found.map(({ id, severity, message, mend, provision }) => (
        <Note
          key={id}
          tone={severity === 'E' ? 'gap' : 'part'}
          mark={severity === 'E' ? 'error' : 'warning'}
          title={message}
          actions={id === 'NIS-09' ? <AddAction framework={framework} row={row} /> : undefined}
        >
          {mend} {provision.replace('Article', say('article'))}
        </Note>
      ))}
    </>
  );
}
