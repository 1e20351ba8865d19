import { type Member, membersOf, pathMembers, type Row } from '@concord/operations';
import { optionOf } from './line/arguments.ts';
import { cut } from './line/cells.ts';

/** What was asked, as far as a refusal speaks of it. */
export interface Typed {
  readonly row: Row | undefined;
  readonly input: Readonly<Record<string, unknown>>;
}

interface Fault {
  readonly at: string;
  readonly code?: string;
  readonly detail: string;
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly path?: string;
  readonly errors?: readonly Fault[];
  readonly notices?: readonly string[];
}

/** A refusal in words. What is at fault is called as it is typed, and shown as it was. */
export function problemInWords(text: string, status: number, typed: Typed): string {
  const problem = readProblem(text);
  if (problem === undefined) return text;
  const { code, detail = text, path = '', errors = [], notices = [] } = problem;
  if (errors.length > 0 && errors.every((each) => each.code === 'input.fault'))
    return errors.map((each) => `${faultInWords(each, typed)}`).join(' ');
  const place = placeTyped(path, typed.row);
  const places = errors.map(
    ({ at, detail: each }) => `\n  ${at === '' ? '' : `${placeTyped(at, typed.row)}: `}${each}`,
  );
  // That there is no such entry is so whatever is known.
  const then = status === 404 && code !== 'ledger.no-position' ? asKnownThen(typed) : '';
  return `${detail}${place === '' ? '' : ` (${place})`}${places.join('')}${notices.map((notice) => `\n  ${notice}`).join('')}${then}`;
}

/** A refusal as it was sent; undefined where somebody else answered, in words of their own. */
export function readProblem(text: string): Problem | undefined {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return undefined;
  }
}

/** What is missing at an earlier position may have been recorded since: that it was asked there is said. */
function asKnownThen({ input: { knownAt } }: Typed): string {
  return knownAt === undefined
    ? ''
    : ` That is so as known at entry ${knownAt}; without --known-at you are told what is known now.`;
}

function faultInWords({ at, detail }: Fault, { row, input }: Typed): string {
  const value = valueTyped(at, row, input);
  return `${placeTyped(at, row)}: ${value === undefined ? '' : `“${cut(value)}” `}${detail}`;
}

/** The value at a place, where it was typed as it is: no secret, nothing that stands in a file, no part of an object. */
function valueTyped(at: string, row: Row | undefined, input: Typed['input']): string | undefined {
  const [, name = '', index] = /^(\w+)(?:\[(\d+)\])?$/.exec(at) ?? [];
  const schema = memberNamed(name, row)?.schema;
  if (schema === undefined || schema.secret !== undefined || schema.fromFile !== undefined) return undefined;
  const whole = input[name];
  const value = index === undefined ? whole : (whole as readonly unknown[] | undefined)?.[Number(index)];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** A place in the input as the line has it: `knownAt` is `--known-at`, what stands in the address is a word. */
function placeTyped(at: string, row: Row | undefined): string {
  const [name = ''] = /^\w+/.exec(at) ?? [];
  const member = memberNamed(name, row);
  if (row === undefined || member === undefined) return at;
  const called = pathMembers(row).includes(name) ? name.toUpperCase() : `--${optionOf(member)}`;
  return `${called}${at.slice(name.length)}`;
}

function memberNamed(name: string, row: Row | undefined): Member | undefined {
  return row && membersOf(row).find((member) => member.name === name);
}
