import { isMet, type Result } from '../calculus/index.ts';
import type { Say } from '../language/say.ts';
import type { AssessmentShown } from './assessment-shown.ts';
import type { ClaimShown } from './claim-shown.ts';
import type { Kin } from './kin.ts';

/** What is not there, by the kind of thing that it is. */
export interface Missing {
  readonly kind:
    | 'claim'
    | 'confirmation'
    | 'confidence'
    | 'scope'
    | 'whole-claim'
    | 'control'
    | 'implementation'
    | 'design'
    | 'evidence'
    | 'judgement'
    | 'part';
  readonly claim?: string;
  /** Code of the control. */
  readonly control?: string;
  readonly requirement?: string;
  readonly words: string;
}

interface Known {
  readonly result: Result;
  readonly claims: readonly ClaimShown[];
  readonly kin: Kin;
  readonly judged: Pick<AssessmentShown, 'judgement' | 'lapsed'> | undefined;
  readonly say: Say;
}

/** Everything that stands between a requirement and its being met, as far as it is known; nothing where it is met. */
export function missingFrom({ result, claims, kin, judged, say }: Known): Missing[] {
  if (isMet(result) || result.kind === 'excluded') return [];
  const standing = claims.filter(({ gone }) => !gone);
  return [
    ...(standing.length === 0 && kin.parts.length === 0 ? [missing('claim', say)] : []),
    ...(noneIsWhole(standing) ? [missing('whole-claim', say)] : []),
    ...claims.flatMap((claim) => missingFromClaim(claim, say)),
    ...missingJudgement(judged, say),
    ...kin.parts.filter(({ met, kind }) => !met && kind !== 'excluded').map((part) => missingPart(part, say)),
  ];
}

function missing(kind: Missing['kind'], say: Say): Missing {
  return { kind, words: say(`why.missing-${kind}`) };
}

/** Parts and contributions are never added up: without a claim on all of it, nothing here can show it as met. */
function noneIsWhole(claims: readonly ClaimShown[]): boolean {
  const whole = ({ contribution }: ClaimShown) => contribution === 'meets' || contribution === 'equals';
  return claims.length > 0 && !claims.some(whole);
}

const gates: Readonly<Record<string, Missing['kind']>> = {
  proposed: 'confirmation',
  'low confidence': 'confidence',
  scope: 'scope',
};

function missingFromClaim(
  { id, gone, capped = '', controls, waitingHidden }: ClaimShown,
  say: Say,
): Missing[] {
  const gate = gates[capped];
  const named = controls.map(({ code }) => code).join(', ') || say('why.hidden', { count: waitingHidden });
  const items: Missing[] = [];
  if (gate) items.push({ kind: gate, claim: id, words: say(`why.missing-${gate}`, { name: named }) });
  for (const control of controls) {
    const kind = gone && control.standing !== 'retired' ? undefined : lackOf(control.standing);
    const { code, word } = control;
    if (kind) items.push({ kind, claim: id, control: code, words: say('why.control', { code, word }) });
  }
  if (!gone && waitingHidden > 0) {
    const words = say('why.missing-hidden', { count: waitingHidden });
    items.push({ kind: 'control', claim: id, words });
  }
  return items;
}

function lackOf(standing: ClaimShown['controls'][number]['standing']): Missing['kind'] | undefined {
  if (standing === 'operating' || standing === 'struck') return undefined;
  if (standing === 'retired') return 'control';
  if (standing === 'not implemented' || standing === 'partly implemented') return 'implementation';
  return standing === 'design not accepted' ? 'design' : 'evidence';
}

function missingJudgement(judged: Known['judged'], say: Say): Missing[] {
  if (!judged) return [];
  const key = judged.lapsed ? 'why.missing-judgement-lapsed' : 'why.missing-judgement';
  return [{ kind: 'judgement', words: say(key, { word: say(`judgement.${judged.judgement}`) }) }];
}

function missingPart({ id, title, word }: Kin['parts'][number], say: Say): Missing {
  return { kind: 'part', requirement: id, words: say('why.missing-part', { id, title, word }) };
}
