import { F, FP, type Knowledge, N, P, PN, U } from './knowledge.ts';

/** How the obligations of one thing lie to those of another. SUB and SUP are proper (methods 4.6). */
export type RelationName = 'EQ' | 'SUB' | 'SUP' | 'INT' | 'DIS';

/** A set of relations that are still possible, as bits: EQ = 1, SUB = 2, SUP = 4, INT = 8, DIS = 16. */
export type Relations = number;

export const EQ: Relations = 1;
const SUB: Relations = 2;
export const SUP: Relations = 4;
export const INT: Relations = 8;
export const DIS: Relations = 16;
/** Some overlap, not said which: what a published concept crosswalk row says. */
export const REL: Relations = EQ | SUB | SUP | INT;
/** Nothing is known, not even relatedness. */
export const ANY: Relations = 31;

const NAMES: readonly RelationName[] = ['EQ', 'SUB', 'SUP', 'INT', 'DIS'];
const SINGLES: readonly Relations[] = [EQ, SUB, SUP, INT, DIS];

const BITS: Readonly<Record<RelationName | 'REL', Relations>> = { EQ, SUB, SUP, INT, DIS, REL };

/** The set for a relation's name; `REL` names the indefinite one. */
export function relationsOf(name: RelationName | 'REL'): Relations {
  return BITS[name];
}

/** The names of the relations in a set, in the order EQ, SUB, SUP, INT, DIS. */
export function relationNames(relations: Relations): RelationName[] {
  return NAMES.filter((_, at) => relations & (1 << at));
}

/** The relation read the other way: SUB and SUP change places, the others are symmetric. */
export function inverse(relations: Relations): Relations {
  return (relations & ~(SUB | SUP)) | (relations & SUB ? SUP : 0) | (relations & SUP ? SUB : 0);
}

/** The name of a relation read the other way. */
export function inverseName<Name extends RelationName | 'REL'>(name: Name): Name | 'SUB' | 'SUP' {
  return name === 'SUB' ? 'SUP' : name === 'SUP' ? 'SUB' : name;
}

/** Table A as printed: rows the state of X (F, P, N), columns X EQ, SUB, SUP, INT, DIS Y. */
const TABLE_A: readonly (readonly Knowledge[])[] = [
  [F, FP, F, FP, U],
  [P, P, U, U, U],
  [N, PN, N, PN, U],
];

function inferFresh(knowledge: Knowledge, relations: Relations): Knowledge {
  let allowed = 0;
  TABLE_A.forEach((row, state) => {
    row.forEach((cell, relation) => {
      if (knowledge & (1 << state) && relations & (1 << relation)) allowed |= cell;
    });
  });
  return allowed;
}

const INFERRED = Uint8Array.from({ length: 256 }, (_, at) => inferFresh(at >> 5, at & ANY));

/** Table A of methods 4.6: which states Y can have, given what is known of X and that X r Y. */
export function infer(knowledge: Knowledge, relations: Relations): Knowledge {
  return INFERRED[(knowledge << 5) | relations]!;
}

/** Table B as printed (RCC-5): rows X r1 Y, columns Y r2 Z, both in the order EQ, SUB, SUP, INT, DIS. */
const TABLE_B: readonly (readonly Relations[])[] = [
  [EQ, SUB, SUP, INT, DIS],
  [SUB, SUB, ANY, SUB | INT | DIS, DIS],
  [SUP, REL, SUP, SUP | INT, SUP | INT | DIS],
  [INT, SUB | INT, SUP | INT | DIS, ANY, SUP | INT | DIS],
  [DIS, SUB | INT | DIS, DIS, SUB | INT | DIS, ANY],
];

/** Table B of methods 4.6: how X can lie to Z, given X r1 Y and Y r2 Z. Two crosswalk hops give ANY. */
export function compose(first: Relations, second: Relations): Relations {
  let composed = 0;
  SINGLES.forEach((left, row) => {
    SINGLES.forEach((right, column) => {
      if (first & left && second & right) composed |= TABLE_B[row]![column]!;
    });
  });
  return composed;
}
