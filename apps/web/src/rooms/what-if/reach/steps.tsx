import { To, useWords } from '../../../app/index.ts';
import { Id, SimpleTable, TextLink } from '../../../ui/index.ts';
import { RequirementLink } from '../moves/requirement-link.tsx';
import css from './reach.module.css';
import type { Reached } from './reach-list.tsx';

type Step = Reached['steps'][number];

interface StepsProps {
  readonly steps: Reached['steps'];
  readonly goals: Reached['goals'];
}

/** The controls that would have to work, each time what gains most for each control on top of those before, with what becomes met so far. */
export function Steps({ steps, goals }: StepsProps) {
  const say = useWords('what-if');
  let met = goals.reduce((sum, goal) => sum + goal.met, 0);
  const rows = steps.map((step, at) => {
    met += step.gain;
    return { step, at: at + 1, met };
  });
  return (
    <SimpleTable
      caption={say('steps-caption')}
      stacks
      rows={rows}
      keyOf={({ step }) => step.id}
      columns={[
        { id: 'at', header: say('steps-at'), align: 'end', width: 32, cell: ({ at }) => at },
        {
          id: 'control',
          header: say('weak.control'),
          isRowHeader: true,
          cell: ({ step: { code, name } }) => (
            <TextLink plain render={(dress) => <To room="library" search={{ control: code }} {...dress} />}>
              <Id>{code}</Id> {name}
            </TextLink>
          ),
        },
        { id: 'gain', header: say('steps-gain'), align: 'end', cell: ({ step }) => `+${step.gain}` },
        { id: 'met', header: say('steps-met'), align: 'end', cell: (row) => row.met },
        { id: 'what', header: say('steps-what'), cell: ({ step }) => <What step={step} /> },
      ]}
    />
  );
}

function What({ step: { frameworks, together, gain } }: { readonly step: Step }) {
  const say = useWords('what-if');
  const words = together && say('steps-together', { codes: together.join(', ') });
  if (gain === 0 && words) return <>{words}</>;
  return (
    <span className={css.gains}>
      {frameworks.flatMap(({ framework, requirements }) =>
        requirements.map((id) => (
          <RequirementLink key={`${framework} ${id}`} framework={framework} requirement={id} />
        )),
      )}
      {words && <small>{words}</small>}
    </span>
  );
}
