import { nearestRequirements, requirementOf } from '@concord/catalog';
import {
  adoptedEdition,
  editionInUse,
  knownFrameworks,
  type Programme,
  type Refusal,
  refuse,
  requirementWritten,
} from '@concord/programme';

type Refused = { readonly refusal: Refusal } | undefined;

/** One that is there and was not adopted is no slip of the hand: nothing belongs to it. */
export function refuseFramework({ governance }: Pick<Programme, 'governance'>, framework: string): Refused {
  const known = knownFrameworks(governance);
  return known.split(', ').includes(framework)
    ? undefined
    : refuse('missing', 'framework.unknown', { framework, known, at: 'framework' });
}

/** A requirement of the framework, of the one that is written before it, or of any that is adopted. */
export function refuseRequirement({ governance }: Programme, asked: string, named?: string): Refused {
  const written = named === undefined ? requirementWritten(asked) : undefined;
  const { framework, requirement } = written ?? { framework: named, requirement: asked };
  if (framework === undefined) {
    const adopted = [...governance.adoptions.keys()].map((id) => adoptedEdition(governance, id));
    const isThere = adopted.some((edition) => edition && requirementOf(edition, requirement));
    return isThere
      ? undefined
      : refuse('missing', 'requirement.unknown-anywhere', { requirement, at: 'requirement' });
  }
  const unknown = refuseFramework({ governance }, framework);
  if (unknown) return unknown;
  const edition = editionInUse(governance, framework);
  if (edition && requirementOf(edition, requirement)) return undefined;
  const near = edition ? nearestRequirements(edition, requirement).join(', ') : '';
  const code = near ? 'requirement.unknown-near' : 'requirement.unknown';
  return refuse('missing', code, { framework, requirement, near, at: 'requirement' });
}
