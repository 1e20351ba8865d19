import { type Programme, requirementKey } from '@concord/programme';
import type { Result } from '../../calculus/index.ts';
import type { ClaimRead } from '../../coverage/coverage.ts';
import type { InLanguage } from '../../language/say.ts';
import { maySeeControl, type Reader } from '../../reader.ts';
import type { Pair } from './before-after.ts';

/** What was supposed, by what it is about. */
export interface Causes extends InLanguage {
  readonly programme: Programme;
  readonly reader: Reader;
  /** Ids of controls. */
  readonly controls: ReadonlySet<string>;
  /** Keys of requirements that are left out. */
  readonly excluded: ReadonlySet<string>;
}

/** What makes a row differ: claims of changed controls, its own exclusion, or other requirements that differ. */
export interface Because {
  /** Changed controls with a claim on it, in the order of their codes. */
  readonly controls: readonly { readonly id: string; readonly code: string }[];
  /** How many more of them the reader may not see. */
  readonly hiddenControls: number;
  /** Ids of the claims, those with a hidden control apart. */
  readonly claims: readonly string[];
  /** Requirements that differ and tell it something; those of another framework as `framework/requirement`. */
  readonly requirements: readonly string[];
  readonly excluded: boolean;
}

export function becauseOf(id: string, pair: Pair, causes: Causes): Because {
  const { framework } = pair.after.coverage.aspect;
  const claims = claimsOf(id, pair, causes);
  const seen = (control: string) => maySeeControl(causes.programme, causes.reader, control);
  const excluded = causes.excluded.has(requirementKey(framework.id, id));
  const behind = [...new Set(claims.flatMap(({ stated }) => stated.controls))].filter((each) =>
    causes.controls.has(each),
  );
  return {
    controls: behind
      .filter(seen)
      .map((each) => named(causes.programme, each))
      .sort(byCode),
    hiddenControls: behind.filter((each) => !seen(each)).length,
    claims: claims.filter(({ stated }) => stated.controls.every(seen)).map(({ stated }) => stated.id),
    requirements: tellersOf(id, pair),
    excluded,
  };
}

/** Claims on it with a control that is supposed to be otherwise, whether they count or are a hint. */
function claimsOf(id: string, { after }: Pair, { controls }: Causes): readonly ClaimRead[] {
  const claims = after.coverage.claims.get(id) ?? [];
  return claims.filter(({ stated }) => stated.controls.some((control) => controls.has(control)));
}

/**
 * Those that its result rests on, before or after, those that it is a part of or made of, and those that own relations
 * join it to: what lapsed is stale by them, and has no inference that names them.
 */
function tellersOf(id: string, pair: Pair): readonly string[] {
  const results = [pair.before, pair.after].map(({ coverage }) => coverage.results.get(id));
  const tellers = new Set([...results.flatMap(sourcesOf), ...kinOf(id, pair.after), ...joinedTo(id, pair)]);
  tellers.delete(id);
  return [...tellers].filter((each) => pair.differing.has(each) || isKnownOtherwise(each, pair)).sort();
}

/** Also of requirements that own relations join from another framework. */
function isKnownOtherwise(id: string, { before, after }: Pair): boolean {
  const [was, is] = [before, after].map(({ coverage }) => coverage.solution.results.get(id));
  return was !== is && (was?.knowledge !== is?.knowledge || was?.kind !== is?.kind);
}

function sourcesOf(result: Result | undefined): readonly string[] {
  const inferences = [...(result?.inferences ?? []), ...(result?.conflict ?? [])];
  return inferences.flatMap(({ by, id, sources }) =>
    by === 'claim' || by === 'judgement' ? [] : [id, ...sources],
  );
}

function kinOf(id: string, { coverage }: Pair['after']): readonly string[] {
  const wholes = coverage.question.requirements.filter(
    ({ id: whole, parts }) => whole === id || parts?.includes(id),
  );
  return wholes.flatMap(({ id: whole, parts }) => (whole === id ? (parts ?? []) : [whole]));
}

function joinedTo(id: string, { before, after }: Pair): readonly string[] {
  const relations = [before, after].flatMap(({ coverage }) => coverage.question.relations);
  return relations.flatMap(({ from, to }) => (to === id || from.includes(id) ? [...from, to] : []));
}

function named({ controls }: Programme, id: string): { id: string; code: string } {
  return { id, code: controls.controls.get(id)?.code ?? '' };
}

function byCode(one: { code: string }, other: { code: string }): number {
  return one.code < other.code ? -1 : 1;
}
