import { useWords } from '../../../app/index.ts';
import {
  CheckboxField,
  DisclosureSection,
  Note,
  Section,
  SimpleTable,
  StateWord,
} from '../../../ui/index.ts';
import { isDecided, type ApplicabilityRow as Row } from '../answers/decided.ts';
import css from './proposal.module.css';
import { type Choosing, including } from './proposal.ts';

/** First proposals for Annex A: apart what has to be looked at first, the rest by what it rests on. */
export function ApplicabilityProposed({ answers, set, proposal }: Choosing) {
  const say = useWords('set-up');
  const { framework, rows, note } = proposal.applicability;
  const isAdopted = proposal.frameworks.some(
    (each) => each.framework === framework && each.adopt && !answers.notAdopted.includes(framework),
  );
  if (!isAdopted) return null;
  const isTaken = (row: Row) => isDecided(row, answers);
  const taken = rows.filter(isTaken).length;
  const open = rows.filter((row) => row.open && !isTaken(row)).length;
  const choose = (chosen: readonly Row[], isChosen: boolean) => {
    const ids = (isOpen: boolean) =>
      chosen.filter((row) => row.open === isOpen).map(({ requirement }) => requirement);
    set({
      leftOpen: including(answers.leftOpen, ids(false), !isChosen),
      looked: including(answers.looked, ids(true), isChosen),
    });
  };
  return (
    <Section title={say('annex.title')} meta={say('annex.meta', { count: taken, of: rows.length })}>
      <p className={css.says}>{say('annex.says')}</p>
      <Note tone="info" title={note} />
      {open > 0 && (
        <Note tone="part" mark="unknown" title={say('annex.open', { count: open })}>
          {say('annex.open-says')}
        </Note>
      )}
      {groupsOf(rows).map(({ id, rows: of }) => (
        <DisclosureSection
          key={id}
          level={3}
          title={say(`annex.group.${id}`)}
          meta={say('annex.group-meta', { count: of.length })}
          defaultOpen={id === 'excluded' || id === 'look' || id === 'unsure'}
        >
          <CheckboxField
            label={say('annex.all-of')}
            isSelected={of.every(isTaken)}
            isIndeterminate={of.some(isTaken) && !of.every(isTaken)}
            onChange={(all) => choose(of, all)}
          />
          <RowTable {...{ id, rows: of, isTaken, choose }} />
        </DisclosureSection>
      ))}
    </Section>
  );
}

/** What is to be left out and what has to be looked at first; then by what they rest on. */
function groupsOf(rows: readonly Row[]) {
  const groupOf = ({ applicable, basis }: Row) => (applicable ? basis : 'excluded');
  const ids = ['look', 'unsure', 'excluded', 'answer', 'baseline'] as const;
  return ids
    .map((id) => ({ id, rows: rows.filter((row) => groupOf(row) === id) }))
    .filter(({ rows: of }) => of.length > 0);
}

interface RowTableProps {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly isTaken: (row: Row) => boolean;
  readonly choose: (rows: readonly Row[], isTaken: boolean) => void;
}

function RowTable({ id, rows, isTaken, choose }: RowTableProps) {
  const say = useWords('set-up');
  return (
    <SimpleTable
      caption={say('annex.table', { group: say(`annex.group.${id}`) })}
      stacks
      rows={rows}
      keyOf={({ requirement }) => requirement}
      columns={[
        {
          id: 'title',
          header: say('annex.control'),
          isRowHeader: true,
          cell: (row) => (
            <CheckboxField
              label={`${row.requirement} ${row.title}`}
              isSelected={isTaken(row)}
              onChange={(taken) => choose([row], taken)}
            />
          ),
        },
        {
          id: 'proposal',
          header: say('annex.proposal'),
          cell: (row) => <Applies row={row} isTaken={isTaken(row)} />,
        },
        {
          id: 'why',
          header: say('why-column'),
          cell: (row) => <Because row={row} />,
        },
      ]}
    />
  );
}

/** The reason as it would stand in the statement, and what it is proposed for. */
function Because({ row: { reasons, exclusionReason, why } }: { readonly row: Row }) {
  return (
    <>
      {exclusionReason ?? reasons.map(({ text }) => text).join(' ')}
      <span className={css.why}>{why}</span>
    </>
  );
}

/** What an answer leaves open is no proposal before somebody takes it as one. */
function Applies({ row: { applicable, open }, isTaken }: { readonly row: Row; readonly isTaken: boolean }) {
  const say = useWords('set-up');
  if (open && !isTaken)
    return (
      <StateWord mark="unknown" tone="part">
        {say('annex.look-first')}
      </StateWord>
    );
  return (
    <StateWord mark={applicable ? 'check' : 'excluded'} tone={applicable ? 'ink' : 'quiet'}>
      {say(applicable ? 'annex.applies' : 'annex.excluded')}
    </StateWord>
  );
}
