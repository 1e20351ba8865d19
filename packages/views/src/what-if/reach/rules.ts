/**
 * What follows from what, as far as "met" goes (methods 4.6): a requirement is known to be met only where a rule says so
 * whose controls all work and whose sources are all met. So the calculus, asked for this alone, is a set of such rules.
 */
export interface Rule {
  /** Places of controls that do not work yet; each once. */
  readonly needs: readonly number[];
  /** Nodes that must be met. */
  readonly from: readonly number[];
  /** The node that is met then. */
  readonly gives: number;
}

/** So many of these nodes are wanted. */
export interface Wanted {
  readonly nodes: readonly number[];
  readonly atLeast: number;
}

/** A set-covering problem over rules: the fewest controls that, once they work, satisfy every wish. */
export interface Problem {
  /** How many controls there are to choose from; their places are 0 to this. */
  readonly controls: number;
  readonly nodes: number;
  readonly rules: readonly Rule[];
  readonly wanted: readonly Wanted[];
}
