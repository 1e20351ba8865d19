import { say } from '@concord/catalog';
import { ageWords } from './age.ts';
import type { ClaimShown, MemberShown } from './claim-shown.ts';
import type { RelationShown } from './relation-shown.ts';
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
  | 'parts'
  | 'wholes'
  | 'inferences'
  | 'relations'
  | 'changes'
>;

/** The proof as sentences, in the order a person would say them: the result, what it rests on, what is missing. */
export function sentencesOn(facts: Facts): string[] {
  return [
    english('why.result', { id: facts.requirement.id, title: facts.requirement.title, word: facts.word }),
    ...conflictSentences(facts),
    ...applicabilitySentences(facts),
    ...judgementSentences(facts),
    ...facts.claims.flatMap(claimSentences),
    ...noClaimSentences(facts),
    ...kinSentences(facts),
    ...facts.relations.map(relationSentence),
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
    age: ageWords(evidence.age),
    freshUntil,
    graceUntil,
  };
  return english(`why.control-${control.freshness}`, params);
}

function noClaimSentences({ claims, parts, kind }: Facts): string[] {
  return claims.length === 0 && parts.length === 0 && kind !== 'excluded' ? [english('why.no-claims')] : [];
}

const partsSaid = 6;

/** Of parts those that are open; of wholes those from which something follows. */
function kinSentences({ parts, wholes, inferences }: Facts): string[] {
  const asked = parts.filter(({ kind }) => kind !== 'excluded');
  const open = asked.filter(({ met }) => !met);
  const named = open.slice(0, partsSaid).map(({ id, word }) => `${id} (${word})`);
  const params = { all: asked.length, open: open.length, named: named.join(', ') };
  const made = asked.length === 0 ? [] : [english(open.length > 0 ? 'why.parts' : 'why.parts-met', params)];
  const telling = wholes.filter(({ id }) =>
    inferences.some(({ by, sources }) => by === 'whole' && sources.includes(id)),
  );
  return [...made, ...telling.map(({ id, title, word }) => english('why.part-of', { id, title, word }))];
}

/** Whether anything follows over a relation, or what keeps it a hint. */
function relationSentence({ says, rationale, gate, informs, ends }: RelationShown): string {
  const named = ends.map(({ requirement, word }) => `${requirement}: ${word}`).join('; ');
  const told = english('why.relation', { says, rationale, named });
  if (gate !== undefined) return `${told} ${english(`why.relation-${gate.replace(' ', '-')}`)}`;
  return informs ? `${told} ${english('why.relation-informs')}` : told;
}

/** Of crosswalks: what our own relations hint is said with them. */
function hintSentences({ hints }: Facts): string[] {
  const published = hints.filter(({ source }) => source === undefined);
  if (published.length === 0) return [];
  const named = published.slice(0, 6).map((hint) => `${hint.framework} ${hint.requirement}`);
  const developers = [...new Set(published.map(({ developer }) => developer))].join(', ');
  const params = { count: published.length, named: [...new Set(named)].join(', '), developers };
  return [english('why.hints', params)];
}

const changesSaid = 6;

/**
 * What would change the result, in words: what would make it better, and whatever else changes it where nothing would.
 * That any requirement can be judged, or met by yet another control, is said where our own controls have no way.
 */
function changeSentences({ changes }: Facts): string[] {
  const better = changes.filter(({ gives }) => gives.mark === 'met' || gives.mark === 'supported');
  const own = better.filter(({ steps }) => !steps.some(({ step }) => step === 'claim' || step === 'judge'));
  const said = own.some(({ gives }) => gives.mark === 'met') ? own : better.length > 0 ? better : changes;
  return said.slice(0, changesSaid).map(({ sentence }) => sentence);
}
