import { useWords } from '../../../app/index.ts';
import { ToggleGroup } from '../../../ui/index.ts';
import { facts } from '../answers/answers.ts';
import type { FieldsProps } from './fields.ts';

export function FactsFields({ answers, set }: FieldsProps) {
  const say = useWords('set-up');
  return facts.map((fact) => (
    <ToggleGroup
      key={fact}
      size="l"
      label={say(`facts.${fact}`)}
      description={say(`facts.${fact}-says`)}
      value={answers.facts[fact]}
      options={(['yes', 'no', 'unsure'] as const).map((value) => ({ value, label: say(`answer.${value}`) }))}
      onChange={(answer) => set({ facts: { ...answers.facts, [fact]: answer } })}
    />
  ));
}
