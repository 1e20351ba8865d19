import { To, useFormat, useWords } from '../../../app/index.ts';
import { ActionMark } from '../../../states/index.ts';
import { Id, type SimpleColumn, SimpleTable, TextLink } from '../../../ui/index.ts';
import { type CsfView, personIn } from '../profile/view.ts';
import { AlsoSaid } from './also-said.tsx';
import { KeepOne } from './keep-one.tsx';
import css from './plan.module.css';
import type { PlanLine } from './plan-line.ts';

interface PlanListProps {
  readonly view: CsfView;
  readonly lines: readonly PlanLine[];
}

/** The plan as a list: who, by when, which outcomes it lifts and what else it closes. */
export function PlanList({ view, lines }: PlanListProps) {
  const say = useWords('csf-profile');
  const { day } = useFormat();
  const columns: SimpleColumn<PlanLine>[] = [
    { id: 'action', header: say('action'), isRowHeader: true, cell: (line) => <Name line={line} /> },
    { id: 'owner', header: say('owner'), cell: ({ owner }) => personIn(view, owner) },
    { id: 'due', header: say('due'), cell: ({ due }) => due && <span className={css.day}>{day(due)}</span> },
    {
      id: 'lifts',
      header: say('lifts'),
      cell: ({ lifts }) => (
        <span className={css.ids}>
          {lifts.map((id) => (
            <Id key={id}>{id}</Id>
          ))}
        </span>
      ),
    },
    { id: 'also', header: say('also-closes'), cell: ({ also }) => <AlsoSaid also={also} /> },
    {
      id: 'keep',
      header: say('deed'),
      hideHeader: true,
      align: 'end',
      cell: ({ proposed, isLate }) =>
        proposed ? <KeepOne proposed={proposed} /> : <ActionMark code={isLate ? 'late' : 'open'} />,
    },
  ];
  return (
    <SimpleTable
      caption={say('plan-caption')}
      columns={columns}
      rows={lines}
      keyOf={({ key }) => key}
      stacks
    />
  );
}

function Name({ line: { title, action } }: { readonly line: PlanLine }) {
  if (action === undefined) return title;
  return (
    <TextLink plain render={(dress) => <To room="actions" search={{ action }} {...dress} />}>
      {title}
    </TextLink>
  );
}
