import { useState } from 'react';
import { useAnswer, usePlace, useWords } from '../../../app/index.ts';
import {
  ComboField,
  DateField,
  FieldRow,
  Note,
  SelectField,
  TextArea,
  ToggleGroup,
} from '../../../ui/index.ts';
import { type CsfView, type Outcome, type Priority, priorities, tierNumbers } from '../profile/view.ts';
import { type TargetInput, targetInput } from './target-input.ts';
import { useSaving } from './use-saving.ts';

interface TargetFieldsProps {
  readonly view: CsfView;
  readonly row: Outcome;
  readonly profile: string;
  readonly reason: string | undefined;
}

const fields = ['priority', 'tier', 'score', 'due', 'owner', 'rationale'] as const;

/** What is wanted of an outcome; each change is recorded where it is made, and can be undone. */
export function TargetFields({ view, row, profile, reason }: TargetFieldsProps) {
  const say = useWords('csf-profile');
  const { saveField, errorOf, errorBeside } = useSaving('targets set');
  const send = (changed: Partial<TargetInput>) =>
    saveField({
      input: { profile, requirement: row.id, ...targetInput(row, changed) },
      ifMatch: row.revision || undefined,
      changes: Object.keys(changed),
      says: say('target-done', { id: row.id }),
    });
  const { target } = row;
  const wanted = target?.wanted;
  const beside = errorBeside(fields);
  const edit = { target, send, reason, errorOf };
  return (
    <>
      <ToggleGroup
        label={say('wanted')}
        options={[
          { value: 'yes', label: say('wanted-yes') },
          { value: 'no', label: say('wanted-no') },
        ]}
        value={wanted === undefined ? undefined : wanted ? 'yes' : 'no'}
        onChange={(value) => void send({ wanted: value === 'yes' })}
        reason={reason}
      />
      {target?.source && <Note tone="info">{say('target-from', { name: target.source.name })}</Note>}
      {beside !== undefined && <Note tone="gap" title={beside} live />}
      {wanted !== false && (
        <>
          <Rank {...edit} />
          <FieldRow>
            <ByDay {...edit} />
            {view.scale && <Score {...edit} scale={view.scale} />}
          </FieldRow>
          <Owner {...edit} />
        </>
      )}
      <Why {...edit} />
    </>
  );
}

interface EditProps {
  readonly target: Outcome['target'];
  /** Whether it was recorded. */
  readonly send: (changed: Partial<TargetInput>) => Promise<boolean>;
  readonly reason: string | undefined;
  readonly errorOf: (field: string) => string | undefined;
}

function Rank({ target, send, reason, errorOf }: EditProps) {
  const say = useWords('csf-profile');
  return (
    <FieldRow>
      <SelectField
        label={say('priority')}
        none={say('none')}
        options={priorities.map((id) => ({ id, label: say(`priority-${id}`) }))}
        value={target?.priority}
        onChange={(priority) => void send({ priority: priority as Priority | undefined })}
        error={errorOf('priority')}
        reason={reason}
      />
      <SelectField
        label={say('tier-wanted')}
        none={say('none')}
        options={tierNumbers.map((tier) => ({ id: String(tier), label: say(`tier-${tier}`) }))}
        value={target?.tier === undefined ? undefined : String(target.tier)}
        onChange={(tier) => void send({ tier: tier === undefined ? undefined : Number(tier) })}
        error={errorOf('tier')}
        reason={reason}
      />
    </FieldRow>
  );
}

function ByDay({ target, send, reason, errorOf }: EditProps) {
  const say = useWords('csf-profile');
  return (
    <DateField
      label={say('by-day')}
      value={target?.due}
      onChange={(due) => void send({ due })}
      error={errorOf('due')}
      reason={reason}
    />
  );
}

function Score({
  target,
  send,
  reason,
  errorOf,
  scale,
}: EditProps & { readonly scale: NonNullable<CsfView['scale']> }) {
  const say = useWords('csf-profile');
  return (
    <SelectField
      label={say('score-wanted')}
      none={say('none')}
      options={scale.levels.map(({ value, label }) => ({ id: String(value), label: `${value} ${label}` }))}
      value={target?.score === undefined ? undefined : String(target.score)}
      onChange={(score) => void send({ score: score === undefined ? undefined : Number(score) })}
      error={errorOf('score')}
      reason={reason}
    />
  );
}

function Owner({ target, send, reason, errorOf }: EditProps) {
  const say = useWords('csf-profile');
  const { people } = useAnswer('organisations show');
  const { me } = usePlace();
  const options = people.map(({ id, name }) => ({ id, label: name || (id === me.person ? me.name : id) }));
  return (
    <ComboField
      label={say('owner')}
      options={options}
      value={target?.owner}
      onChange={(owner) => owner !== target?.owner && void send({ owner })}
      error={errorOf('owner')}
      reason={reason}
    />
  );
}

function Why({ target, send, reason, errorOf }: EditProps) {
  const say = useWords('csf-profile');
  const [text, setText] = useState<string>();
  const leave = async (rationale: string) => {
    if (rationale === (target?.rationale ?? '')) return setText(undefined);
    if (await send({ rationale })) setText((now) => (now === rationale ? undefined : now));
  };
  return (
    <TextArea
      label={say('why')}
      value={text ?? target?.rationale ?? ''}
      onChange={setText}
      onLeave={(rationale) => void leave(rationale)}
      error={errorOf('rationale')}
      reason={reason}
    />
  );
}
