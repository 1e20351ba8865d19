import { type AttributeTable, assessableOf, attributeTable } from '@concord/catalog';
import type { Refusal } from '@concord/programme';
import { type Envelope, openView, type ViewAsked } from '../envelope.ts';
import { sayIn } from '../language/say.ts';
import { basisOf } from './basis.ts';
import { attributes, type DiversityRow, diversityRow, valuesOf } from './diversity-row.ts';
import { leftOut, type Remark, remarksOn } from './remark.ts';

export interface ControlDiversity extends Envelope {
  /** Where the attributes come from; `present` is false where their table was left out of this build. */
  readonly attributes: Pick<AttributeTable, 'title' | 'edition' | 'source' | 'licence'> & {
    readonly present: boolean;
  };
  /** Whose computation the remarks and what a value rests on are. */
  readonly remarksAre: string;
  readonly remarks: readonly Remark[];
  readonly rows: readonly DiversityRow[];
}

/**
 * How the controls are spread over the five attributes that ISO/IEC 27002 gives those of Annex A: by purpose, property,
 * concept, capability and domain. The attributes are the standard's; what they show of ours is our own computation.
 */
export function controlDiversity(
  asked: ViewAsked,
  table: AttributeTable = attributeTable(),
): ControlDiversity | { refusal: Refusal } {
  const opened = openView(asked, table.framework);
  if ('refusal' in opened) return opened;
  const basis = basisOf(asked, opened, table);
  const rows = attributes.flatMap((attribute) =>
    valuesOf(table, attribute).map((value) => diversityRow(basis, attribute, value)),
  );
  const controls = assessableOf(opened.framework).filter(({ level }) => level === 'control');
  const annexA = controls.map(({ id }) => id);
  const { title, edition, source, licence } = table;
  const present = rows.length > 0;
  const say = sayIn(asked);
  return {
    ...opened.envelope('control-diversity', annexA),
    attributes: { title, edition, source, licence, present },
    remarksAre: say('diversity.own'),
    remarks: present ? remarksOn(rows, basis, say) : [leftOut(say)],
    rows,
  };
}
