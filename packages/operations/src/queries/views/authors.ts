import type { Refusal } from '@concord/programme';
import type { RelationRow, Why } from '@concord/views';
import type { Ports } from '../../query/ports.ts';

interface Authored {
  readonly by: string;
  readonly confirmedBy?: string | undefined;
  readonly withdrawnBy?: string | undefined;
}

/** Names beside the ids; empty for somebody who was erased. */
interface AuthorNames {
  readonly byName: string;
  readonly confirmedByName?: string;
  readonly withdrawnByName?: string;
}

type Named<T> = T & AuthorNames;
type Claim = Omit<Why['claims'][number], 'seq'> & {
  /** Instant at which it was confirmed; at which it was stated, while nobody has. */
  readonly at?: string;
};

/** A proof with the names of those whom it rests on, and when each claim was last decided on. */
export type WhyWithAuthors = Omit<Why, 'assessments' | 'claims' | 'judgement' | 'relations'> & {
  readonly assessments: readonly Named<Why['assessments'][number]>[];
  readonly claims: readonly Named<Claim>[];
  readonly judgement?: Named<NonNullable<Why['judgement']>>;
  readonly relations: readonly Named<Why['relations'][number]>[];
};

export async function whyWithAuthors(
  ports: Ports,
  why: Why | { refusal: Refusal },
): Promise<WhyWithAuthors | { refusal: Refusal }> {
  if ('refusal' in why) return why;
  const { assessments, claims, judgement, relations, ...rest } = why;
  const name = await naming(ports, [...assessments, ...claims, ...relations]);
  const dated = claims.map(async ({ seq, ...claim }) => {
    const at = await ports.recordedAt(seq);
    return name(at === undefined ? claim : { ...claim, at });
  });
  return {
    ...rest,
    assessments: assessments.map(name),
    claims: await Promise.all(dated),
    ...(judgement ? { judgement: name(judgement) } : {}),
    relations: relations.map(name),
  };
}

/** A relation with the names of who stated, confirmed and withdrew it. */
export async function relationWithAuthors<Found extends RelationRow>(
  ports: Ports,
  found: Found | { refusal: Refusal },
): Promise<Named<Found> | { refusal: Refusal }> {
  if ('refusal' in found) return found;
  const name = await naming(ports, [found]);
  return name(found);
}

async function naming(ports: Ports, all: readonly Authored[]) {
  const ids = all.flatMap(({ by, confirmedBy, withdrawnBy }) => [by, confirmedBy, withdrawnBy]);
  const people = await ports.people([...new Set(ids.filter((each) => each !== undefined))]);
  const nameOf = (id: string) => people.get(id)?.name ?? '';
  return <T extends Authored>(each: T): Named<T> => ({
    ...each,
    byName: nameOf(each.by),
    ...(each.confirmedBy === undefined ? {} : { confirmedByName: nameOf(each.confirmedBy) }),
    ...(each.withdrawnBy === undefined ? {} : { withdrawnByName: nameOf(each.withdrawnBy) }),
  });
}
