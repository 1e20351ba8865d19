import type { AnswerOf } from '@concord/operations/client';
import { Suspense, useState } from 'react';
import {
  Boundary,
  To,
  useAddress,
  useAnswer,
  useFormat,
  useLateAnswer,
  useWords,
} from '../../../app/index.ts';
import {
  ComboField,
  DisclosureSection,
  EmptyState,
  Facts,
  Section,
  Skeleton,
  Stack,
  TextLink,
} from '../../../ui/index.ts';
import css from '../history.module.css';
import { useOperations } from '../ledger/use-operations.ts';
import { type RecordName, recordIn, writeValue } from './record-name.ts';

type Entry = AnswerOf<'history'>['rows'][number];

/** Everything that was recorded of one record. */
export function RecordTab() {
  const say = useWords('history');
  const [search] = useAddress();
  const record = recordIn(search.record);
  return (
    <Stack gap="l">
      <RecordField />
      {record ? (
        <Boundary place={search.record ?? ''}>
          <Suspense fallback={<Skeleton lines={6} />}>
            <Story key={search.record} record={record} />
          </Suspense>
        </Boundary>
      ) : (
        <EmptyState title={say('record.none')}>{say('record.none-says')}</EmptyState>
      )}
    </Stack>
  );
}

const kinds = ['control', 'evidence', 'action', 'document', 'obligation', 'entity', 'profile'] as const;

function RecordField() {
  const say = useWords('history');
  const [, change] = useAddress();
  const [text, setText] = useState('');
  const typed = text.trim().slice(0, 200);
  const { data, isFetching } = useLateAnswer(
    'find',
    { text: typed || '-', kinds: [...kinds], limit: 30 },
    { enabled: typed !== '' },
  );
  const rows = typed === '' ? [] : (data?.rows ?? []);
  const choose = (name: string | undefined) => {
    if (name === undefined) return;
    change({ record: name, tab: 'record' });
    setText('');
  };
  return (
    <ComboField
      label={say('record.find')}
      description={say('record.find-says')}
      value={undefined}
      onChange={choose}
      input={text}
      onInput={setText}
      isLoading={isFetching}
      options={rows.map(({ kind, id, code, title }) => ({
        id: `${kind}/${id}`,
        label: `${code === id ? '' : code} ${title}`.trim(),
        description: say(`kind.${kind}`),
      }))}
    />
  );
}

function Story({ record }: { readonly record: RecordName }) {
  const say = useWords('history');
  const { number } = useFormat();
  const { rows, revision } = useAnswer('history', { kind: record.kind, id: record.id });
  return (
    <Section
      title={`${record.kind}/${record.id}`}
      meta={say('record.revision', { revision: number(revision), count: rows.length })}
    >
      <ol className={css.entries}>
        {rows.toReversed().map((entry) => (
          <li key={entry.seq}>
            <EntryShown entry={entry} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function EntryShown({
  entry: { seq, at, actor, operation, type, data, redacted },
}: {
  readonly entry: Entry;
}) {
  const say = useWords('history');
  const { instant, number } = useFormat();
  const did = useOperations();
  const members = Object.entries(data);
  return (
    <>
      <b>{did(operation)}</b>{' '}
      <span className={css.meta}>
        {say('record.by', { who: actor.name || actor.id, at: instant(at) })}{' '}
        <TextLink
          render={(dress) => <To room="history" search={{ tab: 'time', at: String(seq) }} {...dress} />}
        >
          {say('record.entry', { entry: number(seq) })}
        </TextLink>
      </span>
      {redacted.length > 0 && <p>{say('record.redacted', { members: redacted.join(', ') })}</p>}
      {members.length > 0 && (
        <DisclosureSection title={say('record.facts')} meta={type} level={3}>
          <Facts
            facts={members.map(([term, value]) => ({
              term,
              children: <span className={css.value}>{writeValue(value)}</span>,
            }))}
          />
        </DisclosureSection>
      )}
    </>
  );
}
