import { useEffect, useState } from 'react';
import { AboutLinks, To, useAnswer, useFormat, usePlace, useWhen, useWords } from '../../../app/index.ts';
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
  const { knownAt } = useWhen();
  const before = knownAt === undefined ? {} : { before: knownAt + 1 };
  const { rows } = useAnswer('batches list', { limit: most, ...before });
  const since = useSince(knownAt === undefined ? (rows[0]?.last ?? 0) : undefined);
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

const mostNamed = 2;

function Line({ change: { who, operation, count, at, about, isMore } }: { readonly change: Change }) {
  const say = useWords('home');
  const { instant } = useFormat();
  const key = `op.${operation.replaceAll(' ', '-')}`;
  const words = say(key, { defaultValue: '' });
  return (
    <li>
      <span>
        {who} {words === '' ? say('op.other', { operation }) : words}
        {count > 1 && ` (${say('changes.times', { count })})`}
        {about.length > 0 && say('changes.about')}
        <AboutLinks about={about} most={mostNamed} isMore={isMore} />
      </span>
      <small>{instant(at)}</small>
    </li>
  );
}

/**
 * Where I was last here, by what this browser keeps for the organisation and the person. `end` is where the ledger ends;
 * undefined where what was known earlier is looked at: that is no visit.
 */
function useSince(end: number | undefined) {
  const { organisation, me } = usePlace();
  const place = `concord.visit.${organisation}.${me.person}`;
  const [visit] = useState(() =>
    visitNow(readVisit(window.localStorage.getItem(place)), {
      position: end ?? 0,
      at: new Date().toISOString(),
    }),
  );
  useEffect(() => {
    if (end === undefined) return;
    const { since } = visit;
    const last = { position: end, at: new Date().toISOString() };
    window.localStorage.setItem(place, JSON.stringify({ ...(since && { since }), last }));
  }, [place, visit, end]);
  return end === undefined ? undefined : visit.since;
}
