import regulation from '../../data/conditions/nis2-2024-2690.json' with { type: 'json' };

/** A phrase by which the publisher leaves room in what it asks. */
export interface Condition {
  /** A point within a requirement, or a letter within a point. */
  readonly requirement: string;
  /** The publisher's phrase; `only for who does it` where what is asked begins with an activity. */
  readonly wording:
    | 'where appropriate'
    | 'where applicable'
    | 'to the extent feasible'
    | 'only for who does it';
  /**
   * All that it asks with what it lists, only what it lists, a part of it, or only whether an update follows a review.
   * Our reading.
   */
  readonly governs: 'all' | 'listed' | 'part' | 'update';
}

interface ConditionFile {
  readonly framework: string;
  readonly conditions: readonly Condition[];
}

// The compiler widens the literals of a JSON module; tables.test.ts checks the shape.
const SHIPPED = [regulation] as unknown as readonly ConditionFile[];

/** Where a framework leaves room, in the order of the publication; empty where we have no such list. */
export function conditionsOf(framework: string): readonly Condition[] {
  return SHIPPED.find((file) => file.framework === framework)?.conditions ?? [];
}
