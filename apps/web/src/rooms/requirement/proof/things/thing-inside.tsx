import { useFormat, useWords } from '../../../../app/index.ts';
import { StateMark } from '../../../../states/index.ts';
import { Id } from '../../../../ui/index.ts';
import type { InferenceShown, JudgementShown, Thing, Why } from '../../why/node.ts';
import { markOf } from '../../why/standing.ts';
import { ClaimInside } from './claim-inside.tsx';
import { ControlInside, EvidenceInside, NothingInside } from './control-inside.tsx';
import { OthersInside } from './others-inside.tsx';
import css from './thing-inside.module.css';

/** What stands in a thing of the proof. */
export function ThingInside({ why, thing }: { readonly why: Why; readonly thing: Thing }) {
  switch (thing.kind) {
    case 'requirement':
      return <RequirementInside why={why} />;
    case 'claim':
      return <ClaimInside claim={thing.claim} above={thing.above} />;
    case 'judgement':
      return <JudgementInside judgement={thing.judgement} />;
    case 'inference':
      return <InferenceInside why={why} inference={thing.inference} />;
    case 'control':
      return <ControlInside member={thing.member} />;
    case 'hidden':
      return <HiddenInside count={thing.count} />;
    case 'evidence':
      return <EvidenceInside piece={thing.piece} member={thing.member} />;
    case 'others':
      return <OthersInside member={thing.member} />;
    case 'nothing':
      return <NothingInside member={thing.member} />;
  }
}

function RequirementInside({ why }: { readonly why: Why }) {
  const say = useWords('requirement');
  const { framework, requirement, formerly } = why;
  return (
    <>
      <small className={css.quiet}>
        {framework.title} · <Id>{requirement.id}</Id>
      </small>
      <b className={css.asked}>{requirement.title}</b>
      <StateMark mark={markOf(why)} word={why.word} wraps />
      {formerly && <small className={css.quiet}>{say(`formerly.${formerly.join('')}`)}</small>}
    </>
  );
}

function JudgementInside({ judgement }: { readonly judgement: JudgementShown }) {
  const say = useWords('requirement');
  const format = useFormat();
  const { assessedOn, validUntil, lapsed } = judgement;
  const until =
    judgement.judgement === 'met'
      ? say(lapsed ? 'lapsed-on' : 'counts-until', { day: format.day(validUntil) })
      : '';
  return (
    <>
      <small className={css.quiet}>{say('thing.judgement')}</small>
      <b>{say(`judged.${judgement.judgement}`)}</b>
      <small className={css.quiet}>{[format.day(assessedOn), until].filter(Boolean).join(' · ')}</small>
    </>
  );
}

function InferenceInside({ why, inference }: { readonly why: Why; readonly inference: InferenceShown }) {
  const say = useWords('requirement');
  const relation = why.relations.find(({ id }) => id === inference.id);
  return (
    <>
      <small className={css.quiet}>{say(`thing.inference-${inference.by}`)}</small>
      <b>{relation?.says ?? inference.sources.join(', ')}</b>
      {relation && <small className={css.quiet}>{relation.rationale}</small>}
    </>
  );
}

function HiddenInside({ count }: { readonly count: number }) {
  const say = useWords('requirement');
  return <span className={css.quiet}>{say('hidden-controls', { count })}</span>;
}
