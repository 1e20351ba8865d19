import { useEffect, useState } from 'react';
import { To, useAnswer, useFormat, usePlace, useWords } from '../../../app/index.ts';
import { Section, TextLink } from '../../../ui/index.ts';
import css from '../home.module.css';
import { type Change, changesOf } from './changed.ts';
import { readVisit, visitNow } from './visit.ts';

const most = 200;
const shown = 6;

/** What others and I did since the visit before this one. */
export function Changes() {
  const say = useWords('home');
  const { instant } = useFormat();
  const { rows } = useAnswer('batches list', { limit: most });
  const since = useSince(rows[0]?.last ?? 0);
  const changes = changesOf(rows, since?.position ?? 0);
  const count = rows.filter(({ first }) => first > (since?.position ?? 0)).length;
  const title = since === undefined ? say('changes.latest') : say('changes.since', { at: instant(since.at) });
  const link = (
    <TextLink render={(dress) => <To room="history" {...dress} />}>
      {since === undefined || count === 0 ? say('changes.history') : say('changes.all', { count })}
    </TextLink>
  );
  return (
    <Section title={title} link={link}>
      {changes.length === 0 ? (
        <p className={css.quiet}>{say(rows.length === 0 ? 'changes.never' : 'changes.none')}</p>
      ) : (
        <ul className={css.changes}>
          {changes.slice(0, shown).map((change) => (
            <Line key={change.id} change={change} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Line({ change: { who, operation, count, at } }: { readonly change: Change }) {
  const say = useWords('home');
  const { instant } = useFormat();
  const key = `op.${operation.replaceAll(' ', '-')}`;
  const words = say(key, { defaultValue: '' });
  return (
    <li>
      <span>
        {who} {words === '' ? say('op.other', { operation }) : words}
        {count > 1 && <small> {say('changes.times', { count })}</small>}
      </span>
      <small>{instant(at)}</small>
    </li>
  );
}

/** Where I was last here, by what this browser keeps for the organisation and the person. */
function useSince(position: number) {
  const { organisation, me } = usePlace();
  const place = `concord.visit.${organisation}.${me.person}`;
  const [visit] = useState(() =>
    visitNow(readVisit(window.localStorage.getItem(place)), { position, at: new Date().toISOString() }),
  );
  useEffect(() => {
    const { since } = visit;
    const last = { position, at: new Date().toISOString() };
    window.localStorage.setItem(place, JSON.stringify({ ...(since && { since }), last }));
  }, [place, visit, position]);
  return visit.since;
}
