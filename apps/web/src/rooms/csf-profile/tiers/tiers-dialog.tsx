import {
  BegunNote,
  useAnswer,
  useAttempt,
  useDeed,
  useDraft,
  usePlace,
  useWords,
} from '../../../app/index.ts';
import {
  Button,
  DateField,
  Dialog,
  FieldRow,
  Form,
  FormActions,
  SelectField,
  TextArea,
} from '../../../ui/index.ts';
import { type CsfView, csf, tierNumbers } from '../profile/view.ts';

type Tiers = CsfView['tiers'];

interface TiersDialogProps {
  readonly tiers: Tiers;
  readonly profile: string;
  readonly onClose: () => void;
}

const names = ['governanceCurrent', 'governanceTarget', 'managementCurrent', 'managementTarget'] as const;
type Name = (typeof names)[number];

interface TiersDraft {
  readonly chosen: Partial<Record<Name, number | null>>;
  readonly rationale: string;
  readonly effective: string | undefined;
}

/** Chooses the four tiers, with why and from when. A choice is dated: it is not undone, a later one follows it. */
export function TiersDialog({ tiers, profile, onClose }: TiersDialogProps) {
  const say = useWords('csf-profile');
  const { today } = usePlace();
  const deed = useDeed('profiles tiers');
  const { attempt, errors, isPending } = useAttempt();
  const { rows } = useAnswer('profiles list', { framework: csf });
  const ifMatch = rows.find(({ id }) => id === profile)?.revision;
  const { draft, change, forget, begun } = useDraft<TiersDraft>(`tiers of ${profile}`, () => ({
    chosen: {},
    rationale: '',
    effective: today,
  }));
  const { chosen, rationale, effective } = draft;
  const record = async () => {
    const input = { profile, rationale, ...chosen, ...(effective ? { effective } : {}) };
    if (!(await attempt(() => deed({ input, ifMatch, says: say('tiers-done'), isFinal: true })))) return;
    forget();
    onClose();
  };
  const first = rationale.trim() === '' ? say('tiers-why-first') : undefined;
  const nothing = Object.keys(chosen).length === 0 ? say('tiers-none-changed') : undefined;
  const field = (name: Name) => (
    <TierField
      key={name}
      name={name}
      value={name in chosen ? (chosen[name] ?? undefined) : tiers[name]?.tier}
      onChange={(tier) => change({ chosen: { ...chosen, [name]: tier ?? null } })}
    />
  );
  return (
    <Dialog isOpen onClose={onClose} title={say('tiers-change')} size="m">
      <Form errors={errors} onSubmit={() => void record()}>
        <BegunNote begun={begun} />
        <p>{say('tiers-about')}</p>
        <FieldRow>{names.slice(0, 2).map(field)}</FieldRow>
        <FieldRow>{names.slice(2).map(field)}</FieldRow>
        <TextArea
          label={say('why')}
          name="rationale"
          value={rationale}
          onChange={(typed) => change({ rationale: typed })}
          isRequired
        />
        <DateField
          label={say('holds-from')}
          name="effective"
          value={effective}
          onChange={(day) => change({ effective: day })}
          max={today}
        />
        <FormActions>
          <Button type="submit" kind="primary" pending={isPending} reason={nothing ?? first}>
            {say('tiers-do')}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

interface TierFieldProps {
  readonly name: Name;
  readonly value: number | undefined;
  readonly onChange: (tier: number | undefined) => void;
}

function TierField({ name, value, onChange }: TierFieldProps) {
  const say = useWords('csf-profile');
  return (
    <SelectField
      label={say(`tiers-${name}`)}
      name={name}
      none={say('tier-open')}
      options={tierNumbers.map((tier) => ({ id: String(tier), label: say(`tier-${tier}`) }))}
      value={value === undefined ? undefined : String(value)}
      onChange={(id) => onChange(id === undefined ? undefined : Number(id))}
    />
  );
}
