import { useFormat, useLateAnswer, useWords } from '../../../app/index.ts';
import { Skeleton } from '../../../ui/index.ts';
import css from './panel.module.css';

const mostTold = 12;

/** What was recorded of the control, the last first; who may not read the ledger is told so. */
export function Story({ control }: { readonly control: string }) {
  const say = useWords('library');
  const { instant } = useFormat();
  const tell = useTeller();
  const { data, isError } = useLateAnswer('history', { kind: 'control', id: control });
  if (isError) return <p className={css.meta}>{say('story.denied')}</p>;
  if (!data) return <Skeleton lines={3} />;
  const rows = data.rows.toReversed();
  return (
    <>
      <ol className={css.story}>
        {rows.slice(0, mostTold).map((row) => (
          <li key={row.seq}>
            {tell(row)}
            <br />
            <small className={css.meta}>
              {say('story.by', { at: instant(row.at), who: row.actor.name || row.actor.id })}
            </small>
          </li>
        ))}
      </ol>
      {rows.length > mostTold && (
        <p className={css.meta}>{say('story.more', { count: rows.length - mostTold })}</p>
      )}
    </>
  );
}

const known = ['ControlAdded', 'ControlChanged', 'ControlRetired', 'ControlReinstated', 'ControlRemoved'];
const members = new Set([
  'code',
  'name',
  'statement',
  'owner',
  'frequency',
  'design',
  'scopes',
  'condition',
  'conditionHolds',
  'implementation',
  'family',
  'test',
  'usualEvidence',
  'source',
]);

/** Says what one entry changed. */
function useTeller() {
  const say = useWords('library');
  return ({
    type,
    data,
    operation,
  }: {
    readonly type: string;
    readonly data: object;
    readonly operation: string;
  }) => {
    if (!known.includes(type)) return say('story.other', { operation });
    if (type !== 'ControlChanged') return say(`story.${type}`);
    const changed = Object.keys(data).filter((member) => members.has(member));
    return say('story.ControlChanged', {
      members: changed.map((member) => say(`member.${member}`)).join(', '),
    });
  };
}

/** Who changed the control last, and when. */
export function LastChange({ control }: { readonly control: string }) {
  const say = useWords('library');
  const { instant } = useFormat();
  const { data } = useLateAnswer('history', { kind: 'control', id: control });
  const last = data?.rows.at(-1);
  if (!last) return null;
  return (
    <small className={css.meta}>
      {say('story.last', { at: instant(last.at), who: last.actor.name || last.actor.id })}
    </small>
  );
}
