import type { AnswerOf } from '@concord/operations/client';

type Refusable<T> = Exclude<T, { readonly refusal: unknown }>;

/** A control as the list has it. */
export type LibraryRow = AnswerOf<'controls list'>['rows'][number];
/** A control whole, with its claims. */
export type ControlSheet = Refusable<AnswerOf<'controls show'>>;
export type SheetClaim = ControlSheet['claimed'][number];
export type EvidencePiece = Refusable<AnswerOf<'evidence list'>>['rows'][number];
export type StarterRow = AnswerOf<'library list'>['rows'][number];
