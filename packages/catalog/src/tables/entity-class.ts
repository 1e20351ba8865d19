import law from '../../data/law/entity-classes.json' with { type: 'json' };

/**
 * Where small ends and where medium ends. Of persons (annual work units) the first number that no longer belongs to
 * the size, of turnover and balance sheet (euros) the last that still does.
 */
export interface EnterpriseCeilings {
  readonly persons: readonly [small: number, medium: number];
  readonly turnover: readonly [small: number, medium: number];
  readonly balance: readonly [small: number, medium: number];
}

/** The least that a national maximum must allow: the higher of a sum in euros and a share of worldwide turnover. */
export interface FineFloor {
  readonly class: 'essential' | 'important';
  readonly provision: string;
  readonly amount: number;
  readonly percent: number;
}

/** Kinds of entity that a provision treats alike. */
export type EntityGroup = keyof typeof law.groups;

export interface EntityClassLaw {
  readonly ceilings: EnterpriseCeilings;
  readonly fines: readonly FineFloor[];
  /** By group the ids of its activities. */
  readonly groups: Readonly<Record<EntityGroup, readonly string[]>>;
  /** ISO 3166 alpha-2 codes. */
  readonly memberStates: readonly string[];
}

// The compiler widens pairs to lists; tables.test.ts checks the shape.
const SHIPPED = law as unknown as EntityClassLaw;

/** The numbers in EU law that the class of an entity, and what follows from it, are worked out with. */
export function entityClassLaw(): EntityClassLaw {
  return SHIPPED;
}
