import { say } from '@concord/catalog';
import type { ClaimShown, MemberShown } from './claim-shown.ts';
import type { Why } from './why.ts';

type Facts = Pick<
  Why,
  | 'requirement'
  | 'word'
  | 'kind'
  | 'claims'
  | 'applicability'
  | 'judgement'
  | 'hints'
  | 'formerly'
  | 'conflict'
>;

/** The proof as sentences, in the order a person would say them: the result, what it rests on, what is missing. */
export function sentencesOn(facts: Facts): string[] {
  return [
    english('why.result', { id: facts.requirement.id, title: facts.requirement.title, word: facts.word }),
    ...conflictSentences(facts),
    ...applicabilitySentences(facts),
    ...judgementSentences(facts),
    ...facts.claims.flatMap(claimSentences),
    ...(facts.claims.length === 0 && facts.kind !== 'excluded' ? [english('why.no-claims')] : []),
    ...(facts.formerly ? [english('why.formerly', { states: facts.formerly.join(', ') })] : []),
    ...hintSentences(facts),
    ...changeSentences(facts),
  ];
}

const english = (key: string, params: Parameters<typeof say>[2] = {}) => say('en', key, params);

/** Both sides are named: none is ever picked silently. */
function conflictSentences({ conflict, claims }: Facts): string[] {
  if (!conflict) return [];
  const sides = conflict.map(({ by, id, sources }) => {
    const claim = claims.find((each) => each.id === id);
    const named = claim ? claimantsOf(claim) : sources;
    return english(`why.conflict-${by}`, { sources: named.join(', ') });
  });
  return [english('why.conflict', { sides: sides.join(` ${english('why.and')} `) })];
}

/** Codes of the controls of a claim, and how many more the reader may not see. */
function claimantsOf({ controls, hiddenControls }: ClaimShown): string[] {
  const codes = controls.map((control) => control.code);
  return hiddenControls === 0 ? codes : [...codes, english('why.hidden', { count: hiddenControls })];
}

function applicabilitySentences({ applicability }: Facts): string[] {
  if (!applicability) return [];
  if (!applicability.applicable) return [english('why.excluded', { reason: applicability.exclusionReason })];
  const reasons = applicability.reasons
    .map((each) => `${english(`reason.${each.kind}`)}: ${each.text}`)
    .join('; ');
  return [english('why.applicable', { reasons })];
}

function judgementSentences({ judgement }: Facts): string[] {
  if (!judgement) return [];
  const { assessedOn, validUntil, reasons, lapsed } = judgement;
  const word = english(`judgement.${judgement.judgement}`);
  return [english(lapsed ? 'why.judged-lapsed' : 'why.judged', { assessedOn, validUntil, reasons, word })];
}

function claimSentences(claim: ClaimShown): string[] {
  const named = claim.controls.map((control) => `${control.code} ${control.name}`).join(', ');
  const controls = named || english('why.hidden', { count: claim.hiddenControls });
  const key = claim.joint ? 'why.claim-joint' : 'why.claim';
  const sentence = english(key, { controls, contribution: english(`contribution.${claim.contribution}`) });
  const standing = english(standingKey(claim), { bulk: claim.bulk ?? 1 });
  const hidden =
    named && claim.hiddenControls > 0 ? [english('why.hidden', { count: claim.hiddenControls })] : [];
  return [`${sentence} ${standing}`, ...claim.controls.map(memberSentence), ...hidden];
}

function standingKey({ gone, capped, bulk }: ClaimShown): string {
  if (gone) return 'why.gone';
  if (capped) return `why.capped-${capped.replace(' ', '-')}`;
  return bulk === undefined ? 'why.counts' : 'why.counts-bulk';
}

function memberSentence(control: MemberShown): string {
  const { code, word, evidence, freshUntil = '', graceUntil = '' } = control;
  if (!evidence) return english('why.control', { code, word });
  const params = {
    code,
    word,
    title: evidence.title || english('why.erased'),
    collectedOn: evidence.collectedOn,
    freshUntil,
    graceUntil,
  };
  return english(`why.control-${control.freshness}`, params);
}

function hintSentences({ hints }: Facts): string[] {
  if (hints.length === 0) return [];
  const named = hints.slice(0, 6).map((hint) => `${hint.framework} ${hint.requirement}`);
  return [english('why.hints', { count: hints.length, named: [...new Set(named)].join(', ') })];
}

/** What would change the result: the nearest steps, in words. */
function changeSentences({ kind, claims }: Facts): string[] {
  const confirmed = claims.filter((claim) => claim.state === 'confirmed');
  if (kind === 'unclaimed') {
    return [
      english(
        claims.some(({ state, gone }) => state === 'proposed' && !gone)
          ? 'why.change-confirm'
          : 'why.change-claim',
      ),
    ];
  }
  if (kind === 'conflict') return [english('why.change-conflict')];
  if (kind === 'assessed' || kind === 'claimed' || kind === 'excluded') return [];
  const waiting = confirmed
    .flatMap((claim) => claim.controls)
    .filter((control) => control.standing !== 'operating');
  const steps = [...new Map(waiting.map((control) => [control.code, control])).values()];
  return steps
    .slice(0, 6)
    .map((control) => english(`why.change-${control.standing.replaceAll(' ', '-')}`, { code: control.code }));
}
