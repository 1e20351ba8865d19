import { isRefusal, tell, Unreachable, useDeed, useReadOnly, useWords } from '../../../../app/index.ts';
import { Button, Mark, Menu, Tag } from '../../../../ui/index.ts';
import { useOpenDeed } from '../../deeds/open-deed.ts';
import type { ClaimShown, MemberShown } from '../../why/node.ts';
import { lookOfStanding } from '../../why/standing.ts';
import css from './thing-inside.module.css';

interface ClaimInsideProps {
  readonly claim: ClaimShown;
  /** Controls of it that stand with a claim above. */
  readonly above: readonly MemberShown[];
}

export function ClaimInside({ claim, above }: ClaimInsideProps) {
  const say = useWords('requirement');
  const { contribution, joint, capped, gone, bulk, rationale } = claim;
  const caps = gone ? 'gone' : capped;
  return (
    <>
      <div className={css.head}>
        <span className={css.quiet}>{say(joint ? 'thing.claim-joint' : 'thing.claim')}</span>
        {claim.state === 'confirmed' && <ConfirmedMenu claim={claim} />}
      </div>
      <b>{say(`contribution.${contribution}${joint ? '-joint' : ''}`)}</b>
      {joint && <Members claim={claim} />}
      {caps && (
        <span>
          <Tag>{say(`capped.${caps.replaceAll(' ', '-')}`)}</Tag>
        </span>
      )}
      {above.length > 0 && (
        <small className={css.quiet}>
          {say('above', { codes: above.map(({ code }) => code).join(', ') })}
        </small>
      )}
      {rationale && <span className={css.said}>{rationale}</span>}
      {bulk !== undefined && <small className={css.quiet}>{say('bulk', { count: bulk })}</small>}
      {claim.state === 'proposed' && <ProposedDeeds claim={claim} />}
    </>
  );
}

/** Of how many it is shown that they work. */
function Members({ claim: { controls, hiddenControls, waitingHidden } }: { readonly claim: ClaimShown }) {
  const say = useWords('requirement');
  const inUse = controls.filter(({ standing }) => standing !== 'struck');
  const shown =
    inUse.filter(({ standing }) => standing === 'operating').length + hiddenControls - waitingHidden;
  return (
    <span className={css.members}>
      {inUse.map(({ id, standing }) => {
        const { mark, tone } = lookOfStanding(standing);
        return <Mark key={id} name={mark} tone={tone} />;
      })}
      <small>{say('shown-of', { shown, count: inUse.length + hiddenControls })}</small>
    </span>
  );
}

function ConfirmedMenu({ claim }: { readonly claim: ClaimShown }) {
  const say = useWords('requirement');
  const open = useOpenDeed();
  const reason = useReadOnly('claims.write');
  const withdraw = {
    id: 'withdraw',
    label: say('withdraw-open'),
    onAction: () => open({ deed: 'withdraw', claim }),
    ...(reason === undefined ? {} : { reason }),
  };
  return (
    <Menu
      label={say('claim-deeds', { codes: codesOf(claim) })}
      iconOnly
      kind="quiet"
      size="s"
      items={[withdraw]}
    />
  );
}

function codesOf({ controls }: Pick<ClaimShown, 'controls'>): string {
  return controls.map(({ code }) => code).join(', ');
}

function ProposedDeeds({ claim }: { readonly claim: ClaimShown }) {
  const say = useWords('requirement');
  const open = useOpenDeed();
  const confirm = useDeed('claims confirm');
  const sayOfApp = useWords('app');
  const codes = codesOf(claim);
  const deed = async () => {
    try {
      await confirm({ input: { claim: claim.id }, says: say('confirmed', { codes }), isFinal: true });
    } catch (error) {
      if (!isRefusal(error) && !(error instanceof Unreachable)) throw error;
      const reason = isRefusal(error) ? error.problem.detail : sayOfApp('unreachable');
      tell({ says: say('not-confirmed'), notices: [reason], tone: 'failed' });
    }
  };
  return (
    <span className={css.deeds}>
      <small className={css.quiet}>{say('confirm-final')}</small>
      <Button
        size="s"
        kind="primary"
        onPress={() => void deed()}
        reason={useReadOnly('claims.confirm')}
        reasonAs="tooltip"
        aria-label={say('confirm-of', { codes })}
      >
        {say('confirm')}
      </Button>
      <Button
        size="s"
        onPress={() => open({ deed: 'withdraw', claim })}
        reason={useReadOnly('claims.write')}
        reasonAs="tooltip"
        aria-label={say('refuse-of', { codes })}
      >
        {say('refuse')}
      </Button>
    </span>
  );
}
