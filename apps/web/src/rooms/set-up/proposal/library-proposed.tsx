import { type Say, useWords } from '../../../app/index.ts';
import { CheckboxField, DisclosureSection, Section, SimpleTable } from '../../../ui/index.ts';
import css from './proposal.module.css';
import { type Choosing, comingAlong, including, type Proposal } from './proposal.ts';

type Control = Proposal['library']['controls'][number];

/** The starter library by family, control by control, each with why it is proposed or not of use. */
export function LibraryProposed(choosing: Choosing) {
  const say = useWords('set-up');
  const { answers, proposal } = choosing;
  const { families, controls } = proposal.library;
  const coming = comingAlong(controls, answers.notTaken);
  return (
    <Section title={say('library.title')} meta={sayComing(coming, say)}>
      <p className={css.says}>
        {say('library.says')} {coming.idle > 0 && say('library.idle', { count: coming.idle })}
      </p>
      {families.map(({ family }) => (
        <Family key={family} family={family} {...choosing} />
      ))}
    </Section>
  );
}

function sayComing({ count, idle }: ReturnType<typeof comingAlong>, say: Say): string {
  const all = say('library.coming', { count });
  return idle === 0 ? all : `${all}, ${say('library.coming-idle', { count: idle })}`;
}

function Family({ family, answers, set, proposal }: Choosing & { readonly family: string }) {
  const say = useWords('set-up');
  const controls = proposal.library.controls.filter((control) => control.family === family);
  const proposed = controls.filter((control) => control.proposed).map(({ code }) => code);
  const taken = proposed.filter((code) => !answers.notTaken.includes(code));
  const choose = (codes: readonly string[], isTaken: boolean) =>
    set({ notTaken: including(answers.notTaken, codes, !isTaken) });
  return (
    <DisclosureSection
      level={3}
      title={family}
      meta={sayComing(comingAlong(controls, answers.notTaken), say)}
    >
      {proposed.length > 0 && (
        <CheckboxField
          label={say('library.all-of', { family })}
          isSelected={taken.length === proposed.length}
          isIndeterminate={taken.length > 0 && taken.length < proposed.length}
          onChange={(isTaken) => choose(proposed, isTaken)}
        />
      )}
      <ControlTable {...{ controls, family }} isTaken={(code) => taken.includes(code)} choose={choose} />
    </DisclosureSection>
  );
}

interface ControlTableProps {
  readonly family: string;
  readonly controls: readonly Control[];
  readonly isTaken: (code: string) => boolean;
  readonly choose: (codes: readonly string[], isTaken: boolean) => void;
}

function ControlTable({ family, controls, isTaken, choose }: ControlTableProps) {
  const say = useWords('set-up');
  return (
    <SimpleTable
      caption={say('library.table', { family })}
      stacks
      rows={controls}
      keyOf={({ code }) => code}
      columns={[
        {
          id: 'name',
          header: say('library.name'),
          isRowHeader: true,
          cell: ({ code, name, proposed }) => (
            <CheckboxField
              label={`${code} ${name}`}
              isSelected={!proposed || isTaken(code)}
              reason={proposed ? undefined : say('library.not-of-use')}
              onChange={(taken) => choose([code], taken)}
            />
          ),
        },
        { id: 'effort', header: say('library.effort'), cell: ({ effort }) => say(`effort.${effort}`) },
        { id: 'why', header: say('why-column'), cell: ({ why }) => why },
      ]}
    />
  );
}
