import type { AnswerOf } from '@concord/operations/client';

export type CsfView = AnswerOf<'view csf-profile'>;
export type Outcome = CsfView['rows'][number];
export type Group = CsfView['groups'][number];
export type Gap = CsfView['gaps'][number];
export type Target = NonNullable<Outcome['target']>;
export type Scale = NonNullable<CsfView['scale']>;
export type ProfileKept = AnswerOf<'profiles list'>['rows'][number];

/** The edition that profiles here are of. */
export const csf = 'nist-csf-2.0';

export const priorities = ['high', 'medium', 'low'] as const;
export type Priority = (typeof priorities)[number];

/** Tiers of CSWP 29, Appendix B, lowest first. */
export const tierNumbers = [1, 2, 3, 4] as const;

/** The name of a person by the id in a view; the id where the reader may not know it. */
export function personIn(view: CsfView, id: string | undefined): string {
  if (id === undefined) return '';
  const people = 'people' in view ? (view.people as Readonly<Record<string, string>>) : {};
  return people[id] ?? id;
}
