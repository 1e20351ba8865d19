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
import {
  Button,
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

interface PointDraft {
  readonly point: string | undefined;
  readonly applied: boolean;
  readonly exclusionReason: string;
  readonly more: More;
}

/** Decides that a point is not applied, with the reason that has to be kept; or that it is applied again. */
export function PointForm({ row, onDone }: PointFormProps) {
  const say = useWords('nis2');
  const denied = useReadOnly('applicability.decide');
  const ids = [...new Set([...row.room, ...row.notApplied].map(({ point }) => point))];
  const { draft, change, forget, begun } = useDraft<PointDraft>(`points of ${row.id}`, () => ({
    point: ids[0],
    applied: false,
    exclusionReason: '',
    more: {},
  }));
  const { point, applied, exclusionReason, more } = draft;
  const { decide, errors, isPending } = useDecide(row, () => {
    forget();
    onDone();
  });
  const missing = !applied && exclusionReason.trim() === '' ? say('reason-first') : undefined;
  return (
    <Form
      errors={errors}
      onSubmit={() =>
        point && void decide({ point, applied, ...(applied ? {} : { exclusionReason, ...more }) })
      }
    >
      <BegunNote begun={begun} />
      <FieldRow>
        <SelectField
          label={say('point')}
          name="point"
          options={ids.map((id) => ({ id, label: id }))}
          value={point}
          onChange={(chosen) => change({ point: chosen })}
          reason={denied}
        />
        <ToggleGroup
          label={say('decision')}
          options={[
            { value: 'no', label: say('not-applied') },
            { value: 'yes', label: say('applied') },
          ]}
          value={applied ? 'yes' : 'no'}
          onChange={(value) => change({ applied: value === 'yes' })}
        />
      </FieldRow>
      {!applied && (
        <>
          <TextArea
            label={say('reason')}
            description={say('reason-help')}
            name="exclusionReason"
            value={exclusionReason}
            onChange={(typed) => change({ exclusionReason: typed })}
            reason={denied}
            isRequired
          />
          <Answerable more={more} onChange={(changed) => change({ more: { ...more, ...changed } })} />
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
  const { today } = usePlace();
  return (
    <FieldRow>
      <PersonField
        label={say('owner')}
        name="owner"
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
