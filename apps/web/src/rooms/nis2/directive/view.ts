import type { AnswerOf } from '@concord/operations/client';

export type Duties = AnswerOf<'view nis2-duties'>;
export type Duty = Duties['rows'][number];
export type Annex = NonNullable<Duties['technical']>;
export type Point = Annex['rows'][number];
export type Finding = Duties['checks'][number];
export type BeyondRow = Duties['beyondIso27001']['rows'][number];
export type EntityFound = AnswerOf<'view nis2-class'>['rows'][number];
export type ClassFound = AnswerOf<'nis2-class try'>;
export type EntityKept = AnswerOf<'entities list'>['rows'][number];

export const directive = 'nis2-directive';
export const regulation = 'nis2-2024-2690';
export const iso = 'iso27001-2022';
