import { useAddress, useFormat, usePlace, useWords } from '../../../app/index.ts';
import { Button, Id, Section } from '../../../ui/index.ts';
import type { CsfView, Gap } from '../profile/view.ts';
import { useOpenOutcome, whyNoGap } from './gap-table.tsx';
import css from './gaps.module.css';

const shown = 8;

/** The most urgent gaps, beside the map. */
export function LargestGaps({ view }: { readonly view: CsfView }) {
  const say = useWords('csf-profile');
  const [, change] = useAddress();
  const open = useOpenOutcome(view);
  const { gaps } = view;
  const all = gaps.length > shown && (
    <Button kind="quiet" size="s" onPress={() => change({ show: 'gaps' })}>
      {say('all-gaps', { count: gaps.length })}
    </Button>
  );
  return (
    <Section title={say('largest-gaps')} link={all || undefined}>
      {gaps.length === 0 ? (
        <p>{say(whyNoGap(view))}</p>
      ) : (
        <ul className={css.list}>
          {gaps.slice(0, shown).map((gap) => (
            <li key={gap.requirement}>
              <Button kind="quiet" size="s" isContent onPress={() => open(gap.requirement)}>
                <Id>{gap.requirement}</Id> {gap.title}
              </Button>
              <Way view={view} gap={gap} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** From what to what on the scale, where both ends are scored; else by when. */
function Way({ view, gap }: { readonly view: CsfView; readonly gap: Gap }) {
  const { number, dayNear } = useFormat();
  const { today } = usePlace();
  const score = view.rows.find(({ id }) => id === gap.requirement)?.score;
  if (gap.levels !== undefined && score?.current && score.target !== undefined)
    return (
      <b>
        {number(score.current.value)} {'→'} {number(score.target)}
      </b>
    );
  return <span className={css.day}>{gap.due && dayNear(gap.due, today)}</span>;
}
