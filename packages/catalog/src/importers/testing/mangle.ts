import fc from 'fast-check';

/** One thing done to a document: where (each number picks among what is there) and what takes its place. */
export interface Mangling {
  readonly path: readonly number[];
  readonly junk: unknown;
  readonly how: 'replace' | 'delete' | 'repeat' | 'rename';
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    0,
    -1,
    1.5,
    true,
    '',
    ' ',
    [],
    {},
    [[]],
    [null],
    '__proto__',
    'constructor',
  ),
  fc.constantFrom<unknown>(
    '{{ insert: param, ',
    'urn:::',
    'a'.repeat(400),
    '\u0000\u202e',
    '(((',
    ': : :',
    '#',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Up to six manglings of a document. */
export const manglings: fc.Arbitrary<readonly Mangling[]> = fc.array(
  fc.record({
    path: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 14 }),
    junk,
    how: fc.constantFrom('replace' as const, 'delete' as const, 'repeat' as const, 'rename' as const),
  }),
  { minLength: 1, maxLength: 6 },
);

/** A copy of the document with the manglings done to it, one after the other. */
export function mangle(document: unknown, done: readonly Mangling[]): unknown {
  const copy = structuredClone({ document });
  for (const mangling of done) mangleOnce(copy, mangling);
  return copy.document;
}

function mangleOnce(root: object, { path, junk: thing, how }: Mangling): void {
  let holder = root as Record<string, unknown>;
  let key = 'document';
  for (const choice of path) {
    const next = holder[key];
    if (typeof next !== 'object' || next === null) break;
    const keys = Object.keys(next);
    if (keys.length === 0) break;
    holder = next as Record<string, unknown>;
    key = keys[choice % keys.length]!;
  }
  // Only what JSON can hold: lists without holes and without names.
  if (how === 'delete' && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (how === 'delete') delete holder[key];
  else if (how === 'repeat' && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
  else if (how === 'rename' && typeof thing === 'string' && !Array.isArray(holder)) {
    const value = holder[key];
    Object.defineProperty(holder, thing, { value, enumerable: true, writable: true, configurable: true });
  } else holder[key] = thing;
}
