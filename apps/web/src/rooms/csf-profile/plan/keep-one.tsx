import { useReadOnly, useWords } from '../../../app/index.ts';
import { Button } from '../../../ui/index.ts';
import { useSaving } from '../panel/use-saving.ts';
import css from './plan.module.css';
import type { Planned } from './plan-line.ts';

/** Keeps one proposal as an action of the programme. */
export function KeepOne({ proposed }: { readonly proposed: Planned }) {
  const say = useWords('csf-profile');
  const reason = useReadOnly('actions.write');
  const { save, errorBeside, isPending } = useSaving('actions add');
  const { title } = proposed;
  const error = errorBeside([]);
  return (
    <span className={css.keep}>
      <Button
        size="s"
        reason={reason}
        reasonAs="tooltip"
        pending={isPending}
        aria-label={say('plan-keep-one', { title })}
        onPress={() => void save({ input: { ...proposed }, says: say('plan-kept-one', { title }) })}
      >
        {say('plan-keep')}
      </Button>
      {error !== undefined && <span role="alert">{error}</span>}
    </span>
  );
}
