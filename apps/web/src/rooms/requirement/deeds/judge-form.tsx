import { BegunNote, useDraft, usePlace, useWords } from '../../../app/index.ts';
import {
  Button,
  DateField,
  FieldRow,
  Form,
  FormActions,
  Note,
  TextArea,
  ToggleGroup,
} from '../../../ui/index.ts';
import type { Why } from '../why/node.ts';
import { useFormDeed } from './use-form-deed.ts';

const judgements = [
  { value: 'met', mark: 'met' },
  { value: 'partly', mark: 'partly' },
  { value: 'not-met', mark: 'gap' },
] as const;
type Judgement = (typeof judgements)[number]['value'];

interface JudgeDraft {
  readonly judgement: Judgement | undefined;
  readonly days: Days;
  readonly reasons: string;
}

/** An assessor's own judgement, dated, with reasons. It cannot be undone: a later one supersedes it. */
export function JudgeForm({ why, onDone }: { readonly why: Why; readonly onDone: () => void }) {
  const say = useWords('requirement');
  const { today } = usePlace();
  const { framework, requirement } = why;
  const called = `judgement of ${why.scope.id}/${framework.id}/${requirement.id}`;
  const { draft, change, forget, begun } = useDraft<JudgeDraft>(called, () => ({
    judgement: undefined,
    days: { assessedOn: today },
    reasons: '',
  }));
  const { judgement, days, reasons } = draft;
  const { errors, isPending, send } = useFormDeed('requirements assess', () => {
    forget();
    onDone();
  });
  const validUntil = judgement === 'met' ? days.validUntil : undefined;
  const said = {
    judgement,
    assessedOn: days.assessedOn,
    reasons,
    ...(validUntil ? { validUntil } : {}),
  };
  const input = { framework: framework.id, requirement: requirement.id, scope: why.scope.id, ...said };
  return (
    <Form
      errors={errors}
      onSubmit={() => void send({ input, isFinal: true, says: say('judge-done', { id: requirement.id }) })}
    >
      <BegunNote begun={begun} />
      <Note tone="part" mark="warning">
        {say('judge-final')}
      </Note>
      <ToggleGroup
        label={say('judgement')}
        value={judgement}
        options={judgements.map(({ value, mark }) => ({ value, mark, label: say(`judged.${value}`) }))}
        onChange={(chosen) => change({ judgement: chosen })}
        isRequired
      />
      <JudgedDays isMet={judgement === 'met'} days={days} onChange={(chosen) => change({ days: chosen })} />
      <TextArea
        label={say('reasons')}
        name="reasons"
        value={reasons}
        onChange={(typed) => change({ reasons: typed })}
        description={say('reasons-help')}
        rows={4}
        isRequired
      />
      <FormActions>
        <Button
          type="submit"
          kind="primary"
          pending={isPending}
          reason={judgement === undefined ? say('judge-choose') : undefined}
        >
          {say('judge-do')}
        </Button>
        <Button onPress={onDone}>{say('leave')}</Button>
      </FormActions>
    </Form>
  );
}

interface Days {
  readonly assessedOn?: string | undefined;
  readonly validUntil?: string | undefined;
}

interface JudgedDaysProps {
  /** Only a positive judgement lapses. */
  readonly isMet: boolean;
  readonly days: Days;
  readonly onChange: (days: Days) => void;
}

function JudgedDays({ isMet, days, onChange }: JudgedDaysProps) {
  const say = useWords('requirement');
  const { today } = usePlace();
  return (
    <FieldRow>
      <DateField
        label={say('judged-on')}
        name="assessedOn"
        value={days.assessedOn}
        onChange={(assessedOn) => onChange({ ...days, assessedOn })}
        max={today}
      />
      {isMet && (
        <DateField
          label={say('valid-until')}
          name="validUntil"
          value={days.validUntil}
          onChange={(validUntil) => onChange({ ...days, validUntil })}
          description={say('valid-until-help')}
        />
      )}
    </FieldRow>
  );
}
