import type { AnswerOf } from '@concord/operations/client';
import { useFormat, useWords } from '../../../app/index.ts';
import { Facts, Note, type SimpleColumn, SimpleTable, Stack } from '../../../ui/index.ts';
import css from '../history.module.css';
import { grouped } from './kept-head.ts';
import type { Verified } from './use-verify.ts';

type Finding = AnswerOf<'verify'>['findings'][number];

/** What was found, and what was checked for it. */
export function Outcome({ verified: { at, found, head, against } }: { readonly verified: Verified }) {
  const say = useWords('history');
  const { number, instant } = useFormat();
  const words = { count: found.checked, entries: number(found.checked) };
  return (
    <Stack>
      {found.ok ? (
        <Note tone="ok" mark="met" title={say('outcome.whole')} live>
          {say('outcome.whole-says', words)}
        </Note>
      ) : (
        <Note tone="gap" mark="error" title={say('outcome.broken', { count: found.findings.length })} live>
          {say('outcome.broken-says', words)}
        </Note>
      )}
      <Facts
        facts={[
          { term: say('outcome.at'), children: instant(at) },
          { term: say('outcome.checked'), children: number(found.checked) },
          {
            term: say('outcome.redacted'),
            children:
              found.redacted === 0
                ? say('outcome.redacted-none')
                : say('outcome.redacted-says', { count: found.redacted }),
          },
          {
            term: say('outcome.against'),
            children:
              against.head === undefined
                ? say('outcome.itself')
                : say('outcome.kept', { entry: number(against.head.position) }),
          },
          { term: say('outcome.ends'), children: number(head.position) },
          { term: say('outcome.seal'), children: <code className={css.seal}>{grouped(head.seal)}</code> },
        ]}
      />
      {found.findings.length > 0 && <Findings caption={say('outcome.findings')} rows={found.findings} />}
      {found.warnings.length > 0 && <Findings caption={say('outcome.warnings')} rows={found.warnings} />}
    </Stack>
  );
}

interface FindingsProps {
  readonly caption: string;
  readonly rows: readonly Finding[];
}

const mostShown = 200;

function Findings({ caption, rows }: FindingsProps) {
  const say = useWords('history');
  const { number } = useFormat();
  const columns: readonly SimpleColumn<Finding>[] = [
    {
      id: 'entry',
      header: say('column.entry'),
      align: 'end',
      cell: ({ seq }) => (seq === undefined ? '–' : number(seq)),
    },
    {
      id: 'kind',
      header: say('column.finding'),
      isRowHeader: true,
      cell: ({ kind }) => say(`finding.${kind}`),
    },
    { id: 'message', header: say('column.told'), cell: ({ message }) => message },
  ];
  return (
    <>
      <SimpleTable
        caption={caption}
        showCaption
        columns={columns}
        rows={rows.slice(0, mostShown)}
        keyOf={({ kind, seq, file, message }) => `${kind} ${seq ?? file ?? ''} ${message}`}
        stacks
      />
      {rows.length > mostShown && <p>{say('outcome.more', { count: rows.length - mostShown })}</p>}
    </>
  );
}
