import { useAddress, useWords } from '../../../app/index.ts';
import { RequirementField } from './requirement-field.tsx';
import type { Names } from './use-names.ts';

/** Narrows the list to what is claimed on a requirement, or on one below it. */
export function RequirementFilter({ names, close }: { readonly names: Names; readonly close: () => void }) {
  const say = useWords('library');
  const [, change] = useAddress();
  return (
    <RequirementField
      label={say('filter.requirement')}
      description={say('filter.requirement-says')}
      names={names}
      onChange={(chosen) => {
        if (!chosen) return;
        change({ framework: chosen.framework, requirement: chosen.requirement });
        close();
      }}
    />
  );
}
