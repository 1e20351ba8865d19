import { useFormat, useLateAnswer, useWords, WentWrong } from '../app/index.ts';
import { EmptyState, SelectField, Skeleton, Stack } from '../ui/index.ts';
import css from './publishing.module.css';
import type { ReportName } from './reports.ts';

interface ChangesSinceProps {
  readonly report: ReportName;
  readonly scope?: string | undefined;
  readonly profile?: string | undefined;
  /** Number of the version before, and of the one after or `now`. */
  readonly from: number;
  readonly to: string;
  /** Numbers of the versions that there are. */
  readonly versions: readonly number[];
  readonly onChoose: (from: number, to: string) => void;
}

/** What changed from one version to another or to now, read as a list: a sentence for each row. */
export function ChangesSince({ report, scope, profile, from, to, versions, onChoose }: ChangesSinceProps) {
  const say = useWords('publishing');
  const input = { report, from, to, ...(scope ? { scope } : {}), ...(profile ? { profile } : {}) };
  const { data, error, refetch } = useLateAnswer('reports diff', input);
  const options = versions.map((number) => ({
    id: String(number),
    label: say('version-n', { version: number }),
  }));
  const now = { id: 'now', label: say('now') };
  return (
    <Stack>
      <div className={css.ends}>
        <SelectField
          label={say('from')}
          options={options}
          value={String(from)}
          onChange={(id) => onChoose(Number(id ?? from), to)}
        />
        <SelectField
          label={say('to')}
          options={[...options, now]}
          value={to}
          onChange={(id) => onChoose(from, id ?? 'now')}
        />
      </div>
      {error && <WentWrong error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && <Sentences sentences={data.sentences} />}
    </Stack>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  const say = useWords('publishing');
  const format = useFormat();
  if (sentences.length === 0)
    return (
      <EmptyState title={say('no-changes')} level={3}>
        {say('no-changes-say')}
      </EmptyState>
    );
  return (
    <>
      <p role="status">
        {say('rows-changed', { count: sentences.length, number: format.number(sentences.length) })}
      </p>
      <ul className={css.changes}>
        {sentences.map((sentence) => (
          <Sentence key={sentence} sentence={sentence} />
        ))}
      </ul>
    </>
  );
}

/** What it is about stands before the first colon. */
function Sentence({ sentence }: { readonly sentence: string }) {
  const end = sentence.search(/\s?:\s/);
  if (end < 0) return <li>{sentence}</li>;
  return (
    <li>
      <b>{sentence.slice(0, end)}</b>
      {sentence.slice(end)}
    </li>
  );
}
