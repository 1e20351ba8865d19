import {
  type Claim,
  controlNamed,
  type Evidence,
  evidenceOf,
  type Refusal,
  refuse,
} from '@concord/programme';
import { standingOn } from '../coverage/feed.ts';
import { sayIn } from '../language/say.ts';
import { type Masked, maySee, visibleClaim, visibleEvidence } from '../reader.ts';
import { type LibraryAsked, type LibraryRow, libraryRow } from './control-library.ts';
import { claimsBy, lineOf, scopeOf } from './line.ts';

export interface SheetClaim extends Masked<Claim> {
  /** Codes of the other controls that it is claimed together with, those the reader may see. */
  readonly together: readonly string[];
}

export interface ControlSheet extends LibraryRow {
  readonly statement: string;
  /** How somebody finds out whether it works. */
  readonly test?: string | undefined;
  readonly usualEvidence?: readonly string[] | undefined;
  /** Where it was taken from: `starter-library/<edition>/<code>`. */
  readonly source?: string | undefined;
  readonly scopes: readonly string[];
  readonly condition: string;
  readonly conditionHolds: boolean;
  /** Where it stands, in words. */
  readonly word: string;
  readonly claimed: readonly SheetClaim[];
  readonly evidence: readonly Masked<Evidence>[];
}

/** One control with its claims and everything ever recorded to show that it works. */
export function controlSheet(
  asked: Omit<LibraryAsked, 'memory'>,
  named: string,
): ControlSheet | { refusal: Refusal } {
  const control = controlNamed(asked.programme.controls, named);
  if ('refusal' in control) return control;
  const { programme, on, reader } = asked;
  // In the same words as for one that does not exist, or the refusal would tell.
  if (!maySee(reader, control.owner)) {
    return refuse('missing', 'control.unknown', { control: named, at: 'control' });
  }
  const { statement, test, usualEvidence, source, scopes, condition, conditionHolds } = control;
  const line = lineOf(control, claimsBy(programme, control.id), 0);
  const standing = standingOn(programme, control, { scope: scopeOf(control), on });
  return {
    ...libraryRow(asked, line, standing),
    statement,
    scopes,
    condition,
    conditionHolds,
    test,
    usualEvidence,
    source,
    word: sayIn(asked)(`control.${standing.state.why}`),
    claimed: line.claimed.map((claim) => claimShown(asked, claim, control.id)),
    evidence: evidenceOf(programme.controls, control.id).map((piece) =>
      visibleEvidence(programme, reader, piece),
    ),
  };
}

function claimShown(
  { programme, reader }: Pick<LibraryAsked, 'programme' | 'reader'>,
  claim: Claim,
  own: string,
) {
  const visible = visibleClaim(programme, reader, claim);
  const others = visible.controls.filter((id) => id !== own);
  const together = others.map((id) => programme.controls.controls.get(id)?.code ?? id).sort();
  return { ...visible, together };
}
