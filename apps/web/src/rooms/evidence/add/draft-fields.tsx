import { useWords } from '../../../app/index.ts';
import {
  DateField,
  DisclosureSection,
  FieldRow,
  RadioList,
  SelectField,
  Stack,
  TextField,
} from '../../../ui/index.ts';
import { ControlPicker } from '../names/control-picker.tsx';
import type { Names } from '../names/use-names.ts';
import { outcomes } from '../pieces/filters.ts';
import type { Draft, SetDraft } from './draft.ts';

interface FieldsProps {
  readonly draft: Draft;
  readonly set: SetDraft;
  readonly names: Names;
}

/** What is said of a piece. */
export function DraftFields({ draft, set, names }: FieldsProps) {
  const say = useWords('evidence');
  return (
    <Stack>
      <TextField
        label={say('field.title')}
        name="title"
        value={draft.title}
        onChange={(title) => set({ title })}
        isRequired
        maxLength={300}
        autoFocus
      />
      <ControlPicker
        label={say('field.controls')}
        description={say('field.controls-says')}
        picked={draft.controls}
        onChange={(controls) => set({ controls })}
        isRequired={draft.controls.length === 0}
      />
      <RadioList
        label={say('field.outcome')}
        options={outcomes.map((id) => ({ id, label: say(`outcome.${id}`) }))}
        value={draft.outcome}
        onChange={(outcome) => set({ outcome })}
        name="outcome"
        isRequired
      />
      <FieldRow>
        <DateField
          label={say('field.collected')}
          name="collectedOn"
          value={draft.collectedOn}
          onChange={(collectedOn) => set({ collectedOn })}
        />
        <DateField
          label={say('field.valid-until')}
          description={say('field.valid-until-says')}
          name="validUntil"
          value={draft.validUntil}
          onChange={(validUntil) => set({ validUntil })}
        />
      </FieldRow>
      <Further {...{ draft, set, names }} />
    </Stack>
  );
}

function Further({ draft, set, names }: FieldsProps) {
  const say = useWords('evidence');
  const hasSome = [draft.coversFrom, draft.coversTo, draft.scope].some((value) => value !== undefined);
  return (
    <DisclosureSection title={say('field.further')} defaultOpen={hasSome}>
      <Stack gap="s">
        <FieldRow>
          <DateField
            label={say('field.covers-from')}
            name="coversFrom"
            value={draft.coversFrom}
            onChange={(coversFrom) => set({ coversFrom })}
          />
          <DateField
            label={say('field.covers-to')}
            name="coversTo"
            value={draft.coversTo}
            onChange={(coversTo) => set({ coversTo })}
          />
        </FieldRow>
        <SelectField
          label={say('field.scope')}
          description={say('field.scope-says')}
          name="scope"
          none={say('field.every-scope')}
          options={names.scopes}
          value={draft.scope}
          onChange={(scope) => set({ scope })}
        />
      </Stack>
    </DisclosureSection>
  );
}
