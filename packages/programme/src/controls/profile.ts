import { type Dated, type RecordName, valueOn } from '../foundation/index.ts';
import { requirementKey } from './requirement.ts';

/** How soon something is wanted. */
export const priorities = ['low', 'medium', 'high'] as const;
export type Priority = (typeof priorities)[number];

/** A profile of a framework's outcomes for one scope: what is wanted of each, beside what is reached. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly framework: string;
  readonly scope: string;
  /** The facts and assumptions it is made on; '' while none are stated. */
  readonly assumptions: string;
  readonly tiers: ProfileTiers;
  /** The organisation's own scale, where it scores outcomes at all. */
  readonly scale?: ScoreScale | undefined;
  /** Day from which it is no longer kept. */
  readonly retiredOn?: string | undefined;
  readonly seq: number;
}

/** The rigour of governing and of managing, as it is and as it is wanted: chosen, and never worked out from scores. */
export const tierChoices = [
  'governanceCurrent',
  'governanceTarget',
  'managementCurrent',
  'managementTarget',
] as const;
export type TierName = (typeof tierChoices)[number];

/** 1 to 4, with why and the day from which it holds. */
export interface TierChoice {
  readonly tier: number;
  readonly rationale: string;
  readonly by: string;
}

/** Every choice of each of the four, in the order recorded; null from the day on which one was taken back. */
export type ProfileTiers = {
  readonly [Name in TierName]?: readonly Dated<TierChoice | null>[] | undefined;
};

/** What holds on a day, with the day from which it does. */
export function entryOn<T>(history: readonly Dated<T>[], on: string): Dated<T> | undefined {
  return valueOn(
    history.map((entry) => ({ from: entry.from, value: entry })),
    on,
  );
}

/** The tiers that were chosen as of a day, each with the day from which it holds. */
export function tiersOn(
  { tiers }: Profile,
  on: string,
): { readonly [Name in TierName]?: TierChoice & { readonly from: string } } {
  const chosen = tierChoices.flatMap((name) => {
    const { from, value } = entryOn(tiers[name] ?? [], on) ?? { from: '', value: null };
    return value ? [[name, { ...value, from }] as const] : [];
  });
  return Object.fromEntries(chosen);
}

/** A scale of the organisation's own: from 2 to 11 values, lowest first. */
export interface ScoreScale {
  readonly levels: readonly { readonly value: number; readonly label: string }[];
}

/** How an outcome was scored on the profile's scale. Not assessed is no score, and never 0. */
export interface Score {
  readonly value: number;
  readonly policy?: number | undefined;
  readonly practice?: number | undefined;
  readonly rationale: string;
  readonly by: string;
}

/** What the organisation says of one outcome as it is today. Texts are '' while nothing is said. */
export interface OutcomeStatus extends Readonly<Record<StatusText, string>> {
  /** Whether the profile includes the outcome; undefined while nobody said. */
  readonly included?: boolean | undefined;
  readonly priority?: Priority | undefined;
  /** The priority in words that say more than its level. */
  readonly priorityText: string;
  readonly by: string;
  readonly seq: number;
}

/** The texts of a status; the first says why an outcome is included or not, the second how it stands. */
export const statusTexts = [
  'rationale',
  'status',
  'policies',
  'practices',
  'roles',
  'references',
  'artifacts',
  'notes',
  'considerations',
] as const;
export type StatusText = (typeof statusTexts)[number];

/** What is wanted in words, beside why. */
export const targetTexts = ['policies', 'practices', 'roles', 'references', 'notes'] as const;
export type TargetText = (typeof targetTexts)[number];

/** Where a target was taken from: another organisation's workbook, or a selection of the framework. */
export interface TargetSource {
  readonly kind: 'workbook' | 'selection';
  readonly name: string;
  /** SHA-256 of the file it was read from. */
  readonly hash?: string | undefined;
}

/** What a profile wants of one outcome. `tier` is the rigour wanted for it, 1 to 4. */
export interface Target extends Readonly<Partial<Record<TargetText, string | undefined>>> {
  readonly wanted: boolean;
  readonly priority?: Priority | undefined;
  readonly priorityText?: string | undefined;
  readonly tier?: number | undefined;
  /** The value wanted on the profile's own scale. */
  readonly score?: number | undefined;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
  readonly rationale: string;
  /** Absent for a target of the organisation's own. */
  readonly source?: TargetSource | undefined;
  readonly by: string;
  readonly seq: number;
}

/** What a profile keeps of one outcome, under one key: `profile:framework/requirement`. */
export function targetKey(profile: string, framework: string, requirement: string): string {
  return `${profile}:${requirementKey(framework, requirement)}`;
}

export function targetRecord(profile: string, framework: string, requirement: string): RecordName {
  return { kind: 'target', id: targetKey(profile, framework, requirement) };
}
