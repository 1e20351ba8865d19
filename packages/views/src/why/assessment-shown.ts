import { type Judgement, judgementOn } from '@concord/programme';
import type { ViewAsked } from '../envelope.ts';
import { sayIn } from '../language/say.ts';
import { daysBetween } from './age.ts';

/** A judgement that an assessor made, and whether it is the one that counts on the day. */
export interface AssessmentShown extends Omit<Judgement, 'seq'> {
  /** Whole days since. */
  readonly age: number;
  readonly lapsed: boolean;
  readonly counts: boolean;
}

/** Every judgement made of a requirement by a day, the latest first; the others are there to read. */
export function assessmentsShown(asked: ViewAsked, key: string): AssessmentShown[] {
  const { controls } = asked.programme;
  const latest = judgementOn(controls, key, asked.on);
  const made = (controls.judgements.get(key)?.toArray() ?? []).filter(
    ({ assessedOn }) => assessedOn <= asked.on,
  );
  made.sort((one, other) =>
    one.assessedOn === other.assessedOn ? other.seq - one.seq : one.assessedOn < other.assessedOn ? 1 : -1,
  );
  return made.map((judgement) => {
    const { seq: _seq, ...shown } = visibleJudgement(judgement, asked);
    const lapsed = judgement.judgement === 'met' && judgement.validUntil < asked.on;
    const age = daysBetween(judgement.assessedOn, asked.on);
    return { ...shown, age, lapsed, counts: judgement === latest && !lapsed };
  });
}

/** What an assessor examined may be anybody's: the reasons are for who sees the whole programme. */
export function visibleJudgement(judgement: Judgement, asked: ViewAsked): Judgement {
  if (asked.reader.sees === 'all') return judgement;
  return { ...judgement, reasons: sayIn(asked)('why.reasons-hidden') };
}
