import { PersonField, usePlace, useWords } from '../../../app/index.ts';
import { DateField, DisclosureSection, FieldRow, NumberField, SwitchField } from '../../../ui/index.ts';
import type { DraftProps } from './about-fields.tsx';
import type { Figures } from './draft.ts';
import { keptAs, most, shownAs } from './figures.ts';

/** The figures that decide the size: alone, with linked enterprises, and of the period before. */
export function FigureFields({ draft, set }: DraftProps) {
  const say = useWords('nis2');
  const hasEarlier = [draft.earlier, draft.earlierGroup].some((each) => Object.keys(each).length > 0);
  return (
    <>
      <Three legend={say('alone')} figures={draft.alone} onChange={(alone) => set({ alone })} />
      <SwitchField
        label={say('linked')}
        description={say('linked-help')}
        isSelected={draft.linked}
        onChange={(linked) => set({ linked })}
      />
      {draft.linked && (
        <>
          <Three legend={say('group')} figures={draft.group} onChange={(group) => set({ group })} />
          <SwitchField
            label={say('independent')}
            isSelected={draft.independentSystems}
            onChange={(independentSystems) => set({ independentSystems })}
          />
        </>
      )}
      <DisclosureSection title={say('earlier')} defaultOpen={hasEarlier}>
        <p>{say('earlier-help')}</p>
        <Three
          legend={say('earlier-alone')}
          figures={draft.earlier}
          onChange={(earlier) => set({ earlier })}
        />
        {draft.linked && (
          <Three
            legend={say('earlier-group')}
            figures={draft.earlierGroup}
            onChange={(earlierGroup) => set({ earlierGroup })}
          />
        )}
      </DisclosureSection>
      <Answerable draft={draft} set={set} />
    </>
  );
}

interface ThreeProps {
  readonly legend: string;
  readonly figures: Figures;
  readonly onChange: (figures: Figures) => void;
}

function Three({ legend, figures, onChange }: ThreeProps) {
  const say = useWords('nis2');
  const field = (name: keyof Figures) => (
    <NumberField
      key={name}
      label={say(name)}
      value={shownAs(name, figures[name])}
      onChange={(value) => onChange({ ...figures, [name]: keptAs(name, value) })}
      minValue={0}
      maxValue={name === 'persons' ? most.people : most.millions}
      decimals={name === 'persons' ? 3 : 6}
      suffix={say(name === 'persons' ? 'people' : 'millions')}
      align="end"
    />
  );
  return (
    <fieldset>
      <legend>{legend}</legend>
      <FieldRow of={3}>{(['persons', 'turnover', 'balance'] as const).map(field)}</FieldRow>
    </fieldset>
  );
}

function Answerable({ draft, set }: DraftProps) {
  const say = useWords('nis2');
  const { today } = usePlace();
  return (
    <FieldRow>
      <PersonField
        label={say('owner')}
        name="owner"
        value={draft.owner}
        onChange={(owner) => set({ owner })}
      />
      <DateField
        label={say('review-on')}
        name="reviewOn"
        value={draft.reviewOn}
        onChange={(reviewOn) => set({ reviewOn })}
        min={today}
      />
    </FieldRow>
  );
}
