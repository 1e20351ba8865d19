import { useWords } from '../../../app/index.ts';
import { Timeline } from '../../../ui/index.ts';
import { type CsfView, personIn } from '../profile/view.ts';
import { AlsoSaid } from './also-said.tsx';
import css from './plan.module.css';
import { lastWanted, type PlanLine, spanOf } from './plan-line.ts';

interface PlanTimelineProps {
  readonly view: CsfView;
  readonly lines: readonly PlanLine[];
}

/** The plan on an axis of days, against today and the last day that something is wanted by. */
export function PlanTimeline({ view, lines }: PlanTimelineProps) {
  const say = useWords('csf-profile');
  const dated = lines.filter(({ due }) => due !== undefined);
  const last = lastWanted(view);
  const { from, to } = spanOf(lines, view.on, last);
  const days = [
    { on: view.on, label: say('today') },
    ...(last && last > view.on ? [{ on: last, label: say('last-target'), strong: true }] : []),
  ];
  return (
    <>
      <Timeline
        caption={say('plan-caption')}
        heads={{ label: say('action'), meta: say('lifts-and-closes') }}
        bars={dated.map((line) => ({
          id: line.key,
          label: <Label view={view} line={line} />,
          from: line.from,
          to: line.due && line.due > line.from ? line.due : line.from,
          meta: (
            <span className={css.also}>
              <span>{line.lifts.join(', ')}</span>
              <AlsoSaid also={line.also} />
            </span>
          ),
        }))}
        {...{ from, to, days }}
      />
      {dated.length < lines.length && (
        <p className={css.note}>{say('plan-undated', { count: lines.length - dated.length })}</p>
      )}
    </>
  );
}

function Label({ view, line }: { readonly view: CsfView; readonly line: PlanLine }) {
  const say = useWords('csf-profile');
  const more = [line.proposed ? say('proposed') : '', personIn(view, line.owner)].filter(Boolean).join(', ');
  return (
    <>
      {line.title} <small className={css.day}>{more}</small>
    </>
  );
}
