import { childrenOf, type Requirement, requirementOf } from '@concord/catalog';
import { isMet } from '../calculus/index.ts';
import { type CoverageRow, type Spoken, spoken } from '../coverage/row.ts';
import type { Opened } from '../envelope.ts';
import { type InLanguage, languageOf } from '../language/say.ts';

/** A requirement that this one is made of, or a part of, as it stands. */
export interface KinShown extends Pick<CoverageRow, 'id' | 'state' | 'kind' | 'mark'>, Spoken {
  readonly met: boolean;
}

export interface Kin {
  /** What it is exactly made of: it is met when each of them is. */
  readonly parts: readonly KinShown[];
  /** What it is an exact part of: met when all of that is. */
  readonly wholes: readonly KinShown[];
  /** Lettered items to read: they are not claimed or judged apart. */
  readonly items: readonly Pick<Requirement, 'id' | 'title'>[];
}

/** What stands under a requirement and above it. */
export function kinOf({ framework, worked }: Opened, requirement: Requirement, asked: InLanguage): Kin {
  const shown = ({ id }: Requirement): KinShown[] => {
    const row = worked.rows.get(id);
    const result = worked.coverage.results.get(id);
    if (!row || !result) return [];
    const { state, kind, mark } = row;
    const { title, word } = spoken(row, languageOf(asked));
    return [{ id, title, state, word, kind, mark, met: isMet(result) }];
  };
  const below = childrenOf(framework, requirement.id);
  const parts = requirement.parts === 'exact' ? below.flatMap(shown) : [];
  const items = below.filter((child) => !worked.rows.has(child.id)).map(({ id, title }) => ({ id, title }));
  return { parts, wholes: wholesOf(framework, requirement).flatMap(shown), items };
}

function wholesOf(framework: Opened['framework'], { parent }: Requirement): Requirement[] {
  const whole = parent === null ? undefined : requirementOf(framework, parent);
  return whole?.parts === 'exact' ? [whole, ...wholesOf(framework, whole)] : [];
}

/** Ids of the wholes, and of everything that the requirement is made of. */
export function kinIds({ framework }: Opened, requirement: Requirement): string[] {
  const wholes = wholesOf(framework, requirement).map(({ id }) => id);
  return [...wholes, ...partsBelow(framework, requirement)];
}

function partsBelow(framework: Opened['framework'], whole: Requirement): string[] {
  if (whole.parts !== 'exact') return [];
  return childrenOf(framework, whole.id).flatMap((part) => [part.id, ...partsBelow(framework, part)]);
}
