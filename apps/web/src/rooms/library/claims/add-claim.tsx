import { useState } from 'react';
import { BegunNote, useDeed, useDraft, useLateAnswer, useWords } from '../../../app/index.ts';
import {
  Button,
  ComboField,
  Dialog,
  FilterChips,
  Form,
  type FormError,
  RadioList,
  SelectField,
  Stack,
  TextArea,
} from '../../../ui/index.ts';
import { reasonOf } from '../control/attempt.ts';
import type { ControlSheet } from '../control/row.ts';
import { type ChosenRequirement, RequirementField } from '../find/requirement-field.tsx';
import type { Names } from '../find/use-names.ts';

const contributions = ['meets', 'equals', 'part', 'contributes'] as const;
const confidences = ['high', 'medium', 'low'] as const;

interface AddClaimProps {
  readonly sheet: ControlSheet;
  readonly names: Names;
  readonly onClose: () => void;
}

interface Other {
  readonly id: string;
  readonly label: string;
}

/** States what the control, alone or together with others, is to a requirement. */
export function AddClaim({ sheet, names, onClose }: AddClaimProps) {
  const say = useWords('library');
  const form = useClaimForm(sheet, onClose);
  const { claim, set, begun, errors, isPending, submit } = form;
  const foot = (
    <>
      <Button kind="primary" pending={isPending} onPress={submit}>
        {say('claims.state')}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={say('claims.add-title', { code: sheet.code })} onClose={onClose} foot={foot}>
      <Form onSubmit={submit} errors={errors}>
        <Stack gap="s">
          <BegunNote begun={begun} />
          <RequirementField
            key={begun?.at ?? 'anew'}
            label={say('claims.requirement')}
            name="requirement"
            names={names}
            chosen={claim.requirement}
            onChange={(requirement) => set({ requirement })}
          />
          <RadioList
            label={say('claims.what')}
            options={contributions.map((id) => ({
              id,
              label: say(`contribution.${id}`),
              description: say(`contribution.${id}-says`),
            }))}
            value={claim.contribution}
            onChange={(contribution) => set({ contribution })}
          />
          <Together own={sheet.id} others={claim.others} onChange={(others) => set({ others })} />
          <SelectField
            label={say('claims.confidence')}
            description={say('claims.confidence-says')}
            options={confidences.map((id) => ({ id, label: say(`confidence.${id}`) }))}
            value={claim.confidence}
            onChange={(confidence) => confidence && set({ confidence })}
          />
          <TextArea
            label={say('claims.rationale')}
            value={claim.rationale}
            onChange={(rationale) => set({ rationale })}
          />
        </Stack>
      </Form>
    </Dialog>
  );
}

interface ClaimDraft {
  readonly requirement: ChosenRequirement | undefined;
  readonly contribution: string;
  readonly confidence: string;
  readonly rationale: string;
  readonly others: readonly Other[];
}

const empty: ClaimDraft = {
  requirement: undefined,
  contribution: 'meets',
  confidence: 'high',
  rationale: '',
  others: [],
};

function useClaimForm(sheet: ControlSheet, onClose: () => void) {
  const say = useWords('library');
  const deed = useDeed('claims state');
  const kept = useDraft(`claim of the control ${sheet.id}`, () => empty);
  const { draft: claim, change: set, begun } = kept;
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [isPending, setPending] = useState(false);
  const record = async ({ requirement: chosen, contribution, confidence, rationale, others }: ClaimDraft) => {
    if (!chosen) return setErrors([{ field: 'requirement', message: say('claims.requirement-missing') }]);
    const { framework, requirement } = chosen;
    const controls = [sheet.id, ...others.map(({ id }) => id)];
    const why = rationale.trim() === '' ? {} : { rationale: rationale.trim() };
    setPending(true);
    try {
      await deed({
        input: { controls, framework, requirement, contribution, confidence, ...why },
        says: say('claims.stated', { code: sheet.code, requirement }),
      });
      kept.forget();
      onClose();
    } catch (refused) {
      setErrors([{ message: reasonOf(refused, say) }]);
    } finally {
      setPending(false);
    }
  };
  return {
    claim,
    errors,
    isPending,
    set,
    begun,
    submit: () => void record(claim),
  };
}

interface TogetherProps {
  readonly own: string;
  readonly others: readonly Other[];
  readonly onChange: (others: readonly Other[]) => void;
}

/** Further controls, where only all of them together are it. */
function Together({ own, others, onChange }: TogetherProps) {
  const say = useWords('library');
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { data, isFetching } = useLateAnswer(
    'find',
    { text, kinds: ['control'], limit: 20 },
    { enabled: text !== '' },
  );
  const taken = new Set([own, ...others.map(({ id }) => id)]);
  const rows = text === '' ? [] : (data?.rows ?? []).filter(({ id }) => !taken.has(id));
  const options = rows.map(({ id, code, title }) => ({ id, label: `${code} ${title}` }));
  return (
    <>
      <ComboField
        label={say('claims.with')}
        description={say('claims.with-says')}
        options={options}
        value={undefined}
        input={typed}
        onInput={setTyped}
        isLoading={isFetching}
        onChange={(id) => {
          const found = rows.find((row) => row.id === id);
          if (!found) return;
          onChange([...others, { id: found.id, label: found.code }]);
          setTyped('');
        }}
      />
      <FilterChips
        label={say('claims.with')}
        chips={others.map(({ id, label }) => ({ id, label: say('claims.with-chip'), value: label }))}
        onRemove={(id) => onChange(others.filter((other) => other.id !== id))}
      />
    </>
  );
}
