import { type AttributeTable, assessableOf, attributesOf, type ControlAttributes } from '@concord/catalog';
import { applicabilityKey, valueOn } from '@concord/programme';
import type { Standing } from '../coverage/feed.ts';
import type { CoverageRow } from '../coverage/row.ts';
import type { Opened, ViewAsked } from '../envelope.ts';
import { maySee } from '../reader.ts';

export type ApplicabilityOf = 'applicable' | 'excluded' | 'undecided';

/** A control of Annex A with its attributes, how it stands, and the controls of ours that are claimed for it. */
export interface AnnexControl {
  readonly attributes: ControlAttributes;
  readonly row: CoverageRow;
  readonly applicability: ApplicabilityOf;
  readonly controls: readonly Standing[];
}

/** Without code and id where the reader may not see it. */
export interface NamedControl {
  readonly id?: string;
  readonly code?: string;
  readonly name?: string;
}

export interface Basis {
  readonly annexA: readonly AnnexControl[];
  /** A control of ours as the reader may see it. */
  readonly named: (standing: Standing) => NamedControl;
}

/** What diversity is counted over; only confirmed claims that no gate keeps a hint count. */
export function basisOf(asked: ViewAsked, opened: Opened, table: AttributeTable): Basis {
  const { framework, worked } = opened;
  const annexA = assessableOf(framework).flatMap(({ id }) => {
    const attributes = attributesOf(framework.id, id, table);
    const row = worked.rows.get(id);
    if (!attributes || !row) return [];
    return [
      {
        attributes,
        row,
        applicability: applicabilityOf(asked, opened, id),
        controls: claimedFor(opened, id),
      },
    ];
  });
  return { annexA, named: (standing) => named(asked, standing) };
}

function claimedFor({ worked: { coverage } }: Opened, requirement: string): Standing[] {
  const counting = (coverage.claims.get(requirement) ?? []).filter(({ read }) => read.capped === undefined);
  const ids = new Set(counting.flatMap(({ stated }) => stated.controls));
  return [...ids].map((id) => coverage.standings.get(id)).filter((each) => each !== undefined);
}

function applicabilityOf(
  { programme, on }: ViewAsked,
  { scope, framework }: Opened,
  id: string,
): ApplicabilityOf {
  const key = applicabilityKey(scope, framework.id, id);
  const decided = valueOn(programme.controls.applicability.get(key) ?? [], on);
  return decided === undefined ? 'undecided' : decided.applicable ? 'applicable' : 'excluded';
}

function named({ reader }: ViewAsked, { control: { id, code, name, owner } }: Standing): NamedControl {
  return maySee(reader, owner) ? { id, code, name } : {};
}
