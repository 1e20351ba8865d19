import { useState } from 'react';
import { useLateAnswer, useWords } from '../../../app/index.ts';
import { ComboField } from '../../../ui/index.ts';
import type { ActionRow } from '../list/wanted.ts';

export type Subject = ActionRow['closes'][number];

/** Kinds that can be found by a word and closed by an action. */
const found = ['control', 'requirement', 'document', 'evidence', 'obligation'] as const;

interface SubjectFieldProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly onChoose: (subject: Subject & { readonly name: string }) => void;
}

/** Finds what an action closes by its code or a word of its title. */
export function SubjectField({ label, error, onChoose }: SubjectFieldProps) {
  const say = useWords('actions');
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { data, isFetching, isPlaceholderData } = useLateAnswer(
    'find',
    { text, kinds: [...found], limit: 30 },
    { enabled: text !== '' },
  );
  // What was found for the letters before is not what is asked for now.
  const rows = text === '' || isPlaceholderData ? [] : (data?.rows ?? []);
  const options = rows.flatMap(({ kind: of, id, code, title, framework }) => {
    const kind = found.find((each) => each === of);
    if (!kind) return [];
    const whole = kind === 'requirement' ? `${framework}/${id}` : id;
    const name = code === '' || code === title ? title : `${code} ${title}`;
    const description = [say(`subject.${kind}`), framework].filter(Boolean).join(' · ');
    return [{ id: `${kind}:${whole}`, label: name, description, subject: { kind, id: whole, name } }];
  });
  return (
    <ComboField
      label={label}
      error={error}
      options={options}
      value={undefined}
      input={typed}
      onInput={setTyped}
      isLoading={isFetching}
      placeholder={say('closes.type')}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (!chosen) return;
        setTyped('');
        onChoose(chosen.subject);
      }}
    />
  );
}

/** Reads a subject from an address, written `kind:id`. */
export function subjectIn(closes: string | undefined): Subject | undefined {
  const [, kind, id] =
    /^(control|requirement|document|evidence|obligation|target):(.+)$/.exec(closes ?? '') ?? [];
  return kind === undefined || id === undefined ? undefined : { kind: kind as Subject['kind'], id };
}
