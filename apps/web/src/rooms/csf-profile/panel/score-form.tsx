import { useState } from 'react';
import { useFormat, usePlace, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, DateField, FieldRow, Form, FormActions, SelectField, TextArea } from '../../../ui/index.ts';
import type { Outcome, Scale } from '../profile/view.ts';
import { useScoring } from './use-scoring.ts';

interface ScoreFormProps {
  readonly row: Outcome;
  readonly scale: Scale;
  readonly profile: string;
}

/** An assessor's judgement on the profile's own scale, with reasons; a later one takes its place. */
export function ScoreForm({ row, scale, profile }: ScoreFormProps) {
  const say = useWords('csf-profile');
  const { today } = usePlace();
  const reason = useReadOnly('requirements.assess');
  const [value, setValue] = useState<string | undefined>(String(row.score?.current?.value ?? ''));
  const [scoredOn, setScoredOn] = useState<string | undefined>(today);
  const [rationale, setRationale] = useState('');
  const { send, errors, isPending } = useScoring(() => setRationale(''));
  const score = value ? Number(value) : null;
  return (
    <Form
      label={say('score-of', { id: row.id })}
      errors={errors}
      onSubmit={() => void send({ profile, requirement: row.id, score, rationale, scoredOn })}
    >
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
          value={value || undefined}
          onChange={setValue}
          reason={reason}
        />
        <DateField
          label={say('scored-on')}
          name="scoredOn"
          value={scoredOn}
          onChange={setScoredOn}
          max={today}
          reason={reason}
        />
      </FieldRow>
      <TextArea
        label={say('score-why')}
        description={say('score-final')}
        name="rationale"
        value={rationale}
        onChange={setRationale}
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
