import { BegunNote, PersonField, useWords } from '../../../app/index.ts';
import { DateField, FieldRow, Note, SelectField, TextArea, ToggleGroup } from '../../../ui/index.ts';
import { type CsfView, type Outcome, type Priority, priorities, tierNumbers } from '../profile/view.ts';
import { type TargetInput, targetInput } from './target-input.ts';
import { useFieldSaving } from './use-field-saving.ts';
import { useTypedText } from './use-typed-text.ts';

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
  const saving = useFieldSaving('targets set', { profile, requirement: row.id });
  const { shown, errorOf, isWaiting } = saving;
  const send = (changed: Partial<TargetInput>, revision = row.revision) =>
    saving.saveField(
      {
        ifMatch: revision,
        changes: Object.keys(changed),
        says: say('target-done', { id: row.id }),
      },
      changed,
      targetInput(row, changed),
    );
  const { target } = row;
  const wanted = shown('wanted', target?.wanted);
  const beside = saving.errorBeside(fields);
  const edit = { target, send, reason, errorOf, shown, isWaiting };
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
        isWaiting={isWaiting('wanted')}
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
      <Why {...edit} called={`why of ${row.id} in ${profile}`} revision={row.revision} />
    </>
  );
}

interface EditProps {
  readonly target: Outcome['target'];
  /** Whether it was recorded. */
  readonly send: (changed: Partial<TargetInput>, revision?: number) => Promise<boolean>;
  readonly reason: string | undefined;
  readonly errorOf: (field: string) => string | undefined;
  readonly shown: ReturnType<typeof useFieldSaving>['shown'];
  readonly isWaiting: (field: string) => boolean;
}

function Rank({ target, send, reason, errorOf, shown, isWaiting }: EditProps) {
  const say = useWords('csf-profile');
  const wantedTier = shown('tier', target?.tier);
  return (
    <FieldRow>
      <SelectField
        label={say('priority')}
        none={say('none')}
        options={priorities.map((id) => ({ id, label: say(`priority-${id}`) }))}
        value={shown('priority', target?.priority)}
        isWaiting={isWaiting('priority')}
        onChange={(priority) => void send({ priority: priority as Priority | undefined })}
        error={errorOf('priority')}
        reason={reason}
      />
      <SelectField
        label={say('tier-wanted')}
        none={say('none')}
        options={tierNumbers.map((tier) => ({ id: String(tier), label: say(`tier-${tier}`) }))}
        value={wantedTier === undefined ? undefined : String(wantedTier)}
        isWaiting={isWaiting('tier')}
        onChange={(tier) => void send({ tier: tier === undefined ? undefined : Number(tier) })}
        error={errorOf('tier')}
        reason={reason}
      />
    </FieldRow>
  );
}

function ByDay({ target, send, reason, errorOf, shown, isWaiting }: EditProps) {
  const say = useWords('csf-profile');
  return (
    <DateField
      label={say('by-day')}
      value={shown('due', target?.due)}
      isWaiting={isWaiting('due')}
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
  shown,
  isWaiting,
  scale,
}: EditProps & { readonly scale: NonNullable<CsfView['scale']> }) {
  const say = useWords('csf-profile');
  const wantedScore = shown('score', target?.score);
  return (
    <SelectField
      label={say('score-wanted')}
      none={say('none')}
      options={scale.levels.map(({ value, label }) => ({ id: String(value), label: `${value} ${label}` }))}
      value={wantedScore === undefined ? undefined : String(wantedScore)}
      isWaiting={isWaiting('score')}
      onChange={(score) => void send({ score: score === undefined ? undefined : Number(score) })}
      error={errorOf('score')}
      reason={reason}
    />
  );
}

function Owner({ target, send, reason, errorOf, shown, isWaiting }: EditProps) {
  const say = useWords('csf-profile');
  const there = shown('owner', target?.owner);
  return (
    <PersonField
      label={say('owner')}
      value={there}
      isWaiting={isWaiting('owner')}
      onChange={(owner) => owner !== there && void send({ owner })}
      error={errorOf('owner')}
      reason={reason}
    />
  );
}

interface WhyProps extends EditProps {
  /** Name of what is typed in it. */
  readonly called: string;
  readonly revision: number;
}

function Why({ target, send, reason, errorOf, shown, isWaiting, called, revision }: WhyProps) {
  const say = useWords('csf-profile');
  const there = shown('rationale', target?.rationale) ?? '';
  const typed = useTypedText(called, { there, revision });
  return (
    <>
      <BegunNote begun={typed.begun} />
      <TextArea
        label={say('why')}
        value={typed.text}
        maxLength={5000}
        isBegun={typed.begun !== undefined}
        isWaiting={isWaiting('rationale')}
        onChange={typed.type}
        onLeave={typed.leave((rationale, at) => send({ rationale }, at))}
        error={errorOf('rationale')}
        reason={reason}
      />
    </>
  );
}
