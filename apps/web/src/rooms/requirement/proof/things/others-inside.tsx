import { To, useFormat, useWords } from '../../../../app/index.ts';
import { FreshnessMark } from '../../../../states/index.ts';
import { TextLink } from '../../../../ui/index.ts';
import type { MemberShown, OtherPiece } from '../../why/node.ts';
import css from './thing-inside.module.css';

/** What counts for a control beside the piece that decides, where that piece stands with another control. */
export function OthersInside({ member }: { readonly member: MemberShown }) {
  const say = useWords('requirement');
  return (
    <>
      <small className={css.quiet}>{say('others-of', { code: member.code })}</small>
      <Others member={member} />
    </>
  );
}

/** The pieces that count as well, folded: how many there are is read without opening them. */
export function Others({ member: { others, othersCount } }: { readonly member: MemberShown }) {
  const say = useWords('requirement');
  if (othersCount === 0) return null;
  const beyond = othersCount - others.length;
  return (
    <details className={css.others}>
      <summary>{say('others', { count: othersCount })}</summary>
      <ul>
        {others.map((piece) => (
          <Other key={piece.id} piece={piece} />
        ))}
        {beyond > 0 && <li className={css.quiet}>{say('others-beyond', { count: beyond })}</li>}
      </ul>
    </details>
  );
}

function Other({ piece: { id, title, freshness, freshUntil, graceUntil } }: { readonly piece: OtherPiece }) {
  const say = useWords('requirement');
  const { day } = useFormat();
  return (
    <li>
      <TextLink plain render={(dress) => <To room="evidence" search={{ evidence: id }} {...dress} />}>
        {title || say('erased')}
      </TextLink>
      <small>
        <FreshnessMark freshness={freshness} wraps>
          {say('until', { day: day(freshness === 'fresh' ? freshUntil : graceUntil) })}
        </FreshnessMark>
      </small>
    </li>
  );
}
