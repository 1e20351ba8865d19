import { type Refusal, type ScopeFacts, wholeOrganisation } from '@concord/programme';
import { languageOf, sayIn } from '../language/say.ts';
import { type ClassOfTried, tryNis2Class } from '../nis2/entity-class/index.ts';
import { type SetUpAnswers, scopeFactsOf } from './answers.ts';
import { applicabilityProposed, type FirstApplicability } from './applicability.ts';
import { type FrameworkProposed, frameworksProposed, isAskedByNis2 } from './frameworks.ts';
import { type LibraryProposed, libraryProposed } from './library.ts';

/** One command that would carry a part of the proposal out, with what it takes. */
export interface SetUpStep {
  readonly operation: string;
  readonly input: object;
}

/** What follows from the first answers. Nothing of it is recorded. */
export interface SetUpProposal {
  readonly frameworks: readonly FrameworkProposed[];
  readonly nis2: ClassOfTried;
  readonly library: LibraryProposed;
  readonly applicability: FirstApplicability;
  readonly facts: ScopeFacts;
  /** Everything proposed as commands, in an order in which they can be carried out; take out or change what is not wanted. */
  readonly steps: readonly SetUpStep[];
}

/** From answers to a first programme: which frameworks matter, which controls to begin with, what of Annex A applies. */
export function proposeSetUp(answers: SetUpAnswers): SetUpProposal | { refusal: Refusal } {
  const nis2 = tryNis2Class(answers);
  if ('refusal' in nis2) return nis2;
  const frameworks = frameworksProposed(answers, nis2);
  if ('refusal' in frameworks) return frameworks;
  const library = libraryProposed(answers, isAskedByNis2(nis2));
  const applicability = applicabilityProposed(answers);
  const facts = scopeFactsOf(answers);
  const proposal = { frameworks, nis2, library, applicability, facts };
  return { ...proposal, steps: stepsOf(answers, proposal) };
}

function stepsOf(answers: SetUpAnswers, proposal: Omit<SetUpProposal, 'steps'>): readonly SetUpStep[] {
  const { name } = answers;
  const adopted = proposal.frameworks.flatMap(({ framework, adopt }) => (adopt ? framework : []));
  const profile = sayIn(answers)('set-up.profile-name');
  return [
    ...(name === undefined ? [] : [{ operation: 'organisations create', input: { name } }]),
    ...adopted.map((framework) => ({ operation: 'frameworks adopt', input: { framework } })),
    ...scopeSteps(answers, proposal),
    ...entitySteps(answers, proposal),
    { operation: 'library adopt', input: adoptionOf(proposal.library, languageOf(answers)) },
    ...(adopted.includes(proposal.applicability.framework) ? [decisionsOf(proposal.applicability)] : []),
    ...(adopted.includes('nist-csf-2.0')
      ? [{ operation: 'profiles create', input: { name: profile, framework: 'nist-csf-2.0' } }]
      : []),
  ];
}

/** What is of no use here is adopted as that: only then is what controls meet together read without it. */
function adoptionOf({ controls, without }: LibraryProposed, language: string): object {
  return { controls: controls.map(({ code }) => code), without, language };
}

/** What an answer leaves open stays undecided, so that the statement tells it as open. */
function decisionsOf({ framework, rows }: FirstApplicability): SetUpStep {
  const decided = rows.filter((row) => !row.open);
  const decisions = decided.map(({ requirement, applicable, reasons, exclusionReason }) => ({
    requirement,
    applicable,
    ...(applicable ? { reasons } : { exclusionReason }),
  }));
  return { operation: 'applicability decide-many', input: { framework, decisions } };
}

function scopeSteps(answers: SetUpAnswers, { facts }: Pick<SetUpProposal, 'facts'>): readonly SetUpStep[] {
  const { statement, name, coversWhole = false } = answers;
  if (statement === undefined && !coversWhole && Object.keys(facts).length === 0) return [];
  const say = sayIn(answers);
  const whole = name === undefined ? say('set-up.scope-whole') : say('set-up.scope-named', { name });
  // Facts are kept with a statement; where nobody said what it covers, it says just that.
  const unsaid = coversWhole ? whole : say('set-up.scope-open');
  return [
    {
      operation: 'scopes state',
      input: { scope: wholeOrganisation, statement: statement ?? unsaid, ...facts },
    },
  ];
}

/** Where linked enterprises could change the class, it is recorded with some of unknown figures: so it stays open. */
function entitySteps(
  { name, activities, alone, group, ...said }: SetUpAnswers,
  { nis2 }: Pick<SetUpProposal, 'nis2'>,
): readonly SetUpStep[] {
  const figures = [alone, group ?? {}].flatMap((each) => Object.values(each));
  const isKnown = activities.length > 0 || figures.some((figure) => figure !== undefined);
  if (name === undefined || !isKnown) return [];
  const { establishedIn, servesIn, designations } = said;
  const { linked } = nis2;
  const size = { alone, ...(group === undefined ? {} : { group }), linked };
  return [
    {
      operation: 'entities add',
      input: { name, activities, ...size, establishedIn, servesIn, designations },
    },
  ];
}
