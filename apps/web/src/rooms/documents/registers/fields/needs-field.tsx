import { useLateAnswer, useWords } from '../../../../app/index.ts';
import { CheckboxList, DisclosureSection } from '../../../../ui/index.ts';

interface Met {
  readonly framework: string;
  readonly need: string;
}

interface NeedsFieldProps {
  readonly value: readonly Met[];
  readonly onChange: (value: readonly Met[]) => void;
}

const framework = 'iso27001-2022';

/** Which of what the clauses call for in writing the document is. */
export function NeedsField({ value, onChange }: NeedsFieldProps) {
  const say = useWords('documents');
  const { data } = useLateAnswer('view clause-conformity');
  const needs = [...(data?.rows.flatMap((row) => row.needs) ?? []), ...(data?.conditional ?? [])];
  const named = [...new Map(needs.map((need) => [need.id, need])).values()];
  const chosen = value.filter((met) => met.framework === framework).map(({ need }) => need);
  const others = value.filter((met) => met.framework !== framework);
  if (named.length === 0) return null;
  return (
    <DisclosureSection
      title={say('meets')}
      meta={say('meets-count', { count: value.length })}
      defaultOpen={value.length > 0}
    >
      <CheckboxList
        label={say('meets')}
        hideLabel
        options={named.map(({ id, title, requirement }) => ({ id, label: title, description: requirement }))}
        value={chosen}
        onChange={(ids) => onChange([...others, ...ids.map((need) => ({ framework, need }))])}
      />
    </DisclosureSection>
  );
}
