import { To, ToRequirement, useFormat, useWords } from '../../../app/index.ts';
import { FreshnessMark, shownOf } from '../../../states/index.ts';
import { Facts, Id, LinkButton, Row, TextLink } from '../../../ui/index.ts';
import { type CsfView, csf, type Outcome, personIn } from '../profile/view.ts';
import { Inclusion } from './inclusion.tsx';
import css from './panel.module.css';
import { ScoreForm } from './score-form.tsx';
import { StatusFields } from './status-fields.tsx';
import { TargetFields } from './target-fields.tsx';

interface OutcomeSheetProps {
  readonly view: CsfView;
  readonly row: Outcome;
  /** Why nothing can be changed. */
  readonly reason: string | undefined;
}

/** One outcome: what stands behind it, what is wanted of it, what is said of it today. */
export function OutcomeSheet({ view, row, reason }: OutcomeSheetProps) {
  const say = useWords('csf-profile');
  const { profile, scale } = view;
  const key = `${profile?.id} ${row.id}`;
  return (
    <div className={css.sheet}>
      <Row>
        <LinkButton
          size="s"
          render={(dress) => <ToRequirement framework={csf} requirement={row.id} {...dress} />}
        >
          {say('see-proof')}
        </LinkButton>
        {row.gap && <LackingSaid row={row} />}
      </Row>
      <Behind row={row} />
      {profile && (
        <>
          <TargetFields key={`target ${key}`} {...{ view, row, reason }} profile={profile.id} />
          <Inclusion node={row} profile={profile.id} reason={reason} />
          <StatusFields key={`status ${key}`} {...{ row, reason }} profile={profile.id} />
          {scale && <ScoreForm key={`score ${key}`} {...{ row, scale }} profile={profile.id} />}
        </>
      )}
      <OpenActions view={view} row={row} />
    </div>
  );
}

function LackingSaid({ row: { gap } }: { readonly row: Outcome }) {
  const say = useWords('csf-profile');
  const missing = gap?.missing ?? [];
  const by = gap?.by.map((each) => say(`gap-by-${each}`)).join(', ');
  const lacking = missing.map((each) => say(`lacking-${each}`)).join(', ');
  return (
    <span className={css.quiet}>
      {by}
      {lacking !== '' && ` ${say('lacking', { lacking })}`}
    </span>
  );
}

/** The controls claimed for it, and the latest evidence. */
function Behind({ row }: { readonly row: Outcome }) {
  const say = useWords('csf-profile');
  const { day } = useFormat();
  const { controls, hiddenControls, moreControls, artifacts } = row;
  const more = moreControls + hiddenControls;
  const latest = artifacts[0];
  return (
    <Facts
      facts={[
        {
          term: say('controls'),
          children:
            controls.length + more === 0 ? (
              say('no-control')
            ) : (
              <span className={css.list}>
                {controls.map(({ id, code, name, ...control }) => (
                  <span key={id}>
                    <TextLink
                      plain
                      render={(dress) => <To room="library" search={{ control: code }} {...dress} />}
                    >
                      <Id>{code}</Id> {name}
                    </TextLink>{' '}
                    <FreshnessMark freshness={shownOf(control)} />
                  </span>
                ))}
                {more > 0 && <span>{say('and-more', { count: more })}</span>}
              </span>
            ),
        },
        ...(latest
          ? [
              {
                term: say('latest-evidence'),
                children: (
                  <>
                    <TextLink
                      render={(dress) => <To room="evidence" search={{ evidence: latest.id }} {...dress} />}
                    >
                      {latest.title}
                    </TextLink>
                    {`, ${day(latest.collectedOn)}`}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function OpenActions({ view, row }: Pick<OutcomeSheetProps, 'view' | 'row'>) {
  const say = useWords('csf-profile');
  const { day } = useFormat();
  const { actions, hiddenActions } = row;
  if (actions.length + hiddenActions === 0) return null;
  return (
    <section>
      <h4>{say('open-actions')}</h4>
      <ul className={css.list}>
        {actions.map(({ id, title, owner, due }) => (
          <li key={id}>
            <TextLink render={(dress) => <To room="actions" search={{ action: id }} {...dress} />}>
              {title}
            </TextLink>{' '}
            <span className={css.quiet}>
              {[personIn(view, owner), due && day(due)].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
        {hiddenActions > 0 && <li>{say('and-more', { count: hiddenActions })}</li>}
      </ul>
    </section>
  );
}
