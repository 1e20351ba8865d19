import { useAddress, useWords } from '../../../app/index.ts';
import { useStateWords } from '../../../states/index.ts';
import { CheckboxList, Popover, SelectField, SwitchField } from '../../../ui/index.ts';
import css from '../actions.module.css';
import { OwnerFilter } from '../list/filters.tsx';
import { dueKinds, horizons, wantedDueIn } from './due-weeks.ts';

/** Which of what is due is shown, all of it in the address. */
export function DueFilters() {
  const say = useWords('actions');
  const word = useStateWords();
  const [search, change] = useAddress();
  const { kinds, lateOnly, within } = wantedDueIn(search);
  const chosen =
    kinds.length === 0 ? say('due.kinds-any') : kinds.map((kind) => word(`kind-${kind}`)).join(', ');
  return (
    <div className={css.filters}>
      <OwnerFilter />
      <SelectField
        label={say('due.within')}
        hideLabel
        options={horizons.map((id) => ({ id, label: say(`due.within-${id}`) }))}
        value={String(within)}
        onChange={(id) => change({ within: id === '90' ? undefined : id })}
      />
      <div className={css.line}>
        <Popover trigger={chosen} label={say('due.kinds')} mark="filter">
          <CheckboxList
            label={say('due.kinds')}
            options={dueKinds.map((id) => ({ id, label: word(`kind-${id}`) }))}
            value={[...kinds]}
            onChange={(next) => change({ kind: next.join(',') })}
          />
        </Popover>
        <SwitchField
          label={say('due.late-only')}
          isSelected={lateOnly}
          onChange={(isOn) => change({ late: isOn ? 'yes' : undefined })}
        />
      </div>
    </div>
  );
}
