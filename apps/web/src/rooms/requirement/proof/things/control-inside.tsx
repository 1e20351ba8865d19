import { To, useFormat, useReadOnly, useWords } from '../../../../app/index.ts';
import { FreshnessMark } from '../../../../states/index.ts';
import { Id, LinkButton, StateWord, Tag, TextLink } from '../../../../ui/index.ts';
import type { MemberShown, PieceShown } from '../../why/node.ts';
import { lookOfStanding } from '../../why/standing.ts';
import { Others } from './others-inside.tsx';
import css from './thing-inside.module.css';

export function ControlInside({ member: { code, name, standing } }: { readonly member: MemberShown }) {
  const say = useWords('requirement');
  const { mark, tone } = lookOfStanding(standing);
  return (
    <>
      <div className={css.head}>
        <Id>{code}</Id>
        <StateWord mark={mark} tone={tone}>
          {say(`standing.${standing.replaceAll(' ', '-')}`)}
        </StateWord>
      </div>
      <b>
        <TextLink plain render={(dress) => <To room="library" search={{ control: code }} {...dress} />}>
          {name}
        </TextLink>
      </b>
    </>
  );
}

export function EvidenceInside({
  piece,
  member,
}: {
  readonly piece: PieceShown;
  readonly member: MemberShown;
}) {
  const say = useWords('requirement');
  const format = useFormat();
  const { freshness, freshUntil, graceUntil } = member;
  const until = freshness === 'fresh' ? freshUntil : graceUntil;
  const day = until ? format.day(until) : undefined;
  return (
    <>
      <small className={css.head}>
        <FreshnessMark freshness={freshness} wraps>
          {day && say(freshness === 'stale' ? 'since' : 'until', { day })}
        </FreshnessMark>
        {member.othersCount > 0 && <Tag>{say('decides')}</Tag>}
      </small>
      <b>
        <TextLink plain render={(dress) => <To room="evidence" search={{ evidence: piece.id }} {...dress} />}>
          {piece.title || say('erased')}
        </TextLink>
      </b>
      <small className={css.quiet}>
        {say('collected', { day: format.day(piece.collectedOn), count: piece.age })}
      </small>
      <Others member={member} />
      {freshness !== 'fresh' && <AddEvidence code={member.code} />}
    </>
  );
}

/** Nothing shows it yet: unknown, not failed. */
export function NothingInside({ member }: { readonly member: MemberShown }) {
  const say = useWords('requirement');
  return (
    <>
      <small>
        <FreshnessMark freshness={member.freshness} wraps />
      </small>
      <span>{say('nothing-shows', { code: member.code })}</span>
      <AddEvidence code={member.code} />
    </>
  );
}

function AddEvidence({ code }: { readonly code: string }) {
  const say = useWords('requirement');
  if (useReadOnly('evidence.record') !== undefined) return null;
  return (
    <span className={css.deeds}>
      <LinkButton size="s" render={(dress) => <To room="evidence" search={{ control: code }} {...dress} />}>
        {say('add-evidence')}
      </LinkButton>
    </span>
  );
}
