import type { Findings } from '../../draft/finding.ts';
import { member, oneOrMore, records, type Spot, textAt } from '../../draft/spot.ts';
import { slug } from '../../draft/wording.ts';
import { oscalNamespace } from '../identifier.ts';
import { ownValues } from '../statement.ts';
import { type RecordRead, recordOf } from './record.ts';

/** A component that is taken in as a control. */
export interface ComponentRead {
  readonly spot: Spot;
  readonly uuid: string;
  readonly code: string;
  readonly control: RecordRead;
}

const longestCode = 40;

interface Taken {
  readonly codes: Set<string>;
  /** The number that comes next, by the beginning of a code. */
  readonly stems: Map<string, number>;
}

/** The components that implement something, alone or within a capability; the others are passed over with a word. */
export function readComponents(definition: Spot, findings: Findings): readonly ComponentRead[] {
  const together = incorporatedIn(definition, findings);
  const taken: Taken = { codes: new Set(), stems: new Map() };
  return records(member(definition, 'components'), findings).flatMap((spot) => {
    const uuid = textAt(spot, 'uuid', findings);
    const [own] = ownValues(spot, 'code', findings);
    const implementing = oneOrMore(member(spot, 'control-implementations'), findings).length > 0;
    if (own === undefined && !implementing && !together.has(uuid)) {
      findings.notice('import.component-passed-over', textAt(spot, 'title', findings));
      return [];
    }
    const code = own ?? codeFor(textAt(spot, 'title', findings), taken);
    taken.codes.add(code.toUpperCase());
    const control = own === undefined ? foreignControl(spot, code, findings) : ownControl(spot, findings);
    return [{ spot, uuid, code, control }];
  });
}

function incorporatedIn(definition: Spot, findings: Findings): ReadonlySet<string> {
  const capabilities = records(member(definition, 'capabilities'), findings);
  const members = capabilities.flatMap((one) => records(member(one, 'incorporates-components'), findings));
  return new Set(members.map((one) => textAt(one, 'component-uuid', findings)));
}

/** A code made of the title: the same for the same file, so that it changes what it brought in before. */
function codeFor(title: string, { codes, stems }: Taken): string {
  const stem = slug(title).slice(0, longestCode - 6) || 'component';
  let number = stems.get(stem) ?? 1;
  let code = number === 1 ? stem : `${stem}-${number}`;
  for (; codes.has(code.toUpperCase()); code = `${stem}-${number}`) number += 1;
  stems.set(stem, number + 1);
  return code;
}

/** Others say what their component is; that it is put into practice here, and well made, nobody has said. */
function foreignControl(spot: Spot, code: string, findings: Findings): RecordRead {
  const [title, description] = [member(spot, 'title'), member(spot, 'description')];
  const words = ['purpose', 'description', 'remarks'].map((key) => textAt(spot, key, findings));
  return recordOf(spot.at, {
    code: { values: [code], spot: title },
    name: { values: [textAt(spot, 'title', findings)], spot: title },
    statement: { values: [[...new Set(words)].filter((one) => one !== '').join('\n\n')], spot: description },
    design: { values: ['draft'] },
    source: {
      values: [`component-definition/${textAt(spot, 'uuid', findings)}`],
      spot: member(spot, 'uuid'),
    },
  });
}

/** As we wrote it: whatever OSCAL has no member for stands in props of ours, under our own names. */
function ownControl(spot: Spot, findings: Findings): RecordRead {
  const members: Record<string, { spot: Spot; values: string[] }> = Object.create(null);
  for (const prop of records(member(spot, 'props'), findings)) {
    if (textAt(prop, 'ns', findings) !== oscalNamespace) continue;
    const name = textAt(prop, 'name', findings);
    members[name] ??= { spot: member(prop, 'value'), values: [] };
    members[name].values.push(textAt(prop, 'remarks', findings) || textAt(prop, 'value', findings));
  }
  const { undescribed, ...said } = members;
  return recordOf(spot.at, {
    ...said,
    name: { spot: member(spot, 'title'), values: [textAt(spot, 'title', findings)] },
    statement: {
      spot: member(spot, 'description'),
      values: undescribed === undefined ? [textAt(spot, 'description', findings)] : [],
    },
  });
}
