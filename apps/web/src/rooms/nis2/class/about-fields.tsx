import { useEffect, useRef, useState } from 'react';
import { groupsOf, noneListed, unlistedAs } from '../../../activities/index.ts';
import { useAnswer, useLanguage, useWords } from '../../../app/index.ts';
import {
  CheckboxList,
  ComboField,
  DisclosureSection,
  FieldRow,
  FilterChips,
  TextField,
} from '../../../ui/index.ts';
import { codesIn, type Draft, unknownCountries } from './draft.ts';

export interface DraftProps {
  readonly draft: Draft;
  readonly set: (changed: Partial<Draft>) => void;
}

/** Who it is, what it does, where, and what an authority or the law says of it. */
export function AboutFields({ draft, set }: DraftProps) {
  const say = useWords('nis2');
  return (
    <>
      <FieldRow>
        <TextField
          label={say('name')}
          name="name"
          value={draft.name}
          onChange={(name) => set({ name })}
          maxLength={300}
        />
        <TextField
          label={say('period')}
          description={say('period-help')}
          name="period"
          value={draft.period}
          onChange={(period) => set({ period })}
          maxLength={4}
        />
      </FieldRow>
      <Activities draft={draft} set={set} />
      <FieldRow>
        <Countries
          label={say('established-in')}
          name="establishedIn"
          typed={draft.establishedIn}
          onChange={(establishedIn) => set({ establishedIn })}
        />
        <Countries
          label={say('serves-in')}
          name="servesIn"
          typed={draft.servesIn}
          onChange={(servesIn) => set({ servesIn })}
        />
      </FieldRow>
      <Designations draft={draft} set={set} />
    </>
  );
}

function Activities({ draft, set }: DraftProps) {
  const say = useWords('nis2');
  const { rows } = useAnswer('activities list');
  const { activities } = draft;
  const field = useRef<HTMLDivElement>(null);
  const isPicked = useRef(false);
  // The field is made anew, empty, for the next one: whoever picked by keyboard goes on where they were.
  useEffect(() => {
    if (isPicked.current && activities.length > 0) field.current?.querySelector('input')?.focus();
    isPicked.current = false;
  }, [activities]);
  const [sought, setSought] = useState('');
  const left = rows.filter(({ id }) => !activities.includes(id));
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? id;
  const found = groupsOf(left, sought).flatMap(({ name: sector, options }) =>
    options.map(({ id, label, description }) => ({
      id,
      label,
      description: [id, sector, description].filter(Boolean).join(' · '),
    })),
  );
  const unlisted = unlistedAs(left, sought);
  // That none is done is an answer to what is known to stand in neither annex, and not to a slip of the pen.
  const none = left
    .filter(({ id }) => id === noneListed && (sought === '' || unlisted.length > 0))
    .map(({ id, name }) => ({ id, label: name, description: unlisted.join(', ') || undefined }));
  const options = [...found, ...none];
  return (
    <>
      <div ref={field}>
        <ComboField
          key={activities.join()}
          label={say('activities')}
          name="activities"
          options={options}
          value={undefined}
          onInput={setSought}
          onChange={(id) => {
            if (id === undefined) return;
            isPicked.current = true;
            setSought('');
            set({ activities: [...activities, id] });
          }}
        />
      </div>
      <FilterChips
        label={say('activities')}
        chips={activities.map((id) => ({ id, label: id, value: nameOf(id) }))}
        onRemove={(id) => set({ activities: activities.filter((each) => each !== id) })}
      />
    </>
  );
}

interface CountriesProps {
  readonly label: string;
  readonly name: string;
  readonly typed: string;
  readonly onChange: (typed: string) => void;
}

/** Countries by code or name, with their names under them as they are read; what is neither is told when one has left. */
function Countries({ label, name, typed, onChange }: CountriesProps) {
  const say = useWords('nis2');
  const names = new Intl.DisplayNames([useLanguage()], { type: 'region' });
  const [isLeft, setLeft] = useState(false);
  const unknown = unknownCountries(typed);
  const known = codesIn(typed).filter((code) => !unknown.some((each) => each.toUpperCase() === code));
  const said = known.map((code) => names.of(code) ?? code).join(', ');
  const fault =
    isLeft && unknown.length > 0 ? say('countries-unknown', { said: unknown.join(', ') }) : undefined;
  return (
    <TextField
      label={label}
      description={said === '' ? say('countries-help') : said}
      name={name}
      value={typed}
      error={fault}
      onChange={(said) => {
        setLeft(false);
        onChange(said);
      }}
      onLeave={() => setLeft(true)}
    />
  );
}

function Designations({ draft: { designations }, set }: DraftProps) {
  const say = useWords('nis2');
  const { rows } = useAnswer('designations list');
  return (
    <DisclosureSection
      title={say('designations')}
      meta={String(designations.length)}
      defaultOpen={designations.length > 0}
    >
      <CheckboxList
        label={say('designations-which')}
        name="designations"
        options={rows.map(({ id, name, provision }) => ({ id, label: name, description: provision }))}
        value={designations}
        onChange={(ids) => set({ designations: ids })}
      />
    </DisclosureSection>
  );
}
