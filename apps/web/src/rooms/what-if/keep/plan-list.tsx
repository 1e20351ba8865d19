import { To, useAnswer, useFormat, useWords } from '../../../app/index.ts';
import { CheckboxField, Note, SimpleTable, TextLink } from '../../../ui/index.ts';
import type { Fault, OpenAction, Planned, Terms } from './actions.ts';

interface PlanListProps {
  readonly plan: readonly Planned[];
  readonly terms: Terms;
  /** Why some are refused, by their places. */
  readonly faults: ReadonlyMap<number, Fault>;
  /** What is on the list of actions already, by their places. */
  readonly already: ReadonlyMap<number, readonly OpenAction[]>;
  readonly onChange: (without: readonly number[]) => void;
}

/** Each action that would be added, to be left out where it is not wanted. */
export function PlanList({ plan, terms, faults, already, onChange }: PlanListProps) {
  const say = useWords('what-if');
  const { people } = useAnswer('organisations show');
  const nameOf = (id: string | undefined) =>
    people.find((each) => each.id === id)?.name ?? say('keep-nobody');
  const { without } = terms;
  const turn = (at: number, isKept: boolean) =>
    onChange(isKept ? without.filter((each) => each !== at) : [...without, at]);
  return (
    <SimpleTable
      caption={say('plan-caption')}
      stacks
      rows={plan.map((planned, at) => ({ planned, at }))}
      keyOf={({ at }) => String(at)}
      under={({ at }) => {
        const fault = faults.get(at);
        const open = already.get(at);
        if (fault)
          return <Note tone="gap">{fault.code === 'action.exists' ? say('exists') : fault.detail}</Note>;
        return open && <Already open={open} isAdded={!without.includes(at)} />;
      }}
      columns={[
        {
          id: 'title',
          header: say('plan-title'),
          isRowHeader: true,
          cell: ({ planned, at }) => (
            <CheckboxField
              label={planned.title}
              isSelected={!without.includes(at)}
              onChange={(isKept) => turn(at, isKept)}
            />
          ),
        },
        {
          id: 'owner',
          header: say('plan-owner'),
          cell: ({ planned }) => nameOf(terms.owner ?? planned.owner),
        },
        {
          id: 'closes',
          header: say('plan-closes'),
          align: 'end',
          cell: ({ planned }) => planned.closes.filter(({ kind }) => kind === 'requirement').length,
        },
        {
          id: 'priority',
          header: say('plan-priority'),
          cell: ({ planned }) => say(`priority.${planned.priority}`),
        },
      ]}
    />
  );
}

interface AlreadyProps {
  readonly open: readonly OpenAction[];
  /** Another is added beside them, as somebody chose. */
  readonly isAdded: boolean;
}

/** The actions that are about the same already: another one is added only where somebody wants it. */
function Already({ open, isAdded }: AlreadyProps) {
  const say = useWords('what-if');
  const { day } = useFormat();
  return (
    <Note tone={isAdded ? 'part' : 'info'} title={say(isAdded ? 'already-beside' : 'already')}>
      <ul>
        {open.map(({ id, title, due }) => (
          <li key={id}>
            <TextLink render={(dress) => <To room="actions" search={{ action: id }} {...dress} />}>
              {title}
            </TextLink>
            {due !== undefined && `, ${say('already-due', { day: day(due) })}`}
          </li>
        ))}
      </ul>
    </Note>
  );
}
