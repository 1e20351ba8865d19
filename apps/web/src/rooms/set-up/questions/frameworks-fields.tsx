import { useAnswer, useWords } from '../../../app/index.ts';
import { CheckboxList, RadioList } from '../../../ui/index.ts';
import type { FieldsProps } from './fields.ts';

/** Those that most begin with stand first; editions that were superseded lead nobody. */
const first = ['iso27001-2022', 'nist-csf-2.0', 'nis2-directive'];
const superseded = ['iso27001-2013', 'nist-csf-1.1'];

export function FrameworksFields({ answers, set }: FieldsProps) {
  const say = useWords('set-up');
  const { rows } = useAnswer('frameworks');
  const known = rows.filter(({ id }) => !superseded.includes(id));
  const options = known.map(({ id, title, edition }) => ({ id, label: title, description: edition }));
  const leading = options.filter(({ id }) => first.includes(id));
  const others = options.filter(({ id }) => id !== answers.lead);
  return (
    <>
      <RadioList
        label={say('frameworks.lead')}
        description={say('frameworks.lead-says')}
        options={leading.map((option) => ({ ...option, description: say(`frameworks.${option.id}`) }))}
        value={answers.lead}
        onChange={(lead) => set({ lead, reference: answers.reference.filter((each) => each !== lead) })}
      />
      <CheckboxList
        label={say('frameworks.reference')}
        description={say('frameworks.reference-says')}
        options={others}
        value={answers.reference}
        onChange={(reference) => set({ reference })}
      />
    </>
  );
}
