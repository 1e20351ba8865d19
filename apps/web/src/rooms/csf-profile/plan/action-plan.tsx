import { useAddress, useLateAnswer, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, Row, Section, ToggleGroup } from '../../../ui/index.ts';
import { useSaving } from '../panel/use-saving.ts';
import type { CsfView } from '../profile/view.ts';
import css from './plan.module.css';
import { type Planned, planLines, reachOf, relatesOf } from './plan-line.ts';
import { PlanList } from './plan-list.tsx';
import { PlanTimeline } from './plan-timeline.tsx';

/** What is done about the gaps and what could be: kept actions and proposals, as a list or on a time line. */
export function ActionPlan({ view }: { readonly view: CsfView }) {
  const say = useWords('csf-profile');
  const [{ plan = 'list' }, change] = useAddress();
  const { data } = useLateAnswer('actions list', { status: 'open', limit: 1000 });
  const lines = planLines(view, data?.rows ?? []);
  const { lifts, also } = reachOf(lines);
  const proposed = lines.flatMap((line) => line.proposed ?? []);
  const meta = say('plan-meta', { count: lines.length, lifts, also });
  return (
    <Section title={say('plan')} meta={lines.length > 0 ? meta : undefined}>
      {lines.length === 0 ? (
        <p>{say('plan-none')}</p>
      ) : (
        <div className={css.plan}>
          <Row ends>
            <ToggleGroup
              label={say('plan-as')}
              hideLabel
              isOfView
              options={[
                { value: 'list', label: say('plan-list') },
                { value: 'line', label: say('plan-line') },
              ]}
              value={plan === 'line' ? 'line' : 'list'}
              onChange={(value) => change({ plan: value === 'line' ? 'line' : undefined })}
            />
            {proposed.length > 1 && <KeepAll proposed={proposed} />}
          </Row>
          {plan === 'line' ? (
            <PlanTimeline view={view} lines={lines} />
          ) : (
            <PlanList view={view} lines={lines} />
          )}
          <p className={css.note}>
            {say('plan-relates', relatesOf(view, lines))} {say('plan-note')}
          </p>
        </div>
      )}
    </Section>
  );
}

function KeepAll({ proposed }: { readonly proposed: readonly Planned[] }) {
  const say = useWords('csf-profile');
  const reason = useReadOnly('actions.write');
  const { save, errorBeside, isPending } = useSaving('actions add-many');
  const count = proposed.length;
  const error = errorBeside([]);
  return (
    <span className={css.keep}>
      <Button
        size="s"
        reason={reason}
        reasonAs="tooltip"
        pending={isPending}
        onPress={() => void save({ input: { actions: proposed }, says: say('plan-kept', { count }) })}
      >
        {say('plan-keep-all', { count })}
      </Button>
      {error !== undefined && <span role="alert">{error}</span>}
    </span>
  );
}
