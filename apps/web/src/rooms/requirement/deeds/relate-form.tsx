import { BegunNote, useAnswer, useDraft, useLateAnswer, useWords } from '../../../app/index.ts';
import {
  Button,
  ComboField,
  Form,
  FormActions,
  RadioList,
  SelectField,
  TextArea,
} from '../../../ui/index.ts';
import type { Why } from '../why/node.ts';
import { useFormDeed } from './use-form-deed.ts';

const relations = ['EQ', 'SUP', 'SUB', 'INT', 'DIS'] as const;
const grounds = ['semantic', 'functional', 'syntactic'] as const;
const confidences = ['high', 'medium', 'low'] as const;

/** States how the requirement lies to one elsewhere, by our own reading: a draft until it is confirmed. */
export function RelateForm({ why, onDone }: { readonly why: Why; readonly onDone: () => void }) {
  const say = useWords('requirement');
  const { id } = why.requirement;
  const called = `relation of ${why.framework.id}/${id}`;
  const { draft: said, change, forget, begun } = useDraft(called, () => blank);
  const { errors, isPending, send } = useFormDeed('relations state', () => {
    forget();
    onDone();
  });
  const input = {
    from: [`${why.framework.id}/${id}`],
    to: `${said.framework}/${said.requirement}`,
    relation: said.relation,
    rationaleKind: said.ground,
    rationale: said.rationale,
    confidence: said.confidence,
  };
  return (
    <Form errors={errors} onSubmit={() => void send({ input, says: say('relate-done') })}>
      <BegunNote begun={begun} />
      <p>{say('relate-say')}</p>
      <OtherEnd own={why.framework.id} said={said} onChange={change} />
      <RadioList
        label={say('relation', { id })}
        name="relation"
        value={said.relation}
        onChange={(relation) => change({ relation })}
        options={relations.map((each) => ({
          id: each,
          label: say(`relate.${each}`, { id, other: said.requirement ?? '…' }),
        }))}
      />
      <Because said={said} onChange={change} />
      <FormActions>
        <Button
          type="submit"
          kind="primary"
          pending={isPending}
          reason={said.requirement === undefined ? say('relate-choose') : undefined}
        >
          {say('relate-do')}
        </Button>
        <Button onPress={onDone}>{say('leave')}</Button>
      </FormActions>
    </Form>
  );
}

interface Said {
  readonly framework?: string | undefined;
  readonly requirement?: string | undefined;
  readonly relation: string;
  readonly ground: string;
  readonly confidence: string;
  readonly rationale: string;
}

const blank: Said = { relation: 'EQ', ground: 'semantic', confidence: 'medium', rationale: '' };

interface PartProps {
  readonly said: Said;
  readonly onChange: (changed: Partial<Said>) => void;
}

function OtherEnd({ own, said, onChange }: PartProps & { readonly own: string }) {
  const say = useWords('requirement');
  const { rows } = useAnswer('catalogue list');
  const adopted = rows.filter((row) => 'adopted' in row && row.id !== own);
  const { framework } = said;
  const coverage = useLateAnswer(
    'view coverage',
    { framework: framework ?? '' },
    { enabled: framework !== undefined },
  );
  const options = framework === undefined ? [] : (coverage.data?.rows ?? []);
  return (
    <>
      <SelectField
        label={say('other-framework')}
        value={framework}
        onChange={(id) => onChange({ framework: id, requirement: undefined })}
        options={adopted.map(({ id, title }) => ({ id, label: title }))}
        isRequired
      />
      <ComboField
        key={framework ?? ''}
        label={say('other-requirement')}
        name="to"
        value={said.requirement}
        onChange={(id) => onChange({ requirement: id })}
        options={options.map(({ id, title }) => ({ id, label: `${id} ${title}` }))}
        isLoading={coverage.isFetching}
        isRequired
      />
    </>
  );
}

function Because({ said, onChange }: PartProps) {
  const say = useWords('requirement');
  return (
    <>
      <SelectField
        label={say('ground')}
        name="rationaleKind"
        value={said.ground}
        onChange={(ground) => onChange({ ground: ground ?? 'semantic' })}
        options={grounds.map((id) => ({ id, label: say(`ground.${id}`) }))}
        description={say('ground-help')}
      />
      <TextArea
        label={say('rationale')}
        name="rationale"
        value={said.rationale}
        onChange={(rationale) => onChange({ rationale })}
        isRequired
        rows={3}
      />
      <SelectField
        label={say('confidence')}
        name="confidence"
        value={said.confidence}
        onChange={(confidence) => onChange({ confidence: confidence ?? 'medium' })}
        options={confidences.map((id) => ({ id, label: say(`confidence.${id}`) }))}
        description={say('confidence-help')}
      />
    </>
  );
}
