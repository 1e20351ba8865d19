import { editionIn, fallingAway, framework, starterReason } from '@concord/catalog';
import { languageOf, type Say, sayIn } from '../language/say.ts';
import { annexA } from '../statement-of-applicability/rows/linked.ts';
import { answerTo, type FactAnswer, factsConcerning, type SetUpAnswers, type SetUpFact } from './answers.ts';

/**
 * What a proposal rests on: an answer; an answer that leaves it open and has to be looked at; an answer that nobody
 * knows yet; or nothing but that Annex A lists it, until risks are assessed.
 */
export type ApplicabilityBasis = 'answer' | 'look' | 'unsure' | 'baseline';

/** One decision as it could be taken; nobody has taken it. */
export interface ApplicabilityProposed {
  readonly requirement: string;
  readonly title: string;
  readonly applicable: boolean;
  readonly reasons: readonly { readonly kind: 'business'; readonly text: string }[];
  readonly exclusionReason?: string;
  readonly basis: ApplicabilityBasis;
  /** An answer leaves it open: it is no decision yet, somebody has to look first. */
  readonly open: boolean;
  readonly why: string;
}

export interface FirstApplicability {
  readonly framework: string;
  /** Of the rows that are not left open. */
  readonly applicable: number;
  readonly excluded: number;
  /** Rows that an answer leaves open: proposed as applicable, but not to be decided as if they were. */
  readonly open: number;
  /** That nothing is decided yet, in words. */
  readonly note: string;
  readonly rows: readonly ApplicabilityProposed[];
}

/**
 * First proposals for Annex A. Practice: left out is only what falls away where a fact is not true, and never what
 * another fact speaks for or leaves open; so no proposal contradicts what the checks of the statement hold against it.
 */
export function applicabilityProposed(answers: SetUpAnswers): FirstApplicability {
  const edition = framework(annexA);
  const listed = edition ? editionIn(languageOf(answers), edition).requirements : [];
  const rows = listed
    .filter(({ assessable, excludable }) => assessable && excludable)
    .map(({ id, title }) => {
      const proposal = proposalFor(id, answers);
      return { requirement: id, title, ...proposal, open: isLeftOpen(proposal) };
    });
  const open = rows.filter((row) => row.open).length;
  const excluded = rows.filter((row) => !row.applicable).length;
  const note = sayIn(answers)('set-up.applicability-note');
  return { framework: annexA, applicable: rows.length - open - excluded, excluded, open, note, rows };
}

type Proposal = Omit<ApplicabilityProposed, 'requirement' | 'title' | 'open'>;

function isLeftOpen({ basis }: Proposal): boolean {
  return basis === 'look' || basis === 'unsure';
}

function proposalFor(requirement: string, answers: SetUpAnswers): Proposal {
  const say = sayIn(answers);
  const concerning = factsConcerning(requirement);
  const having = (answer: string) => concerning.filter((fact) => answerTo(answers, fact) === answer);
  const [yes, no, unsure] = [having('yes'), having('no'), having('unsure')];
  const own = starterReason({ framework: annexA, requirement }, languageOf(answers)) ?? '';
  const keptFor = (text: string) => ({ applicable: true, reasons: [{ kind: 'business', text }] }) as const;
  const kept = keptFor(own);
  if (concerning.length === 0)
    return { ...kept, basis: 'baseline', why: say('set-up.applicability-baseline') };
  if (yes.length > 0) {
    const reason = keptFor(`${sentences(yes, 'yes', say)} ${own}`);
    return { ...reason, basis: 'answer', why: say('set-up.applicability-holds') };
  }
  if (unsure.length > 0) return { ...kept, basis: 'unsure', why: sentences(unsure, 'unsure', say) };
  const said = sentences(no, 'no', say);
  if (no.every((fact) => !fallsAwayWith(fact, requirement)))
    return { ...kept, basis: 'look', why: say('set-up.applicability-look', { said }) };
  const why = say('set-up.applicability-falls');
  return { applicable: false, reasons: [], exclusionReason: said, basis: 'answer', why };
}

function fallsAwayWith(fact: SetUpFact, requirement: string): boolean {
  return fallingAway().some((each) => each.fact === fact && each.requirements.includes(requirement));
}

function sentences(facts: readonly SetUpFact[], answer: FactAnswer, say: Say): string {
  return facts.map((fact) => say(`set-up.fact-${answer}-${fact}`)).join(' ');
}
