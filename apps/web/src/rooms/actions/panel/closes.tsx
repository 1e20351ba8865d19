import { useWords } from '../../../app/index.ts';
import { IconButton, Stack } from '../../../ui/index.ts';
import css from '../actions.module.css';
import type { ActionRow } from '../list/wanted.ts';
import { SubjectField } from '../subject/subject-field.tsx';
import { SubjectLink, useSubjectName } from '../subject/subject-link.tsx';
import { useActionEdit } from './use-action-edit.ts';

interface ClosesProps {
  readonly row: ActionRow;
  readonly reason: string | undefined;
}

/** What an action closes, each a link; more are found by a word. */
export function Closes({ row, reason }: ClosesProps) {
  const say = useWords('actions');
  const { error, save } = useActionEdit(row, 'closes');
  const { closes, about } = row;
  const nameOf = useSubjectName();
  return (
    <Stack gap="s">
      <h2 className={css.label}>{say('member.closes')}</h2>
      {closes.length === 0 && <p className={css.quiet}>{say('closes.none')}</p>}
      <ul className={css.closes}>
        {closes.map((subject, at) => {
          const { name, where } = nameOf(subject, about[at]);
          return (
            <li key={`${subject.kind}:${subject.id}`}>
              <span>
                <SubjectLink subject={subject} name={name} /> <small>{where}</small>
              </span>
              {reason === undefined && (
                <IconButton
                  mark="close"
                  size="s"
                  label={say('closes.remove', { name })}
                  onPress={() => save(closes.filter((each) => each !== subject))}
                />
              )}
            </li>
          );
        })}
      </ul>
      {reason === undefined && (
        <SubjectField
          label={say('closes.add')}
          error={error}
          onChoose={({ kind, id }) => save([...closes, { kind, id }])}
        />
      )}
    </Stack>
  );
}
