import canonicalize from 'canonicalize';

/** A fact or value that can not be sealed: not plain JSON, not well-formed Unicode, or too long. A bug or bad input. */
export class Unsealable extends Error {
  override readonly name = 'Unsealable';
}

const loneSurrogate = /\p{Surrogate}/u;
const deepest = 64;

/**
 * Canonical JSON (RFC 8785) of a plain JSON value. Members that are `undefined` are left out, as JSON does.
 * Throws `Unsealable`, naming the member, for lone surrogates, numbers that are not finite, anything that is not
 * plain JSON (a Date, a Map, a bigint …) and nesting deeper than 64.
 */
export function canonicalText(value: unknown): string {
  refuseUnsealable(value, '', 0);
  return canonicalize(value) ?? 'null';
}

function refuseUnsealable(value: unknown, path: string, depth: number): void {
  if (depth > deepest) throw new Unsealable(`${place(path)} is nested deeper than ${deepest} levels`);
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') refuseIllFormed(value, path);
  else if (typeof value === 'number') refuseInfinite(value, path);
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) refuseUnsealable(item, `${path}[${index}]`, depth + 1);
  else refuseInObject(value, path, depth);
}

function refuseInObject(value: unknown, path: string, depth: number): void {
  refuseNotPlain(value, path);
  for (const [name, member] of Object.entries(value)) {
    refuseIllFormed(name, path);
    if (member !== undefined) refuseUnsealable(member, `${path}.${name}`, depth + 1);
  }
}

function refuseIllFormed(text: string, path: string): void {
  if (loneSurrogate.test(text))
    throw new Unsealable(`${place(path)} is not well-formed Unicode (lone surrogate)`);
}

function refuseInfinite(number: number, path: string): void {
  if (!Number.isFinite(number)) throw new Unsealable(`${place(path)} is ${number}, not a finite number`);
}

function refuseNotPlain(value: unknown, path: string): asserts value is Record<string, unknown> {
  const prototype = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  if (prototype !== Object.prototype && prototype !== null)
    throw new Unsealable(`${place(path)} is not plain JSON (${Object.prototype.toString.call(value)})`);
}

function place(path: string): string {
  return path === '' ? 'the value' : path.replace(/^\./, '');
}
