import type { Findings } from '../draft/finding.ts';
import { member, records, type Spot, text, textAt } from '../draft/spot.ts';
import { oscalNamespace } from './identifier.ts';

/** The text that stands where a parameter is inserted, by the parameter's id. */
export type Parameters = ReadonlyMap<string, Spot>;

const DEEPEST_PART = 20;
const LONGEST_PARAMETER = 2_000;
const LONGEST_INSERTED = 60_000;

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

/** What the props of ours say, by their names: a long text stands whole in their remarks. */
export function ownProps(holder: Spot, findings: Findings): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, string[]>();
  for (const prop of records(member(holder, 'props'), findings)) {
    if (textAt(prop, 'ns', findings) !== oscalNamespace) continue;
    const name = textAt(prop, 'name', findings);
    const value = textAt(prop, 'remarks', findings) || textAt(prop, 'value', findings);
    const before = said.get(name);
    if (before) before.push(value);
    else said.set(name, [value]);
  }
  return said;
}

/** What the props of ours with one name say. */
export function ownValues(holder: Spot, name: string, findings: Findings): readonly string[] {
  return ownProps(holder, findings).get(name) ?? [];
}

/** Prose with every insertion of a parameter replaced by its values, or by [Assignment: …] and [Selection: …]. */
function insertParameters(prose: string, parameters: Parameters, findings: Findings): string {
  const [before, ...rest] = prose.split('{{');
  let told = before!;
  for (const piece of rest) {
    // What grows beyond any statement is refused by its length; it need not grow further first.
    if (told.length > LONGEST_INSERTED) break;
    const end = piece.indexOf('}}');
    if (end === -1) told += `{{${piece}`;
    else told += textOfInsert(piece.slice(0, end), parameters, findings) + piece.slice(end + 2);
  }
  return told;
}

const texts = new WeakMap<Parameters, Map<string, string>>();

/** "insert: param, ac-1_prm_1", or in files before OSCAL 1.0 the bare id. Each parameter is told once. */
function textOfInsert(written: string, parameters: Parameters, findings: Findings): string {
  const id = written.slice(written.lastIndexOf(',') + 1).trim();
  const told = texts.get(parameters) ?? new Map<string, string>();
  texts.set(parameters, told);
  const known = told.get(id);
  if (known !== undefined) return known;
  // Stands in for the parameter while it is read: some choices insert the parameter they belong to.
  told.set(id, `[Assignment: ${id}]`);
  const parameter = parameters.get(id);
  if (parameter === undefined) findings.notice('import.parameter-unknown', id);
  else {
    const whole = textOfParameter(parameter, parameters, findings);
    if (whole.length > LONGEST_PARAMETER) findings.notice('import.parameter-shortened', id);
    told.set(id, whole.length > LONGEST_PARAMETER ? `${whole.slice(0, LONGEST_PARAMETER)}…` : whole);
  }
  return told.get(id)!;
}

function textOfParameter(parameter: Spot, parameters: Parameters, findings: Findings): string {
  const values = listOfTexts(member(parameter, 'values'), findings);
  const single = textAt(parameter, 'value', findings);
  if (values.length > 0) return values.join(', ');
  if (single !== '') return single;
  const select = member(parameter, 'select');
  const choices = listOfTexts(member(select, 'choice'), findings);
  if (choices.length > 0) {
    const many = textAt(select, 'how-many', findings) === 'one-or-more' ? ' (one or more)' : '';
    const told = choices.map((choice) => insertParameters(choice, parameters, findings));
    return `[Selection${many}: ${told.join('; ')}]`;
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
