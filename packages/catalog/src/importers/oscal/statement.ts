import type { Findings } from '../draft/finding.ts';
import { member, records, type Spot, text, textAt } from '../draft/spot.ts';

/** The text that stands where a parameter is inserted, by the parameter's id. */
export type Parameters = ReadonlyMap<string, Spot>;

const DEEPEST_PART = 20;
const DEEPEST_INSERT = 5;

/** Puts the parameters of a catalog, group or control under their ids. */
export function gatherParameters(holder: Spot, into: Map<string, Spot>, findings: Findings): void {
  for (const parameter of records(member(holder, 'params'), findings)) {
    const id = textAt(parameter, 'id', findings);
    if (id === '') continue;
    into.set(id, parameter);
    for (const alias of propValues(parameter, 'alt-identifier', findings)) {
      if (!into.has(alias)) into.set(alias, parameter);
    }
  }
}

/** The values of the props with one name. */
export function propValues(holder: Spot, name: string, findings: Findings): readonly string[] {
  return records(member(holder, 'props'), findings)
    .filter((prop) => textAt(prop, 'name', findings) === name)
    .map((prop) => textAt(prop, 'value', findings));
}

/** Prose with every insertion of a parameter replaced by its values, or by [Assignment: …] and [Selection: …]. */
export function insertParameters(prose: string, parameters: Parameters, findings: Findings): string {
  return insertWithin(prose, { parameters, findings, depth: 0 });
}

interface Insertion {
  readonly parameters: Parameters;
  readonly findings: Findings;
  readonly depth: number;
}

function insertWithin(prose: string, insertion: Insertion): string {
  const [before, ...rest] = prose.split('{{');
  const told = rest.map((piece) => {
    const end = piece.indexOf('}}');
    if (end === -1) return `{{${piece}`;
    return textOfInsert(piece.slice(0, end), insertion) + piece.slice(end + 2);
  });
  return before! + told.join('');
}

/** "insert: param, ac-1_prm_1", or in files before OSCAL 1.0 the bare id. */
function textOfInsert(written: string, insertion: Insertion): string {
  const comma = written.lastIndexOf(',');
  const id = written.slice(comma + 1).trim();
  const parameter = insertion.parameters.get(id);
  if (parameter === undefined || insertion.depth >= DEEPEST_INSERT) {
    insertion.findings.notice('import.parameter-unknown', id);
    return `[Assignment: ${id}]`;
  }
  return textOfParameter(parameter, { ...insertion, depth: insertion.depth + 1 });
}

function textOfParameter(parameter: Spot, insertion: Insertion): string {
  const { findings } = insertion;
  const values = listOfTexts(member(parameter, 'values'), findings);
  const single = textAt(parameter, 'value', findings);
  if (values.length > 0) return values.join(', ');
  if (single !== '') return single;
  const select = member(parameter, 'select');
  const choices = listOfTexts(member(select, 'choice'), findings);
  if (choices.length > 0) {
    const many = textAt(select, 'how-many', findings) === 'one-or-more' ? ' (one or more)' : '';
    return `[Selection${many}: ${choices.map((choice) => insertWithin(choice, insertion)).join('; ')}]`;
  }
  return `[Assignment: ${textAt(parameter, 'label', findings) || textAt(parameter, 'id', findings)}]`;
}

function listOfTexts(spot: Spot, findings: Findings): readonly string[] {
  const { value } = spot;
  if (!Array.isArray(value)) return [];
  return value.map((_, place) => text({ at: `${spot.at}[${place}]`, value: value[place] }, findings));
}

/** The publisher's statement: its prose and the items in it, each on a line of its own under its label. */
export function composeStatement(
  holder: Spot,
  names: readonly string[],
  reading: { readonly parameters: Parameters; readonly findings: Findings },
): string {
  const parts = records(member(holder, 'parts'), reading.findings);
  const told = parts.filter((part) => names.includes(textAt(part, 'name', reading.findings)));
  return told
    .flatMap((part) => linesOf(part, 0, reading))
    .join('\n')
    .trim();
}

function linesOf(
  part: Spot,
  depth: number,
  reading: { readonly parameters: Parameters; readonly findings: Findings },
): readonly string[] {
  const { parameters, findings } = reading;
  if (depth > DEEPEST_PART) {
    findings.fault(part.at, 'import.too-deep', { limit: DEEPEST_PART });
    return [];
  }
  const label = propValues(part, 'label', findings)[0] ?? '';
  const prose = insertParameters(textAt(part, 'prose', findings), parameters, findings);
  const line = `${'  '.repeat(Math.max(0, depth - 1))}${label}${label === '' ? '' : ' '}${prose}`.trimEnd();
  const below = records(member(part, 'parts'), findings).flatMap((one) => linesOf(one, depth + 1, reading));
  return line.trim() === '' ? below : [line, ...below];
}
