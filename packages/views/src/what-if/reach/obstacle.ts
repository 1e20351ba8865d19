import { editionIn, requirementOf } from '@concord/catalog';
import type { Coverage } from '../../coverage/coverage.ts';
import { type InLanguage, languageOf, sayIn } from '../../language/say.ts';
import type { Goal } from './goal.ts';
import { isOpen, stillNeeded } from './model.ts';

/** Why no control of the library can meet a requirement, were it to work. */
const obstacles = [
  'excluded',
  'judged',
  'conflict',
  'gap',
  'proposed',
  'no-use',
  'low-confidence',
  'scope',
  'part-only',
  'unclaimed',
] as const;

/** A requirement that is wanted and that no control can meet as things are claimed and judged. */
export interface Unreachable {
  readonly framework: string;
  readonly id: string;
  readonly title: string;
  readonly obstacle: (typeof obstacles)[number];
  readonly words: string;
}

/** Those of a goal that are not met even if every control works, each with what stands in the way. */
export function unreachableIn(goal: Goal, reached: ReadonlySet<string>, by: InLanguage): Unreachable[] {
  const { coverage, framework } = goal;
  const left = [...goal.leftOut, ...goal.requirements.filter((id) => !reached.has(id))];
  const edition = editionIn(languageOf(by), coverage.aspect.framework);
  return left.map((id) => {
    const title = requirementOf(edition, id)?.title ?? '';
    const obstacle = obstacleTo(coverage, id);
    const words = sayIn(by)(`what-if.obstacle-${obstacle}`);
    return { framework: framework.id, id, title, obstacle, words };
  });
}

function obstacleTo(coverage: Coverage, id: string): Unreachable['obstacle'] {
  const result = coverage.results.get(id);
  if (result?.kind === 'excluded') return 'excluded';
  if (result?.kind === 'conflict') return 'conflict';
  if (result && !isOpen(result)) return result.gapBy === 'assessment' ? 'judged' : 'gap';
  return obstacleInClaims(coverage, id);
}

/** Of several claims that do not reach, the one that is nearest to doing so. */
function obstacleInClaims(coverage: Coverage, id: string): Unreachable['obstacle'] {
  const claims = (coverage.claims.get(id) ?? []).map(({ read }) => read);
  const whole = claims.filter(({ relation }) => relation === 'SUP' || relation === 'EQ');
  const capped = (cap: string) => whole.some((claim) => claim.capped === cap && stillNeeded(coverage, claim));
  if (capped('proposed')) return 'proposed';
  if (whole.some((claim) => stillNeeded(coverage, claim) === undefined)) return 'no-use';
  if (capped('low confidence')) return 'low-confidence';
  if (capped('scope')) return 'scope';
  if (claims.length > whole.length) return 'part-only';
  return 'unclaimed';
}
