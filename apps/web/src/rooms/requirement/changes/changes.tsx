import { Fragment, Suspense } from 'react';
import { To, useAnswer, useFormat, useLateAnswer, useWords } from '../../../app/index.ts';
import { StateMark } from '../../../states/index.ts';
import { LinkButton, Section, type SimpleColumn, SimpleTable, Skeleton } from '../../../ui/index.ts';
import type { Why } from '../why/node.ts';
import { markOf } from '../why/standing.ts';
import css from './changes.module.css';
import { StepDeed } from './step-deed.tsx';
import { type Change, clausesOf, failingIn, supposedBy } from './suppose.ts';

/** What would change the result, and what else each change would do. Worked out, and nothing of it recorded. */
export function Changes({ why }: { readonly why: Why }) {
  const say = useWords('requirement');
  return (
    <Section
      title={say('changes')}
      meta={why.changes.length > 0 ? say('changes-meta') : undefined}
      link={<IfTheyFailed why={why} />}
    >
      {why.changes.length === 0 ? (
        <p>{say(why.kind === 'excluded' ? 'changes-excluded' : 'changes-none')}</p>
      ) : (
        <Suspense fallback={<Skeleton lines={why.changes.length} asRows />}>
          <ChangesTable why={why} />
        </Suspense>
      )}
    </Section>
  );
}

/** Of what is met: what leans on the controls that hold it up is seen by supposing that they fail. */
function IfTheyFailed({ why }: { readonly why: Why }) {
  const say = useWords('requirement');
  const set = markOf(why) === 'met' ? failingIn(why) : [];
  if (set.length === 0) return null;
  return (
    <LinkButton size="s" render={(dress) => <To room="what-if" search={{ set: set.join(',') }} {...dress} />}>
      {say('what-if-fails')}
    </LinkButton>
  );
}

function ChangesTable({ why }: { readonly why: Why }) {
  const say = useWords('requirement');
  const { rows } = useAnswer('catalogue list');
  const adopted = rows.filter((row) => 'adopted' in row);
  const columns: SimpleColumn<Change>[] = [
    {
      id: 'if',
      header: say('changes'),
      hideHeader: true,
      isRowHeader: true,
      cell: (change) => <Condition why={why} change={change} />,
    },
    {
      id: 'becomes',
      header: say('becomes', { id: why.requirement.id }),
      cell: ({ gives }) => <StateMark mark={gives.mark} word={gives.word} wraps />,
    },
    ...adopted.map(
      ({ id, title }): SimpleColumn<Change> => ({
        id,
        header: title,
        align: 'end',
        width: 84,
        cell: (change) => <Counted change={change} framework={id} own={why.framework.id} />,
      }),
    ),
  ];
  return (
    <>
      <div className={css.changes}>
        <SimpleTable
          caption={say('changes')}
          columns={columns}
          rows={why.changes}
          keyOf={({ steps }) =>
            steps
              .map(({ step, claim, control, relation }) => `${step} ${claim ?? control ?? relation}`)
              .join()
          }
          stacks
        />
      </div>
      <p className={css.note}>{say('changes-note')}</p>
    </>
  );
}

function Condition({ why, change }: { readonly why: Why; readonly change: Change }) {
  const say = useWords('requirement');
  const clauses = clausesOf(why, change);
  return (
    <span className={css.condition}>
      {change.together && <small className={css.together}>{say('together')}</small>}
      {clauses.map(({ key, name }, at) => (
        <Fragment key={`${key} ${name}`}>
          {at === 0 ? `${say('if')} ` : ` ${say('and')} `}
          {say(key, { name: name ?? say('a-hidden-control') })}
        </Fragment>
      ))}
      <span className={css.deed}>
        <StepDeed change={change} why={why} /> <Supposed change={change} />
      </span>
    </span>
  );
}

/** The same, supposed, with all that it would move elsewhere. */
function Supposed({ change }: { readonly change: Change }) {
  const say = useWords('requirement');
  const set = supposedBy(change);
  if (!set) return null;
  const codes = set.map((each) => each.slice(0, each.lastIndexOf('='))).join(', ');
  return (
    <LinkButton
      size="s"
      kind="quiet"
      render={(dress) => <To room="what-if" search={{ set: set.join(',') }} {...dress} />}
    >
      {say('what-if')}
      <span className="visually-hidden">: {codes}</span>
    </LinkButton>
  );
}

interface CountedProps {
  readonly change: Change;
  readonly framework: string;
  /** The framework of the requirement itself. */
  readonly own: string;
}

/** By how many requirements of a framework more, or fewer, would be met. */
function Counted({ change, framework, own }: CountedProps) {
  const say = useWords('requirement');
  const format = useFormat();
  const set = supposedBy(change);
  const { data } = useLateAnswer('what-if', { set: [...(set ?? [])] }, { enabled: set !== undefined });
  if (set === undefined) {
    if (framework === own && change.gives.mark === 'met') return '+1';
    return <NotCounted say={say('not-counted')} />;
  }
  const numbers = data?.frameworks.find((each) => each.framework.id === framework)?.numbers;
  if (!numbers) return <span className={css.quiet}>…</span>;
  const more = numbers.after.met - numbers.before.met;
  if (more === 0) return <span className={css.quiet}>0</span>;
  return more > 0 ? `+${format.number(more)}` : `−${format.number(-more)}`;
}

function NotCounted({ say }: { readonly say: string }) {
  return (
    <span className={css.quiet}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{say}</span>
    </span>
  );
}
