import { say, sayAlike } from '@concord/catalog';
import type { z } from 'zod';

type RawIssue = z.core.$ZodRawIssue;
type Issue = z.core.$ZodIssue;

/** What was asked for, as we call it. */
const kinds: Readonly<Record<string, string>> = {
  string: 'input.kind.text',
  number: 'input.kind.number',
  int: 'input.no-count',
  boolean: 'input.no-flag',
  date: 'input.no-day',
  array: 'input.kind.list',
  tuple: 'input.kind.list',
  set: 'input.kind.list',
  object: 'input.kind.object',
  record: 'input.kind.object',
  map: 'input.kind.object',
};

const forms: Readonly<Record<string, string>> = {
  email: 'input.no-mail',
  url: 'input.no-address',
  date: 'input.no-day',
  duration: 'input.no-duration',
};

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

type Words = {
  readonly [Code in Issue['code']]: (issue: Extract<RawIssue, { code: Code }>, say: Say) => string;
};

/** For every kind of issue what we say of it; what is allowed is named. */
const words: Words = {
  invalid_type: ({ expected }, told) => told(kinds[expected] ?? 'input.kind.other'),
  invalid_value: ({ values }, told) =>
    values.length === 1
      ? told('input.only', { value: String(values[0]) })
      : told('input.one-of', { values: values.map(String).join(', ') }),
  too_big: ({ maximum, origin, inclusive }, told) =>
    told(boundKeys(origin, inclusive ?? true).big, { count: Number(maximum), bound: Number(maximum) }),
  too_small: ({ minimum, origin, inclusive }, told) =>
    hasParts(origin) && Number(minimum) === 1
      ? told('input.empty')
      : told(boundKeys(origin, inclusive ?? true).small, { count: Number(minimum), bound: Number(minimum) }),
  invalid_format: ({ format }, told) => told(forms[format] ?? 'input.form'),
  not_multiple_of: ({ divisor }, told) => told('input.no-multiple', { of: divisor }),
  unrecognized_keys: (_issue, told) => told('input.unknown-member'),
  invalid_union: (_issue, told) => told('input.no-way'),
  invalid_key: (_issue, told) => told('input.within'),
  invalid_element: (_issue, told) => told('input.within'),
  custom: (_issue, told) => told('input.wrong'),
};

function hasParts(origin: string): boolean {
  return origin === 'string' || ['array', 'set', 'map', 'file'].includes(origin);
}

function boundKeys(origin: string, inclusive: boolean): { readonly big: string; readonly small: string } {
  if (origin === 'string') return { big: 'input.too-long', small: 'input.too-short' };
  if (hasParts(origin)) return { big: 'input.too-many', small: 'input.too-few' };
  return inclusive
    ? { big: 'input.too-great', small: 'input.too-little' }
    : { big: 'input.too-great.itself', small: 'input.too-little.itself' };
}

/** What is said in a language of an issue for which the schema itself has no words. */
export function wordsFor(language: string): (issue: RawIssue) => string {
  const told: Say = (key, params) => say(language, key, params);
  return (issue) => {
    if (issue.input === undefined && issue.code.startsWith('invalid_')) return told('input.missing');
    const tell = words[issue.code as Issue['code']] as (issue: RawIssue, told: Say) => string;
    return tell(issue, told);
  };
}

/** The words of an issue, whose own English ones are translated; those of `wordsFor` stay. */
export function inWords({ message }: Issue, language: string): string {
  return sayAlike(language, 'input.', message.replace(/\.$/, ''));
}
