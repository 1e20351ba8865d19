import type { JsonSchema, Member } from '@concord/operations';
import { notAmong } from './meant.ts';
import { UsageError } from './usage-error.ts';

/** What stands behind an option that needs something there; a variable of the shell that is not set leaves it empty. */
export function needValue(name: string, value: string | true): string {
  if (value === true) throw new UsageError(`--${name} needs a value.`);
  if (value === '') throw new UsageError(`--${name} needs a value, and the one given is empty.`);
  return value;
}

/** What `--no-…` sets a member to. */
export function clearedValue({ schema }: Member): unknown {
  if (schema.type === 'boolean') return false;
  return schema.type === 'array' ? [] : null;
}

/** The value of an option, of the type that the schema states, and one of those that it allows. */
export function readValue(schema: JsonSchema, value: string | true, name: string): unknown {
  const read = readTyped(schema, value, name);
  checkAllowed(schema, read, `--${name}`);
  return read;
}

/** What may be said is told here and not asked first: so a slip is named before anything else is looked for. */
export function checkAllowed(schema: JsonSchema, read: unknown, named: string): void {
  const allowed = allowedBy(schema);
  if (allowed === undefined) return;
  for (const value of Array.isArray(read) ? read : [read])
    if (typeof value === 'string' && !allowed.includes(value))
      throw new UsageError(notAmong(named, value, allowed));
}

/** The values that a schema takes and no others; undefined where it takes any. */
export function allowedBy({ enum: allowed, items, anyOf = [] }: JsonSchema): readonly string[] | undefined {
  const texts = allowed?.filter((each) => typeof each === 'string');
  if (texts !== undefined) return texts;
  if (items !== undefined) return allowedBy(items);
  const ways = anyOf.filter(({ type }) => type !== 'null').map(allowedBy);
  return ways.some((way) => way === undefined) || ways.length === 0
    ? undefined
    : ways.flatMap((way) => way ?? []);
}

function readTyped(schema: JsonSchema, value: string | true, name: string): unknown {
  const types = typesOf(schema);
  if (schema.fromFile !== undefined || schema.secret !== undefined) return needValue(name, value);
  if (types.includes('boolean')) return readBoolean(value, name);
  if (value === true) throw new UsageError(`--${name} needs a value.`);
  if (value === 'null' && types.includes('null') && !types.includes('string')) return null;
  if (types.includes('array')) return schema.oneEach ? [value] : readList(schema.items ?? {}, value, name);
  if (types.includes('integer')) return readNumber(value, `--${name} is a whole number`);
  if (types.includes('number') && !types.includes('string'))
    return readNumber(value, `--${name} is a number`);
  if (types.includes('object')) return readObject(schema, value, name);
  return value;
}

function typesOf(schema: JsonSchema): readonly string[] {
  if (schema.anyOf) return schema.anyOf.flatMap(typesOf);
  return typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
}

function readBoolean(value: string | true, name: string): boolean {
  if (value === true || value === 'true' || value === 'yes') return true;
  if (value === 'false' || value === 'no') return false;
  throw new UsageError(`--${name} is yes or no, not “${value}”.`);
}

function readNumber(value: string, rule: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new UsageError(`${rule}, written in digits, not “${value}”.`);
  return Number(value);
}

function readList(items: JsonSchema, value: string, name: string): unknown[] {
  if (typesOf(items).includes('object')) {
    const read = readObject(items, value, name);
    return Array.isArray(read) ? read : [read];
  }
  return value.split(',').map((each) => each.trim());
}

/** JSON, or for an object that needs two members and no more `first:second`; behind a framework a slash will do. */
function readObject(schema: JsonSchema, value: string, name: string): unknown {
  const [first, second, third] = schema.required ?? [];
  const [between, either] = first === 'framework' ? ['/', /[/:]/] : [':', /:/];
  const at = value.search(either);
  if (!value.startsWith('{') && first && second && !third && at > 0) {
    return { [first]: value.slice(0, at), [second]: value.slice(at + 1) };
  }
  try {
    return JSON.parse(value);
  } catch {
    throw new UsageError(
      `--${name} is JSON${first && second && !third ? ` or ${first}${between}${second}` : ''}.`,
    );
  }
}
