import { useWords } from '../../../app/index.ts';
import { Button, IconButton, SelectField, TextArea } from '../../../ui/index.ts';
import type { Reason } from '../statement/line.ts';
import { useObligations } from '../statement/use-statement.ts';
import { answersReason, blankReason, takesObligation } from './draft.ts';
import css from './edit.module.css';

const kinds: readonly Reason['kind'][] = ['risk', 'law', 'contract', 'business'];

interface ReasonFieldsProps {
  readonly reasons: readonly Reason[];
  readonly onChange: (reasons: readonly Reason[]) => void;
  /** Takes one reason only. */
  readonly isOne?: boolean | undefined;
}

/** Why it is necessary: any number of reasons, each of a kind; those of law and contract point at an obligation. */
export function ReasonFields({ reasons, onChange, isOne = false }: ReasonFieldsProps) {
  const say = useWords('statement');
  const change = (at: number, changed: Partial<Reason>) =>
    onChange(reasons.map((reason, index) => (index === at ? { ...reason, ...changed } : reason)));
  return (
    <fieldset className={css.reasons}>
      <legend>{say('reasons')}</legend>
      {reasons.map((reason, at) => (
        <OneReason
          key={at}
          at={at}
          reason={reason}
          onChange={(changed) => change(at, changed)}
          onRemove={
            reasons.length > 1 ? () => onChange(reasons.filter((_, index) => index !== at)) : undefined
          }
        />
      ))}
      {!isOne && (
        <Button size="s" kind="quiet" mark="plus" onPress={() => onChange([...reasons, blankReason])}>
          {say('add-reason')}
        </Button>
      )}
    </fieldset>
  );
}

interface OneReasonProps {
  readonly at: number;
  readonly reason: Reason;
  readonly onChange: (changed: Partial<Reason>) => void;
  readonly onRemove: (() => void) | undefined;
}

function OneReason({ at, reason, onChange, onRemove }: OneReasonProps) {
  const say = useWords('statement');
  const obligations = useObligations().filter((each) => answersReason(reason.kind, each));
  return (
    <div className={css.reason}>
      <SelectField
        label={say('kind')}
        options={kinds.map((id) => ({ id, label: say(`reason-${id}`) }))}
        value={reason.kind}
        onChange={(id) => onChange({ kind: (id ?? 'risk') as Reason['kind'], obligation: undefined })}
      />
      <TextArea
        label={say('reason-text')}
        name={`reason-${at}`}
        value={reason.text}
        onChange={(text) => onChange({ text })}
      />
      {onRemove && (
        <IconButton
          mark="close"
          label={say('remove-reason', { number: at + 1 })}
          size="s"
          onPress={onRemove}
        />
      )}
      {takesObligation(reason.kind) && (
        <div className={css.obligation}>
          <SelectField
            label={say('obligation')}
            none={say('no-obligation')}
            options={obligations.map(({ id, title }) => ({ id, label: title }))}
            value={reason.obligation}
            onChange={(obligation) => onChange({ obligation })}
          />
        </div>
      )}
    </div>
  );
}
