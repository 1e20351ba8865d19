import type { AnswerOf } from '@concord/operations/client';
import { To, useLateAnswer, useWords } from '../../../app/index.ts';
import {
  DisclosureSection,
  LinkButton,
  type MarkName,
  SimpleTable,
  StateWord,
  TextLink,
  type Tone,
} from '../../../ui/index.ts';
import css from './registers.module.css';

type Need = AnswerOf<'view clause-conformity'>['rows'][number]['needs'][number];

const looks: Readonly<Record<Need['state'], { readonly mark: MarkName; readonly tone: Tone }>> = {
  missing: { mark: 'missing', tone: 'gap' },
  incomplete: { mark: 'partly', tone: 'part' },
  draft: { mark: 'due', tone: 'part' },
  'past-review': { mark: 'stale-sheet', tone: 'stale' },
  kept: { mark: 'fresh', tone: 'ok' },
  approved: { mark: 'fresh', tone: 'ok' },
};
const order = Object.keys(looks);

/** Clause 7.5.1: what is called for in writing, what is missing first. Nothing while the standard is not taken up. */
export function InWriting() {
  const say = useWords('documents');
  const { data } = useLateAnswer('view clause-conformity');
  if (!data) return null;
  const all = new Map(data.rows.flatMap(({ needs }) => needs.map((need) => [need.id, need] as const)));
  const rows = [...all.values()].sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  const open = rows.filter(({ state }) => state !== 'approved' && state !== 'kept');
  return (
    <DisclosureSection
      title={say('in-writing')}
      meta={
        open.length === 0
          ? say('nothing-missing')
          : say('in-writing-open', { count: open.length, all: rows.length })
      }
    >
      <SimpleTable
        caption={say('in-writing')}
        columns={[
          { id: 'need', header: say('need'), isRowHeader: true, cell: ({ title }: Need) => title },
          { id: 'clause', header: say('clause'), cell: ({ requirement }: Need) => requirement },
          {
            id: 'state',
            header: say('standing'),
            cell: ({ state, word }: Need) => <StateWord {...looks[state]}>{word}</StateWord>,
          },
          { id: 'documents', header: say('tab-documents'), cell: (need: Need) => <Answers need={need} /> },
        ]}
        rows={rows}
        keyOf={({ id }) => id}
        stacks
      />
    </DisclosureSection>
  );
}

function Answers({ need }: { readonly need: Need }) {
  const say = useWords('documents');
  if (need.documents.length === 0 && need.state === 'missing') {
    return (
      <LinkButton
        size="s"
        render={(dress) => <To room="documents" search={{ tab: 'documents', add: need.id }} {...dress} />}
      >
        {say('add-need')}
      </LinkButton>
    );
  }
  return (
    <span className={css.need}>
      {need.documents.map(({ id, title }) => (
        <TextLink
          key={id}
          render={(dress) => <To room="documents" search={{ tab: 'documents', document: id }} {...dress} />}
        >
          {title}
        </TextLink>
      ))}
      {need.hiddenDocuments > 0 && say('hidden', { count: need.hiddenDocuments })}
    </span>
  );
}
