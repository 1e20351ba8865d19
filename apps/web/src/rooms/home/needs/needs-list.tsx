import { To, useFormat, usePlace, useWords } from '../../../app/index.ts';
import { DueLink, type DueRow } from '../../../due/index.ts';
import { dueKindLooks } from '../../../states/index.ts';
import { LinkButton, Section, TextLink } from '../../../ui/index.ts';
import css from '../home.module.css';
import { DecisionLine } from './decision-line.tsx';
import { NeedLine } from './need-line.tsx';
import type { LateWith, Needs } from './needs.ts';
import { useNeeds } from './use-needs.ts';

const shown = 7;
const peopleShown = 4;

/** What waits for me, each with its deed at the right, leading to where it is done. */
export function NeedsList() {
  const say = useWords('home');
  const needs = useNeeds();
  const link = <TextLink render={(dress) => <To room="actions" {...dress} />}>{say('needs.all')}</TextLink>;
  return (
    <Section title={say('needs.title')} link={link}>
      {needs !== undefined && <Lines needs={needs} />}
    </Section>
  );
}

function Lines({ needs }: { readonly needs: Needs }) {
  const say = useWords('home');
  const { mine, decisions, lateWith } = needs;
  const more = mine.length - shown;
  if (mine.length + decisions.length + lateWith.length === 0)
    return <p className={css.quiet}>{say('needs.none')}</p>;
  return (
    <>
      {mine.length + decisions.length > 0 && (
        <ul className={css.needs}>
          {mine.slice(0, shown).map((row) => (
            <DueLine key={`${row.kind} ${row.id}`} row={row} />
          ))}
          {decisions.map((decision) => (
            <DecisionLine key={decision.about} decision={decision} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className={css.more}>
          <TextLink
            render={(dress) => <To room="actions" search={{ view: 'due', owner: 'me' }} {...dress} />}
          >
            {say('needs.more', { count: more })}
          </TextLink>
        </p>
      )}
      {lateWith.length > 0 && <Late people={lateWith} />}
    </>
  );
}

function Late({ people }: { readonly people: readonly LateWith[] }) {
  const say = useWords('home');
  const { day } = useFormat();
  return (
    <>
      <h3 className={css.sub}>{say('needs.elsewhere')}</h3>
      <ul className={css.needs}>
        {people.slice(0, peopleShown).map(({ person, name, count, since }) => (
          <NeedLine
            key={person}
            mark="person"
            tone="ink"
            title={name}
            detail={say('needs.since', { day: day(since) })}
            when={say('needs.late-things', { count })}
            isLate
            deed={
              <LinkButton
                size="s"
                render={(dress) => (
                  <To room="actions" search={{ view: 'due', owner: person, late: 'yes' }} {...dress} />
                )}
              >
                {say('needs.look')}
                <span className="visually-hidden"> {name}</span>
              </LinkButton>
            }
          />
        ))}
      </ul>
      {people.length > peopleShown && (
        <p className={css.more}>
          <TextLink
            render={(dress) => <To room="actions" search={{ view: 'due', late: 'yes' }} {...dress} />}
          >
            {say('needs.more-people', { count: people.length - peopleShown })}
          </TextLink>
        </p>
      )}
    </>
  );
}

function DueLine({ row }: { readonly row: DueRow }) {
  const say = useWords('home');
  const { day, fromToday } = useFormat();
  const { today } = usePlace();
  const { kind, title, why, todo, due, days, state } = row;
  const { mark, tone } = dueKindLooks[kind];
  return (
    <NeedLine
      mark={mark}
      tone={tone}
      title={title === '' ? todo : title}
      detail={title === '' ? why : todo}
      when={days < 0 ? say('days-late', { count: -days }) : fromToday(due, today)}
      day={day(due)}
      isLate={state === 'overdue'}
      deed={
        <LinkButton size="s" render={(dress) => <DueLink row={row} {...dress} />}>
          {say(`deed.${kind}`)}
          <span className="visually-hidden"> {title}</span>
        </LinkButton>
      }
    />
  );
}
