import { useAnswer, useWords } from '../../../app/index.ts';
import { CheckboxList, RadioList } from '../../../ui/index.ts';
import type { FieldsProps } from './fields.ts';

/** Those that most begin with stand first; editions that were superseded lead nobody. */
const first = ['iso27001-2022', 'nist-csf-2.0', 'nis2-directive'];
/** Kept beside each other by most. */
const kept = ['iso27001-2022', 'nist-csf-2.0'];
const superseded = ['iso27001-2013', 'nist-csf-1.1'];

export function FrameworksFields({ answers, set }: FieldsProps) {
  const say = useWords('set-up');
  const { rows } = useAnswer('frameworks');
  const known = rows.filter(({ id }) => !superseded.includes(id));
  const options = known.map(({ id, title, edition }) => ({ id, label: title, description: edition }));
  const leading = options.filter(({ id }) => first.includes(id));
  const others = options.filter(({ id }) => id !== answers.lead);
  const lead = (id: string) => {
    // Whoever has chosen nothing beside it yet begins with the two that most keep together.
    const beside = answers.lead === undefined && answers.reference.length === 0 ? kept : answers.reference;
    set({ lead: id, reference: beside.filter((each) => each !== id) });
  };
  return (
    <>
      <RadioList
        size="l"
        label={say('frameworks.lead')}
        description={say('frameworks.lead-says')}
        options={leading.map((option) => ({ ...option, description: say(`frameworks.${option.id}`) }))}
        value={answers.lead}
        onChange={lead}
      />
      <CheckboxList
        size="l"
        label={say('frameworks.reference')}
        description={say('frameworks.reference-says')}
        options={others}
        value={answers.reference}
        onChange={(reference) => set({ reference })}
      />
    </>
  );
}
