import { BegunNote, useDraft, useFormat, usePlace, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, DateField, FieldRow, Form, FormActions, SelectField, TextArea } from '../../../ui/index.ts';
import type { Outcome, Scale } from '../profile/view.ts';
import { useScoring } from './use-scoring.ts';

interface ScoreFormProps {
  readonly row: Outcome;
  readonly scale: Scale;
  readonly profile: string;
}

interface ScoreDraft {
  /** Another one than stands; null where it is not assessed any more. */
  readonly chosen: { readonly score: number | null } | undefined;
  readonly scoredOn: string | undefined;
  readonly rationale: string;
}

/** An assessor's judgement on the profile's own scale, with reasons; a later one takes its place. */
export function ScoreForm({ row, scale, profile }: ScoreFormProps) {
  const say = useWords('csf-profile');
  const { today } = usePlace();
  const reason = useReadOnly('requirements.assess');
  const blank: ScoreDraft = { chosen: undefined, scoredOn: today, rationale: '' };
  const { draft, change, forget, begun } = useDraft(`score of ${row.id} in ${profile}`, () => blank);
  const { chosen, scoredOn, rationale } = draft;
  const { send, errors, isPending } = useScoring(() => {
    change(blank);
    forget();
  });
  const score = chosen ? chosen.score : (row.score?.current?.value ?? null);
  return (
    <Form
      label={say('score-of', { id: row.id })}
      errors={errors}
      onSubmit={() => void send({ profile, requirement: row.id, score, rationale, scoredOn })}
    >
      <BegunNote begun={begun} />
      <Stands row={row} scale={scale} />
      <FieldRow>
        <SelectField
          label={say('score')}
          name="score"
          none={say('not-assessed')}
          options={scale.levels.map((level) => ({
            id: String(level.value),
            label: `${level.value} ${level.label}`,
          }))}
          value={score === null ? undefined : String(score)}
          onChange={(id) => change({ chosen: { score: id === undefined ? null : Number(id) } })}
          reason={reason}
        />
        <DateField
          label={say('scored-on')}
          name="scoredOn"
          value={scoredOn}
          onChange={(day) => change({ scoredOn: day })}
          max={today}
          reason={reason}
        />
      </FieldRow>
      <TextArea
        label={say('score-why')}
        description={say('score-final')}
        name="rationale"
        value={rationale}
        onChange={(typed) => change({ rationale: typed })}
        reason={reason}
        isRequired
      />
      <FormActions>
        <Button
          type="submit"
          size="s"
          pending={isPending}
          reason={reason ?? (rationale.trim() === '' ? say('score-why-first') : undefined)}
        >
          {say('score-do')}
        </Button>
      </FormActions>
    </Form>
  );
}

function Stands({ row, scale }: Pick<ScoreFormProps, 'row' | 'scale'>) {
  const say = useWords('csf-profile');
  const { day, number } = useFormat();
  const current = row.score?.current;
  if (!current) return <p>{say('not-assessed-yet')}</p>;
  const { value, scoredOn, rationale } = current;
  const label = scale.levels.find((level) => level.value === value)?.label ?? '';
  return (
    <p>
      {say('scored', { value: `${number(value)} ${label}`.trim(), day: day(scoredOn) })} {rationale}
    </p>
  );
}
