import { useWords } from '../../../app/index.ts';
import { StateMark } from '../../../states/index.ts';
import { DisclosureSection, Section, SimpleTable, Stack } from '../../../ui/index.ts';
import { Because } from './because.tsx';
import { countTurns, type DifferentRow, type Turned } from './gains.ts';
import css from './moves.module.css';
import { RequirementLink } from './requirement-link.tsx';

/** Every requirement that would stand otherwise, with what makes it so. */
export function TurnedRows({ turned }: { readonly turned: readonly Turned[] }) {
  const say = useWords('what-if');
  const frameworks = new Map(turned.map(({ framework }) => [framework.id, framework.title]));
  const most = Math.max(...[...frameworks.keys()].map((id) => rowsOf(turned, id).length));
  return (
    <Section title={say('turned')} meta={say('turned-meta', { count: turned.length })}>
      <Stack gap="s">
        {[...frameworks].map(([id, title]) => (
          <OfFramework key={id} title={title} turned={rowsOf(turned, id)} isOpen={most <= 12} />
        ))}
      </Stack>
    </Section>
  );
}

function rowsOf(turned: readonly Turned[], framework: string): readonly Turned[] {
  return turned.filter((each) => each.framework.id === framework);
}

interface OfFrameworkProps {
  readonly title: string;
  readonly turned: readonly Turned[];
  readonly isOpen: boolean;
}

function OfFramework({ title, turned, isOpen }: OfFrameworkProps) {
  const say = useWords('what-if');
  const { gained, lost, other } = countTurns(turned);
  const counts = [
    lost > 0 && say('turns-lost', { count: lost }),
    gained > 0 && say('turns-gained', { count: gained }),
    other > 0 && say('turns-other', { count: other }),
  ].filter(Boolean);
  return (
    <DisclosureSection title={title} meta={counts.join(', ')} defaultOpen={isOpen}>
      <SimpleTable
        caption={say('turned-in', { framework: title })}
        stacks
        rows={turned}
        keyOf={({ framework, row }) => `${framework.id} ${row.id}`}
        columns={[
          {
            id: 'requirement',
            header: say('column.requirement'),
            isRowHeader: true,
            cell: ({ framework, row }) => (
              <RequirementLink framework={framework.id} requirement={row.id} title={row.title} />
            ),
          },
          { id: 'before', header: say('column.before'), cell: ({ row }) => <Stands {...row.before} /> },
          { id: 'after', header: say('column.after'), cell: ({ row }) => <After row={row} /> },
          {
            id: 'because',
            header: say('column.because'),
            cell: ({ framework, row }) => <Because because={row.because} framework={framework.id} />,
          },
        ]}
      />
    </DisclosureSection>
  );
}

function Stands({ mark, word }: DifferentRow['before']) {
  return <StateMark mark={mark} word={word} wraps />;
}

/** What prints alike differs in what is in place, or in how it came about. */
function After({ row: { before, after } }: { readonly row: DifferentRow }) {
  const say = useWords('what-if');
  const isInPlace = before.implementation !== after.implementation && before.word === after.word;
  return (
    <span className={css.turn}>
      <Stands {...after} />
      {isInPlace && <small>{say(`in-place.${after.implementation}`)}</small>}
    </span>
  );
}
