import { say } from '@concord/catalog';
import {
  type Claim,
  controlNamed,
  type Evidence,
  evidenceOf,
  type Refusal,
  refuse,
} from '@concord/programme';
import { claimsBy, type LibraryAsked, type LibraryRow, libraryRow, scopeOf } from './control-library.ts';
import { standingOn } from './coverage/feed.ts';
import { type Masked, maySee, visibleClaim, visibleEvidence } from './reader.ts';

export interface ControlSheet extends LibraryRow {
  readonly statement: string;
  readonly design: string;
  readonly scopes: readonly string[];
  readonly condition: string;
  readonly conditionHolds: boolean;
  /** Where it stands, in words. */
  readonly word: string;
  readonly claimed: readonly Masked<Claim>[];
  readonly evidence: readonly Masked<Evidence>[];
}

/** One control with its claims and everything ever recorded to show that it works. */
export function controlSheet(asked: LibraryAsked, named: string): ControlSheet | { refusal: Refusal } {
  const control = controlNamed(asked.programme.controls, named);
  if ('refusal' in control) return control;
  const { programme, on, reader } = asked;
  // In the same words as for one that does not exist, or the refusal would tell.
  if (!maySee(reader, control.owner)) {
    return refuse('missing', 'control.unknown', { control: named, at: 'control' });
  }
  const { statement, design, scopes, condition, conditionHolds } = control;
  const { state } = standingOn(programme, control, { scope: scopeOf(control), on });
  return {
    ...libraryRow(asked, control),
    statement,
    design,
    scopes,
    condition,
    conditionHolds,
    word: say('en', `control.${state.why}`),
    claimed: claimsBy(programme, control.id).map((claim) => visibleClaim(programme, reader, claim)),
    evidence: evidenceOf(programme.controls, control.id).map((piece) =>
      visibleEvidence(programme, reader, piece),
    ),
  };
}
