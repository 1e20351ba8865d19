import { useWords } from '../../../app/index.ts';
import { TextArea, ToggleGroup } from '../../../ui/index.ts';
import type { FieldsProps } from './fields.ts';

export function ScopeFields({ answers, set }: FieldsProps) {
  const say = useWords('set-up');
  return (
    <>
      <ToggleGroup
        size="l"
        label={say('scope.covers')}
        value={answers.covers}
        options={(['whole', 'part'] as const).map((value) => ({ value, label: say(`scope.${value}`) }))}
        onChange={(covers) => set({ covers })}
      />
      {answers.covers !== undefined && (
        <TextArea
          size="l"
          label={say('scope.statement')}
          description={say(answers.covers === 'whole' ? 'scope.statement-whole' : 'scope.statement-part')}
          value={answers.statement}
          onChange={(statement) => set({ statement })}
          isRequired={answers.covers === 'part'}
          rows={4}
          maxLength={10_000}
        />
      )}
    </>
  );
}
