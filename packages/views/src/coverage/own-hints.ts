import type { Relation } from '@concord/catalog';
import { type Cap, type Hint, statesOf, U } from '../calculus/index.ts';
import type { Coverage } from './coverage.ts';
import type { CrosswalkHint } from './hints.ts';
import { requirementMeant } from './joined.ts';

/** Of this requirement to the source, in the words of crosswalks, when the source lies so to it. */
const turned: Readonly<Record<string, Relation>> = {
  EQ: 'equal',
  SUB: 'superset',
  SUP: 'subset',
  INT: 'intersects',
};

interface Joined {
  /** The organisation's name: it may take another. */
  readonly developer: string;
  readonly published: readonly CrosswalkHint[];
  readonly all: readonly CrosswalkHint[];
}

const made = new WeakMap<readonly Hint[], Joined>();

/**
 * What crosswalks suggest, and after it what our own relations would say that a gate keeps out of results: drafts, low
 * confidence, a one-sided one by words alone, another scope. The same list as long as nothing of it changed.
 */
export function withOwnHints(
  coverage: Coverage,
  requirement: string,
  published: readonly CrosswalkHint[],
): readonly CrosswalkHint[] {
  if (coverage.joined.relations.length === 0) return published;
  const hints = coverage.results.get(requirement)?.hints;
  if (!hints?.some(({ by, suggests }) => by === 'relation' && suggests !== U)) return published;
  const developer = coverage.programme.governance.organisation?.name ?? '';
  const known = made.get(hints);
  if (known?.published === published && known.developer === developer) return known.all;
  const all = [...published, ...hints.flatMap((hint) => ownHint(coverage, developer, hint))];
  made.set(hints, { developer, published, all });
  return all;
}

function ownHint(
  coverage: Coverage,
  developer: string,
  { by, id, sources, relation, union, reason, suggests }: Hint,
): CrosswalkHint[] {
  if (by !== 'relation' || suggests === U) return [];
  const [first, ...others] = sources.map((source) => requirementMeant(coverage, source));
  if (!first) return [];
  return [
    {
      source: 'own',
      crosswalk: id,
      developer,
      ...first,
      ...(others.length > 0 ? { together: [first, ...others] } : {}),
      // Of what several ask together, nothing is said of each.
      relation: union === undefined ? (turned[relation] ?? 'related') : 'related',
      reason: reason as OwnReason,
      suggests: statesOf(suggests),
    },
  ];
}

type OwnReason = Extract<Cap, 'draft' | 'low confidence' | 'rationale' | 'scope'>;
