import { useWords } from '../../../app/index.ts';
import { SelectField, Stack, SwitchField } from '../../../ui/index.ts';
import { priorities } from '../profile/view.ts';
import type { Options } from './take-in-dialog.tsx';

interface TargetOptionsProps {
  readonly options: Options;
  readonly set: (changed: Partial<Options>) => void;
}

/** How a community profile is laid over what is wanted already. */
export function TargetOptions({ options, set }: TargetOptionsProps) {
  const say = useWords('csf-profile');
  return (
    <Stack gap="s">
      <SelectField
        label={say('priority-otherwise')}
        description={say('priority-otherwise-says')}
        none={say('none')}
        options={priorities.map((id) => ({ id, label: say(`priority-${id}`) }))}
        value={options.priority}
        onChange={(priority) => set({ priority })}
      />
      <SwitchField
        label={say('replace')}
        description={say('replace-says')}
        isSelected={options.replace}
        onChange={(replace) => set({ replace })}
      />
    </Stack>
  );
}
