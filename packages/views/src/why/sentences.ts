import { listed, type Say } from '../language/say.ts';
import { ageWords } from './age.ts';
import type { ClaimShown } from './claim-shown.ts';
import type { MemberShown, OtherPiece } from './member-shown.ts';
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
export function sentencesOn(facts: Facts, say: Say): string[] {
  return [
    resultSentence(facts, say),
    ...conflictSentences(facts, say),
    ...applicabilitySentences(facts, say),
    ...judgementSentences(facts, say),
    ...facts.claims.flatMap((claim) => claimSentences(claim, say)),
    ...noClaimSentences(facts, say),
    ...kinSentences(facts, say),
    ...facts.relations.map((relation) => relationSentence(relation, say)),
    ...(facts.formerly ? [say('why.formerly', { states: facts.formerly.join(', ') })] : []),
    ...hintSentences(facts, say),
    ...changeSentences(facts),
  ];
}

/** Where claims are told next, “unclaimed” alone would deny them: none of them says, and counts, that it is met. */
function resultSentence({ requirement: { id, title }, word, claims }: Facts, say: Say): string {
  const isDenied = claims.length > 0 && word === say('word.unclaimed');
  return say(isDenied ? 'why.result-unclaimed' : 'why.result', { id, title, word });
}

/** Both sides are named: none is ever picked silently. */
function conflictSentences({ conflict, claims }: Facts, say: Say): string[] {
  if (!conflict) return [];
  const sides = conflict.map(({ by, id, sources }) => {
    const claim = claims.find((each) => each.id === id);
    const named = claim ? claimantsOf(claim, say) : sources;
    return say(`why.conflict-${by}`, { sources: named.join(', ') });
  });
  return [say('why.conflict', { sides: sides.join(` ${say('why.and')} `) })];
}

/** Codes of the controls of a claim, and how many more the reader may not see. */
function claimantsOf({ controls, hiddenControls }: ClaimShown, say: Say): string[] {
  const codes = controls.map((control) => control.code);
  return hiddenControls === 0 ? codes : [...codes, say('why.hidden', { count: hiddenControls })];
}

function applicabilitySentences({ applicability }: Facts, say: Say): string[] {
  if (!applicability) return [];
  if (!applicability.applicable) return [say('why.excluded', { reason: applicability.exclusionReason })];
  const reasons = applicability.reasons.map((each) =>
    say('said.of', { of: say(`reason.${each.kind}`), said: each.text }),
  );
  return [say('why.applicable', { reasons: listed(reasons, say) })];
}

function judgementSentences({ judgement }: Facts, say: Say): string[] {
  if (!judgement) return [];
  const { assessedOn, validUntil, reasons, lapsed } = judgement;
  const word = say(`judgement.${judgement.judgement}`);
  return [say(lapsed ? 'why.judged-lapsed' : 'why.judged', { assessedOn, validUntil, reasons, word })];
}

function claimSentences(claim: ClaimShown, say: Say): string[] {
  const named = claim.controls.map((control) => `${control.code} ${control.name}`).join(', ');
  const controls = named || say('why.hidden', { count: claim.hiddenControls });
  const key = claim.joint ? 'why.claim-joint' : 'why.claim';
  const sentence = say(key, { controls, contribution: say(`contribution.${claim.contribution}`) });
  const standing = say(standingKey(claim), { bulk: claim.bulk ?? 1 });
  const hidden =
    named && claim.hiddenControls > 0 ? [say('why.hidden', { count: claim.hiddenControls })] : [];
  return [
    `${sentence} ${standing}`,
    ...claim.controls.flatMap((control) => [memberSentence(control, say), ...otherSentences(control, say)]),
    ...hidden,
  ];
}

function standingKey({ gone, capped, bulk }: ClaimShown): string {
  if (gone) return 'why.gone';
  if (capped) return `why.capped-${capped.replace(' ', '-')}`;
  return bulk === undefined ? 'why.counts' : 'why.counts-bulk';
}

function memberSentence(control: MemberShown, say: Say): string {
  const { code, word, evidence, freshUntil = '', graceUntil = '' } = control;
  if (!evidence) return say('why.control', { code, word });
  const params = {
    code,
    word,
    title: evidence.title || say('why.erased'),
    collectedOn: evidence.collectedOn,
    age: ageWords(evidence.age, say),
    freshUntil,
    graceUntil,
  };
  return say(`why.control-${control.freshness}`, params);
}

const othersSaid = 3;

/** What counts beside the piece that decides. */
function otherSentences({ code, others, othersCount }: MemberShown, say: Say): string[] {
  if (othersCount === 0) return [];
  const said = others.slice(0, othersSaid);
  const named = listed(
    said.map((other) => otherWords(other, say)),
    say,
  );
  const more = othersCount - said.length;
  return [say(more > 0 ? 'why.others-more' : 'why.others', { code, named, more })];
}

/** In grace it is no longer fresh: then until when it still counts is what matters. */
function otherWords({ title, freshness, freshUntil, graceUntil }: OtherPiece, say: Say): string {
  return say(`why.other-${freshness}`, { title: title || say('why.erased'), freshUntil, graceUntil });
}

function noClaimSentences({ claims, parts, kind }: Facts, say: Say): string[] {
  return claims.length === 0 && parts.length === 0 && kind !== 'excluded' ? [say('why.no-claims')] : [];
}

const partsSaid = 6;

/** Of parts those that are open; of wholes those from which something follows. */
function kinSentences({ parts, wholes, inferences }: Facts, say: Say): string[] {
  const asked = parts.filter(({ kind }) => kind !== 'excluded');
  const open = asked.filter(({ met }) => !met);
  const named = open.slice(0, partsSaid).map(({ id, word }) => `${id} (${word})`);
  const params = { all: asked.length, open: open.length, named: named.join(', ') };
  const made = asked.length === 0 ? [] : [say(open.length > 0 ? 'why.parts' : 'why.parts-met', params)];
  const telling = wholes.filter(({ id }) =>
    inferences.some(({ by, sources }) => by === 'whole' && sources.includes(id)),
  );
  return [...made, ...telling.map(({ id, title, word }) => say('why.part-of', { id, title, word }))];
}

/** Whether anything follows over a relation, or what keeps it a hint. */
function relationSentence({ says, rationale, gate, informs, ends }: RelationShown, say: Say): string {
  const named = ends.map(({ requirement, word }) => say('said.of', { of: requirement, said: word }));
  const told = say('why.relation', { says, rationale, named: listed(named, say) });
  if (gate !== undefined) return `${told} ${say(`why.relation-${gate.replace(' ', '-')}`)}`;
  return informs ? `${told} ${say('why.relation-informs')}` : told;
}

/** Of crosswalks: what our own relations hint is said with them. */
function hintSentences({ hints }: Facts, say: Say): string[] {
  const published = hints.filter(({ source }) => source === undefined);
  if (published.length === 0) return [];
  const named = published.slice(0, 6).map((hint) => `${hint.framework} ${hint.requirement}`);
  const developers = [...new Set(published.map(({ developer }) => developer))].join(', ');
  const params = { count: published.length, named: [...new Set(named)].join(', '), developers };
  return [say('why.hints', params)];
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
