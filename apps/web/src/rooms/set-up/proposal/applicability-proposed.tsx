import { useWords } from '../../../app/index.ts';
import {
  CheckboxField,
  DisclosureSection,
  Note,
  Section,
  SimpleTable,
  StateWord,
} from '../../../ui/index.ts';
import css from './proposal.module.css';
import { type Choosing, including, type Proposal } from './proposal.ts';

type Row = Proposal['applicability']['rows'][number];

/** First proposals for Annex A: what answers bear on stands open, the rest by theme. */
export function ApplicabilityProposed({ answers, set, proposal }: Choosing) {
  const say = useWords('set-up');
  const { framework, rows, note } = proposal.applicability;
  const isAdopted = proposal.frameworks.some(
    (each) => each.framework === framework && each.adopt && !answers.notAdopted.includes(framework),
  );
  if (!isAdopted) return null;
  const taken = rows.filter(({ requirement }) => !answers.leftOpen.includes(requirement)).length;
  const choose = (requirements: readonly string[], isTaken: boolean) =>
    set({ leftOpen: including(answers.leftOpen, requirements, !isTaken) });
  const isTaken = (requirement: string) => !answers.leftOpen.includes(requirement);
  return (
    <Section title={say('annex.title')} meta={say('annex.meta', { count: taken, of: rows.length })}>
      <p className={css.says}>{say('annex.says')}</p>
      <Note tone="info" title={note} />
      {groupsOf(rows).map(({ id, rows: of }) => (
        <DisclosureSection
          key={id}
          level={3}
          title={say(`annex.group.${id}`)}
          meta={say('annex.group-meta', { count: of.length })}
          defaultOpen={id === 'excluded' || id === 'look'}
        >
          <CheckboxField
            label={say('annex.all-of')}
            isSelected={of.every(({ requirement }) => isTaken(requirement))}
            isIndeterminate={
              of.some(({ requirement }) => isTaken(requirement)) &&
              !of.every(({ requirement }) => isTaken(requirement))
            }
            onChange={(all) =>
              choose(
                of.map(({ requirement }) => requirement),
                all,
              )
            }
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
  const ids = ['excluded', 'look', 'unsure', 'answer', 'baseline'] as const;
  return ids
    .map((id) => ({ id, rows: rows.filter((row) => groupOf(row) === id) }))
    .filter(({ rows: of }) => of.length > 0);
}

interface RowTableProps {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly isTaken: (requirement: string) => boolean;
  readonly choose: (requirements: readonly string[], isTaken: boolean) => void;
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
          cell: ({ requirement, title }) => (
            <CheckboxField
              label={`${requirement} ${title}`}
              isSelected={isTaken(requirement)}
              onChange={(taken) => choose([requirement], taken)}
            />
          ),
        },
        { id: 'proposal', header: say('annex.proposal'), cell: (row) => <Applies {...row} /> },
        {
          id: 'why',
          header: say('why-column'),
          cell: ({ why, exclusionReason }) =>
            exclusionReason === undefined ? why : `${exclusionReason} ${why}`,
        },
      ]}
    />
  );
}

function Applies({ applicable }: Row) {
  const say = useWords('set-up');
  return (
    <StateWord mark={applicable ? 'check' : 'excluded'} tone={applicable ? 'ink' : 'quiet'}>
      {say(applicable ? 'annex.applies' : 'annex.excluded')}
    </StateWord>
  );
}
