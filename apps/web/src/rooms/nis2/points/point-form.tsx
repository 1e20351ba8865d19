import { useState } from 'react';
import { useAnswer, useAttempt, useDeed, usePlace, useReadOnly, useWords } from '../../../app/index.ts';
import {
  Button,
  ComboField,
  DateField,
  FieldRow,
  Form,
  FormActions,
  SelectField,
  TextArea,
  ToggleGroup,
} from '../../../ui/index.ts';
import { type Point, regulation } from '../directive/view.ts';

interface PointFormProps {
  readonly row: Point;
  readonly onDone: () => void;
}

/** Decides that a point is not applied, with the reason that has to be kept; or that it is applied again. */
export function PointForm({ row, onDone }: PointFormProps) {
  const say = useWords('nis2');
  const denied = useReadOnly('applicability.decide');
  const ids = [...new Set([...row.room, ...row.notApplied].map(({ point }) => point))];
  const [point, setPoint] = useState<string | undefined>(ids[0]);
  const [applied, setApplied] = useState(false);
  const [exclusionReason, setReason] = useState('');
  const [more, setMore] = useState<More>({});
  const { decide, errors, isPending } = useDecide(row, onDone);
  const missing = !applied && exclusionReason.trim() === '' ? say('reason-first') : undefined;
  return (
    <Form
      errors={errors}
      onSubmit={() =>
        point && void decide({ point, applied, ...(applied ? {} : { exclusionReason, ...more }) })
      }
    >
      <FieldRow>
        <SelectField
          label={say('point')}
          name="point"
          options={ids.map((id) => ({ id, label: id }))}
          value={point}
          onChange={setPoint}
          reason={denied}
        />
        <ToggleGroup
          label={say('decision')}
          options={[
            { value: 'no', label: say('not-applied') },
            { value: 'yes', label: say('applied') },
          ]}
          value={applied ? 'yes' : 'no'}
          onChange={(value) => setApplied(value === 'yes')}
        />
      </FieldRow>
      {!applied && (
        <>
          <TextArea
            label={say('reason')}
            description={say('reason-help')}
            name="exclusionReason"
            value={exclusionReason}
            onChange={setReason}
            reason={denied}
            isRequired
          />
          <Answerable more={more} onChange={(changed) => setMore((before) => ({ ...before, ...changed }))} />
        </>
      )}
      <p>{say('decision-stays')}</p>
      <FormActions>
        <Button type="submit" kind="primary" pending={isPending} reason={denied ?? missing}>
          {say('decide')}
        </Button>
        <Button onPress={onDone}>{say('cancel')}</Button>
      </FormActions>
    </Form>
  );
}

interface More {
  readonly owner?: string | undefined;
  readonly reviewOn?: string | undefined;
}

interface AnswerableProps {
  readonly more: More;
  readonly onChange: (changed: More) => void;
}

function Answerable({ more, onChange }: AnswerableProps) {
  const say = useWords('nis2');
  const { people } = useAnswer('organisations show');
  const { today } = usePlace();
  return (
    <FieldRow>
      <ComboField
        label={say('owner')}
        name="owner"
        options={people.map(({ id, name }) => ({ id, label: name || id }))}
        value={more.owner}
        onChange={(owner) => onChange({ owner })}
      />
      <DateField
        label={say('review-on')}
        name="reviewOn"
        value={more.reviewOn}
        onChange={(reviewOn) => onChange({ reviewOn })}
        min={today}
      />
    </FieldRow>
  );
}

interface Decided extends More {
  readonly point: string;
  readonly applied: boolean;
  readonly exclusionReason?: string;
}

function useDecide({ notApplied }: Point, onDone: () => void) {
  const say = useWords('nis2');
  const deed = useDeed('points decide');
  const { attempt, errors, isPending } = useAttempt();
  const decide = async (decided: Decided) => {
    const { point, applied } = decided;
    const ifMatch = notApplied.find((each) => each.point === point)?.revision;
    const says = say(applied ? 'now-applied' : 'now-not-applied', { point });
    const input = Object.fromEntries(Object.entries(decided).filter(([, value]) => value !== undefined));
    const done = await attempt(() =>
      deed({ input: { framework: regulation, ...input }, ifMatch, says, isFinal: true }),
    );
    if (done) onDone();
  };
  return { decide, errors, isPending };
}
