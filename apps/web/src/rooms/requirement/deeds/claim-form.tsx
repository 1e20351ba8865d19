import { BegunNote, useDraft, useWords } from '../../../app/index.ts';
import { Button, Form, FormActions, RadioList, SelectField, TextArea } from '../../../ui/index.ts';
import type { Why } from '../why/node.ts';
import { ControlPicker, type Picked } from './control-picker.tsx';
import { useFormDeed } from './use-form-deed.ts';

const contributions = ['meets', 'equals', 'part', 'contributes'] as const;
const confidences = ['high', 'medium', 'low'] as const;

interface ClaimFormProps {
  readonly why: Why;
  /** Several controls that only together do what is asked. */
  readonly joint: boolean;
  readonly onDone: () => void;
}

interface ClaimDraft {
  readonly controls: readonly Picked[];
  readonly contribution: string;
  readonly confidence: string;
  readonly rationale: string;
}

const empty: ClaimDraft = { controls: [], contribution: 'meets', confidence: 'high', rationale: '' };

/** States what a control, or several together, are to the requirement. It is a proposal until it is confirmed. */
export function ClaimForm({ why, joint, onDone }: ClaimFormProps) {
  const say = useWords('requirement');
  const called = `claim on ${why.framework.id}/${why.requirement.id}${joint ? ' together' : ''}`;
  const { draft, change, forget, begun } = useDraft(called, () => empty);
  const { controls, contribution, confidence, rationale } = draft;
  const { errors, isPending, send } = useFormDeed('claims state', () => {
    forget();
    onDone();
  });
  const least = joint ? 2 : 1;
  const input = {
    framework: why.framework.id,
    requirement: why.requirement.id,
    controls: controls.map(({ id }) => id),
    contribution,
    confidence,
    ...(rationale.trim() === '' ? {} : { rationale }),
  };
  const codes = controls.map(({ code }) => code).join(', ');
  return (
    <Form errors={errors} onSubmit={() => void send({ input, says: say('claim-done', { codes }) })}>
      <BegunNote begun={begun} />
      <p>{say(joint ? 'claim-joint-say' : 'claim-say')}</p>
      <ControlPicker
        picked={controls}
        onChange={(picked) => change({ controls: picked })}
        most={joint ? 100 : 1}
      />
      <RadioList
        label={say(joint ? 'contribution-joint' : 'contribution')}
        name="contribution"
        value={contribution}
        onChange={(chosen) => change({ contribution: chosen })}
        options={contributions.map((id) => ({
          id,
          label: say(`contribution.${id}${joint ? '-joint' : ''}`),
          description: say(`contribution-help.${id}`),
        }))}
      />
      <TextArea
        label={say('rationale')}
        name="rationale"
        value={rationale}
        onChange={(typed) => change({ rationale: typed })}
        description={say('rationale-help')}
      />
      <SelectField
        label={say('confidence')}
        name="confidence"
        value={confidence}
        onChange={(id) => change({ confidence: id ?? 'high' })}
        options={confidences.map((id) => ({ id, label: say(`confidence.${id}`) }))}
        description={say('confidence-help')}
      />
      <FormActions>
        <Button
          type="submit"
          kind="primary"
          pending={isPending}
          reason={controls.length < least ? say('claim-choose', { count: least }) : undefined}
        >
          {say('claim-do')}
        </Button>
        <Button onPress={onDone}>{say('leave')}</Button>
      </FormActions>
    </Form>
  );
}
