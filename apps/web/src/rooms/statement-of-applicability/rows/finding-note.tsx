import { To, ToRequirement, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, LinkButton, Note, StateWord } from '../../../ui/index.ts';
import type { Finding, Line } from '../statement/line.ts';
import { mendOf } from './mend.ts';
import css from './rows.module.css';

export interface Mends {
  /** Opens the decision; with `include` it says yes already. */
  readonly onEdit: (line: Line, include?: boolean) => void;
  readonly onAddAction: (line: Line) => void;
}

interface FindingNoteProps extends Mends {
  readonly finding: Finding;
  readonly line: Line;
}

/** A check speaks under its own row, and offers what mends it. */
export function FindingNote({ finding, line, ...mends }: FindingNoteProps) {
  const say = useWords('statement');
  const { id, severity, basis, message } = finding;
  const isError = severity === 'E';
  return (
    <Note tone={isError ? 'gap' : 'part'} actions={<MendDeed finding={finding} line={line} {...mends} />}>
      <StateWord mark={isError ? 'error' : 'warning'} tone={isError ? 'gap' : 'part'} strong>
        {`${say(`one-${severity}`)} ${id}`}
      </StateWord>{' '}
      {message} <span className={css.basis}>{say(`basis-${basis.replace(' ', '-')}`)}</span>
    </Note>
  );
}

function MendDeed({ finding, line, onEdit, onAddAction }: FindingNoteProps) {
  const say = useWords('statement');
  const { mend, says } = mendOf(finding, line);
  const isDecision = mend === 'edit' || mend === 'include';
  const reason = useReadOnly(isDecision ? 'applicability.decide' : 'actions.write');
  const label = say(says);
  if (isDecision || mend === 'action') {
    const press = isDecision ? () => onEdit(line, mend === 'include') : () => onAddAction(line);
    return (
      <Button
        size="s"
        onPress={press}
        reason={reason}
        reasonAs="tooltip"
        aria-label={say('labelled', { label, said: line.key })}
      >
        {label}
      </Button>
    );
  }
  return <LookLink line={line} mend={mend} label={label} />;
}

interface LookLinkProps {
  readonly line: Line;
  readonly mend: 'complete-action' | 'proof' | 'control';
  readonly label: string;
}

function LookLink({ line, mend, label }: LookLinkProps) {
  const [action] = line.actions;
  const [control] = line.controls;
  return (
    <LinkButton
      size="s"
      render={(dress) => {
        if (mend === 'complete-action')
          return <To room="actions" search={{ action: action?.id }} {...dress} />;
        if (mend === 'control' && control)
          return <To room="library" search={{ control: control.id }} {...dress} />;
        return <ToRequirement framework="iso27001-2022" requirement={line.id} {...dress} />;
      }}
    >
      {label}
    </LinkButton>
  );
}
