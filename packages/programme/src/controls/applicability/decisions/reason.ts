import { z } from 'zod';
import {
  type Circumstances,
  id,
  localDate,
  type RecordedFact,
  type Refusal,
  refuse,
  text,
} from '../../../foundation/index.ts';
import type { Obligation, WithGovernance } from '../../../governance/index.ts';
import { type Decided, type Reason, reasonKinds } from '../../applicability.ts';

const reason = z.strictObject({
  kind: z.enum(reasonKinds),
  text: text(5000),
  obligation: id.optional(),
});

/** What every such decision may say beside what it decides. */
export const decided = {
  reasons: z
    .array(reason)
    .max(20)
    .default([])
    .describe(
      'Why it is necessary: kind (risk, law, contract, business), text, and the id of an obligation for law and contract',
    ),
  obligations: z
    .array(id)
    .max(20)
    .default([])
    .describe('Ids of obligations behind the reasons of law and contract; each goes to a reason of its kind'),
  exclusionReason: text(5000).optional().describe('Why it is not'),
  owner: id.optional().describe('Id of the person who answers for the decision'),
  reviewOn: localDate.optional().describe('Day on which it is to be looked at again; not in the past'),
  effective: localDate
    .optional()
    .describe(
      'Day from which the decision holds, not in the future; today when left out, but the first decision holds for earlier days too',
    ),
};

export type DecidedInput = Pick<
  z.infer<z.ZodObject<typeof decided>>,
  'reasons' | 'exclusionReason' | 'owner' | 'reviewOn'
>;

/** A decision as it lies in a fact. Texts may be personal and are erasable; what a reason points at is not. */
export interface DecidedData {
  reasonKinds: Reason['kind'][];
  reasonTexts?: string[];
  /** Beside each reason the id of its obligation, or null; absent when none has one. */
  reasonObligations?: (string | null)[] | undefined;
  exclusionReason?: string | undefined;
  owner?: string | undefined;
  reviewOn?: string | undefined;
  decidedOn: string;
  effective?: string | undefined;
}

export const erasable = ['reasonTexts', 'exclusionReason'] as const;

/** The members of a fact; reasons belong to what is necessary, an exclusion reason to what is not. */
export function writeDecided(input: DecidedInput, needed: boolean): Omit<DecidedData, 'decidedOn'> {
  const { owner, reviewOn } = input;
  const reasons = needed ? input.reasons : [];
  const linked = reasons.some(({ obligation }) => obligation !== undefined);
  return {
    reasonKinds: reasons.map(({ kind }) => kind),
    reasonTexts: reasons.map((each) => each.text),
    reasonObligations: linked ? reasons.map(({ obligation }) => obligation ?? null) : undefined,
    exclusionReason: needed ? undefined : input.exclusionReason,
    owner,
    reviewOn,
  };
}

export function readDecided(data: DecidedData, { actor, seq }: { actor: string; seq: number }): Decided {
  const reasons = data.reasonKinds.map((kind, at): Reason => {
    const obligation = data.reasonObligations?.[at] ?? undefined;
    return { kind, text: data.reasonTexts?.[at] ?? '', ...(obligation === undefined ? {} : { obligation }) };
  });
  const { exclusionReason = '', owner, reviewOn, decidedOn } = data;
  return {
    reasons,
    exclusionReason,
    ...(owner === undefined ? {} : { owner }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    decidedOn,
    by: actor,
    seq,
  };
}

/** What a decision says, as the input that says it; what says nothing is left out, and so is the day it holds from. */
export function decidedBack(fact: RecordedFact<DecidedData>): Partial<DecidedInput> {
  const { reasons, exclusionReason, owner, reviewOn } = readDecided(fact.data, fact);
  return {
    ...(reasons.length > 0 ? { reasons: [...reasons] } : {}),
    ...(exclusionReason === '' ? {} : { exclusionReason }),
    ...(owner === undefined ? {} : { owner }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
  };
}

/**
 * A decision is taken today: it may have held for a while, and is looked at again from today on. In a register a review
 * day that is past is recorded, and told: there it says of what was agreed before that its review was missed.
 */
export function refuseDays(
  { effective, reviewOn }: Pick<z.infer<z.ZodObject<typeof decided>>, 'effective' | 'reviewOn'>,
  { today }: Pick<Circumstances, 'today'>,
): Refusal | undefined {
  if (effective !== undefined && effective > today)
    return refuse('refused', 'date.future', { date: effective, at: 'effective' }).refusal;
  if (reviewOn !== undefined && reviewOn < today)
    return refuse('refused', 'review.past', { reviewOn, at: 'reviewOn' }).refusal;
  return undefined;
}

/** Each obligation beside a reason of its kind that names none yet; where all do, the last of them is said again. */
export function withObligations<
  I extends Pick<z.infer<z.ZodObject<typeof decided>>, 'reasons' | 'obligations'>,
>({ governance }: WithGovernance, input: I): I | { refusal: Refusal } {
  const reasons = [...input.reasons];
  for (const [at, obligation] of input.obligations.entries()) {
    const place = `obligations[${at}]`;
    const found = governance.obligations.get(obligation);
    if (!found) return refuse('refused', 'obligation.unknown', { obligation, at: place });
    if (reasons.some((each) => each.obligation === obligation)) continue;
    const isOfKind = ({ kind }: { kind: Reason['kind'] }) => isAnswered(kind, found);
    const bare = reasons.findIndex((each) => isOfKind(each) && each.obligation === undefined);
    const said = reasons[bare] ?? reasons.findLast(isOfKind);
    if (!said)
      return refuse('refused', 'applicability.obligation-alone', { obligation: found.kind, at: place });
    reasons.splice(bare < 0 ? reasons.length : bare, bare < 0 ? 0 : 1, { ...said, obligation });
  }
  return { ...input, reasons };
}

/** Whom a decision names and what its reasons point at has to be there. */
export function refuseTies({ governance }: WithGovernance, input: DecidedInput): Refusal | undefined {
  if (input.owner !== undefined && !governance.people.has(input.owner)) {
    return refuse('refused', 'person.unknown', { person: input.owner, at: 'owner' }).refusal;
  }
  for (const [at, { kind, obligation }] of input.reasons.entries()) {
    const place = `reasons[${at}].obligation`;
    const found = obligation === undefined ? undefined : governance.obligations.get(obligation);
    if (obligation === undefined) continue;
    if (!found) return refuse('refused', 'obligation.unknown', { obligation, at: place }).refusal;
    if (!isAnswered(kind, found)) {
      const params = { reason: kind, obligation: found.kind, at: place };
      return refuse('refused', 'applicability.obligation-kind', params).refusal;
    }
    if (found.endedOn !== undefined) {
      const params = { obligation, on: found.endedOn, at: place };
      return refuse('conflict', 'applicability.obligation-ended', params).refusal;
    }
  }
  return undefined;
}

/** What law or an authority asks is a reason of law, what a contract asks one of contract; no other points at any. */
export function isAnswered(reason: Reason['kind'], { kind }: Pick<Obligation, 'kind'>): boolean {
  return reason === (kind === 'contractual' ? 'contract' : 'law');
}
