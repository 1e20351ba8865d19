import { useMemo } from 'react';
import { useWords } from '../../../app/index.ts';
import { ComboField } from '../../../ui/index.ts';
import { OrganisationName } from '../frame/organisation-name.tsx';
import type { FieldsProps } from './fields.ts';

export function NameFields({ answers, set }: FieldsProps) {
  const say = useWords('set-up');
  const zones = useMemo(() => zonesWith(answers.zone), [answers.zone]);
  return (
    <>
      <OrganisationName name={answers.name} onChange={(name) => set({ name })} />
      <ComboField
        size="l"
        label={say('name.zone')}
        description={say('name.zone-says')}
        options={zones}
        value={answers.zone}
        onChange={(zone) => zone !== undefined && set({ zone })}
      />
    </>
  );
}

/** Zones that the browser knows; some know their own by a name that is not in their list. */
function zonesWith(own: string) {
  const zones = new Set(['UTC', own, ...Intl.supportedValuesOf('timeZone')]);
  return [...zones].sort().map((id) => ({ id, label: id.replaceAll('_', ' ') }));
}
