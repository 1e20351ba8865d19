import { useEffect, useRef, useState } from 'react';
import {
  BegunNote,
  PersonField,
  useAttempt,
  useDeed,
  useDraft,
  usePlace,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Button, DateField, FieldRow, Form, FormActions, TextArea, ToggleGroup } from '../../../ui/index.ts';
import type { Line } from '../statement/line.ts';
import { type Draft, decidedInput, draftOf, type Fault, faultsOf, isChanged } from './draft.ts';
import css from './edit.module.css';
import { ReasonFields } from './reason-fields.tsx';
import { Shown } from './shown.tsx';

interface DecisionEditorProps {
  readonly line: Line;
  /** Scope of the statement. */
  readonly scope: string;
  /** Opened in order to include it. */
  readonly include: boolean;
  readonly onClose: () => void;
}

/** The decision on one line, edited where it stands. What is typed stays until it is recorded or given up. */
export function DecisionEditor({ line, scope, include, onClose }: DecisionEditorProps) {
  const say = useWords('statement');
  const { draft, change, forget, begun } = useDraft<Draft>(
    `decision on ${scope}/${line.key} at ${line.revision}${include ? ' including it' : ''}`,
    () => ({ ...draftOf(line), ...(include ? { applicable: true } : {}) }),
  );
  const done = () => {
    forget();
    onClose();
  };
  const { save, faults, isPending } = useSave(line, scope, done);
  const reason = useReadOnly('applicability.decide');
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On what is decided, so that the first key pressed does not begin another answer.
    const first = ['[aria-checked=true]', 'button, input, textarea'].flatMap((kind) => [
      ...(region.current?.querySelectorAll<HTMLElement>(kind) ?? []),
    ])[0];
    first?.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the editor from anywhere in it
    <div
      ref={region}
      className={css.editor}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <Form
        label={say('decision-of', { row: line.key, title: line.title })}
        errors={faults}
        onSubmit={() => void save(draft)}
      >
        <BegunNote begun={begun} />
        <ToggleGroup
          label={say('is-it-necessary')}
          options={[
            { value: 'yes', label: say('answer-yes') },
            { value: 'no', label: say('answer-no') },
          ]}
          value={draft.applicable === undefined ? undefined : draft.applicable ? 'yes' : 'no'}
          onChange={(answer) => change({ applicable: answer === 'yes' })}
          reason={reason}
        />
        {draft.applicable === true && (
          <ReasonFields reasons={draft.reasons} onChange={(reasons) => change({ reasons })} />
        )}
        {draft.applicable === false && (
          <TextArea
            label={say('exclusion-reason')}
            description={say(line.isOwn ? 'exclusion-own' : 'exclusion-listed')}
            name="exclusionReason"
            value={draft.exclusionReason}
            onChange={(exclusionReason) => change({ exclusionReason })}
          />
        )}
        <Answerable draft={draft} onChange={change} />
        <Shown line={line} />
        <small>{say('decision-stays')}</small>
        <FormActions>
          <Button
            kind="primary"
            type="submit"
            pending={isPending}
            reason={reason ?? (isChanged(draft, line) ? undefined : say('nothing-changed'))}
          >
            {say('record')}
          </Button>
          <Button onPress={onClose}>{say('close')}</Button>
        </FormActions>
      </Form>
    </div>
  );
}

interface AnswerableProps {
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
}

/** Who answers for the decision, and when it is looked at again. */
export function Answerable({ draft, onChange }: AnswerableProps) {
  const say = useWords('statement');
  const { today } = usePlace();
  return (
    <FieldRow>
      <PersonField
        label={say('owner')}
        value={draft.owner}
        onChange={(owner) => onChange({ owner })}
        name="owner"
      />
      <DateField
        label={say('review-on')}
        value={draft.reviewOn}
        min={today}
        onChange={(reviewOn) => onChange({ reviewOn })}
        name="reviewOn"
      />
    </FieldRow>
  );
}

/** Records the decision; what is missing is said before anything is sent. */
function useSave(line: Line, scope: string, onDone: () => void) {
  const say = useWords('statement');
  const { today } = usePlace();
  const decide = useDeed(line.isOwn ? 'necessity decide' : 'applicability decide');
  const { attempt, isPending, errors } = useAttempt();
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const save = async (draft: Draft) => {
    const found = faultsOf(draft, { isOwn: line.isOwn, today });
    setMissing(found);
    if (found.length > 0) return;
    const says = say(draft.applicable ? 'now-necessary' : 'now-excluded', { row: line.key });
    const done = await attempt(() =>
      decide({ input: inputOf(line, draft, scope), ifMatch: line.revision, says, isFinal: true }),
    );
    if (done) onDone();
  };
  const faults =
    missing.length > 0
      ? missing.map(({ field, code }) => ({ field, message: say(`fault-${code}`) }))
      : errors;
  return { save, faults, isPending };
}

function inputOf(line: Line, draft: Draft, scope: string) {
  const said = decidedInput(draft);
  const yes = draft.applicable === true;
  if (line.isOwn) return { control: line.id, scope: line.scope ?? scope, necessary: yes, ...said };
  return { framework: 'iso27001-2022', requirement: line.id, scope, applicable: yes, ...said };
}
