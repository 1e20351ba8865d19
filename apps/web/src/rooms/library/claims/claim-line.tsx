import { useState } from 'react';
import { ToRequirement, useDeed, useReadOnly, useWords } from '../../../app/index.ts';
import { type RequirementMark, StateMark } from '../../../states/index.ts';
import { Button, cx, Menu, TextLink } from '../../../ui/index.ts';
import { attempt } from '../control/attempt.ts';
import { ReasonDialog } from '../control/reason-dialog.tsx';
import type { ControlSheet, SheetClaim } from '../control/row.ts';
import css from '../panel/panel.module.css';

export interface RequirementShown {
  readonly title: string;
  readonly mark: RequirementMark | undefined;
  readonly word: string | undefined;
}

interface ClaimLineProps {
  readonly sheet: ControlSheet;
  readonly claim: SheetClaim;
  readonly requirement: RequirementShown | undefined;
}

/** One claim: on what, with whom, and whether it stands. */
export function ClaimLine({ sheet, claim, requirement }: ClaimLineProps) {
  const isProposed = claim.state === 'proposed';
  const { mark, word } = requirement ?? {};
  return (
    <li className={cx(css.line, isProposed && css.proposed)}>
      <TextLink
        render={(dress) => (
          <ToRequirement framework={claim.framework} requirement={claim.requirement} {...dress} />
        )}
      >
        {claim.requirement}
      </TextLink>
      <span className={css.what}>
        {requirement?.title}
        <About claim={claim} />
      </span>
      <span className={css.end}>
        {mark && <StateMark mark={mark} {...(isLong(word) ? {} : { word })} />}
        {!isProposed && <ClaimMenu {...{ sheet, claim }} />}
      </span>
      {isProposed && <Decide {...{ sheet, claim }} />}
    </li>
  );
}

/** The view's word says how it is known; where it is too long for the panel, the mark's own stands. */
function isLong(word: string | undefined): boolean {
  return (word?.length ?? 0) > 14;
}

function About({ claim }: { readonly claim: SheetClaim }) {
  const say = useWords('library');
  const { together, hiddenControls, contribution, confidence, state } = claim;
  const others = [
    ...together,
    ...(hiddenControls > 0 ? [say('claims.hidden', { count: hiddenControls })] : []),
  ];
  const parts = [
    say(`contribution.${contribution}`),
    ...(confidence === 'low' ? [say('claims.low')] : []),
    ...(state === 'proposed' ? [say('claims.proposed')] : []),
  ];
  return (
    <small className={css.meta}>
      {parts.join(' · ')}
      {others.length > 0 && ` · ${say('claims.together-with')} `}
      {others.map((other, at) => (
        <span key={other}>
          {at > 0 && ', '}
          <span className={css.whole}>{other}</span>
        </span>
      ))}
    </small>
  );
}

type DeedProps = Pick<ClaimLineProps, 'sheet' | 'claim'>;

/** Confirm or refuse what was proposed. */
function Decide({ sheet, claim }: DeedProps) {
  const say = useWords('library');
  const confirm = useDeed('claims confirm');
  const mayConfirm = useReadOnly('claims.confirm');
  const mayRefuse = useReadOnly('claims.write');
  const [isRefusing, setRefusing] = useState(false);
  const [isPending, setPending] = useState(false);
  const what = { code: sheet.code, requirement: claim.requirement };
  const confirmIt = async () => {
    setPending(true);
    await attempt(
      () => confirm({ input: { claim: claim.id }, says: say('claims.confirmed', what), isFinal: true }),
      { failed: say('claims.not-confirmed', what), say },
    ).finally(() => setPending(false));
  };
  return (
    <span className={css.deeds}>
      <small className={css.meta}>{say('not-undone')}</small>
      <Button
        size="s"
        pending={isPending}
        reason={mayConfirm}
        reasonAs="tooltip"
        onPress={() => void confirmIt()}
      >
        {say('confirm')}
      </Button>
      <Button size="s" kind="quiet" reason={mayRefuse} reasonAs="tooltip" onPress={() => setRefusing(true)}>
        {say('refuse')}
      </Button>
      {isRefusing && (
        <Withdraw
          {...{ sheet, claim }}
          title={say('claims.refuse-title', what)}
          deed={say('refuse')}
          says={say('claims.refused', what)}
          onClose={() => setRefusing(false)}
        />
      )}
    </span>
  );
}

function ClaimMenu({ sheet, claim }: DeedProps) {
  const say = useWords('library');
  const denied = useReadOnly('claims.write');
  const [isAsked, setAsked] = useState(false);
  const what = { code: sheet.code, requirement: claim.requirement };
  return (
    <>
      <Menu
        iconOnly
        kind="quiet"
        size="s"
        label={say('claims.more', what)}
        items={[
          { id: 'withdraw', label: say('claims.withdraw'), reason: denied, onAction: () => setAsked(true) },
        ]}
      />
      {isAsked && (
        <Withdraw
          {...{ sheet, claim }}
          title={say('claims.withdraw-title', what)}
          deed={say('claims.withdraw')}
          says={say('claims.withdrawn', what)}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}

interface WithdrawProps extends DeedProps {
  readonly title: string;
  readonly deed: string;
  readonly says: string;
  readonly onClose: () => void;
}

function Withdraw({ claim, title, deed, says, onClose }: WithdrawProps) {
  const withdraw = useDeed('claims withdraw');
  return (
    <ReasonDialog
      about={`withdrawal of the claim ${claim.id}`}
      title={title}
      deed={deed}
      onClose={onClose}
      onDo={(reason) => withdraw({ input: { claim: claim.id, reason }, says, isFinal: true })}
    />
  );
}
