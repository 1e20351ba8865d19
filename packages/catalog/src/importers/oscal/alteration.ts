import type { Findings } from '../draft/finding.ts';
import { DEEPEST } from '../draft/order.ts';
import { isRecord, member, oneOrMore, records, type Spot, textAt } from '../draft/spot.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Alterations {
  readonly parameters: ReadonlyMap<string, Fields>;
  readonly controls: ReadonlyMap<string, readonly Spot[]>;
  readonly findings: Findings;
}

const SET = ['values', 'select', 'label', 'constraints', 'guidelines', 'usage'];
const LISTS = ['params', 'props', 'links', 'parts'] as const;

/** The catalog that a profile's `modify` makes of a catalog: parameters set, parts removed and added. */
export function alterCatalog(catalog: unknown, modify: Spot, findings: Findings): unknown {
  const settings = records(member(modify, 'set-parameters'), findings);
  const alters = records(member(modify, 'alters'), findings);
  const controls = new Map<string, readonly Spot[]>();
  for (const alter of alters) {
    const id = textAt(alter, 'control-id', findings);
    controls.set(id, [...(controls.get(id) ?? []), alter]);
  }
  const parameters = new Map(
    settings.map((setting) => [textAt(setting, 'param-id', findings), setting.value as Fields]),
  );
  return alterNode(catalog, { parameters, controls, findings }, 0);
}

function alterNode(node: unknown, alterations: Alterations, depth: number): unknown {
  if (!isRecord(node) || depth > DEEPEST + 1) return node;
  const altered = (alterations.controls.get(idOf(node)) ?? []).reduce(
    (fields, alter) => alterControl(fields, alter, alterations.findings),
    node as Fields,
  );
  const below = (key: string) =>
    Array.isArray(altered[key])
      ? { [key]: altered[key].map((one: unknown) => alterNode(one, alterations, depth + 1)) }
      : {};
  const catalog = isRecord(altered.catalog)
    ? { catalog: alterNode(altered.catalog, alterations, depth + 1) }
    : {};
  return {
    ...altered,
    ...catalog,
    ...below('groups'),
    ...below('controls'),
    ...setParameters(altered, alterations),
  };
}

function idOf({ id }: Fields): string {
  return typeof id === 'string' ? id : '';
}

function setParameters(holder: Fields, { parameters }: Alterations): Fields {
  if (!Array.isArray(holder.params)) return {};
  const params = holder.params.map((parameter: unknown) => {
    const setting = isRecord(parameter) ? parameters.get(idOf(parameter)) : undefined;
    if (setting === undefined || !isRecord(parameter)) return parameter;
    const told = SET.filter((key) => setting[key] !== undefined).map((key) => [key, setting[key]]);
    return { ...parameter, ...Object.fromEntries(told) };
  });
  return { params };
}

function alterControl(control: Fields, alter: Spot, findings: Findings): Fields {
  const removed = records(member(alter, 'removes'), findings).reduce<Fields>(
    (fields, remove) => removeFrom(fields, remove.value as Fields, 0),
    control,
  );
  return oneOrMore(member(alter, 'adds'), findings).reduce<Fields>((fields, add) => {
    const target = textAt(add, 'by-id', findings);
    if (target === '' || target === control.id) return addTo(fields, add.value as Fields);
    const placed = addAt(fields, { target, add: add.value as Fields }, 0);
    if (placed === fields) findings.notice('import.alter-not-applied', `${idOf(control)}: ${target}`);
    return placed;
  }, removed);
}

function removeFrom(holder: Fields, remove: Fields, depth: number): Fields {
  if (depth > DEEPEST) return holder;
  const kept = LISTS.filter((key) => Array.isArray(holder[key])).map((key) => {
    const list = (holder[key] as unknown[]).filter((one) => !isNamedBy(one, key, remove));
    return [key, list.map((one) => (isRecord(one) ? removeFrom(one, remove, depth + 1) : one))];
  });
  return { ...holder, ...Object.fromEntries(kept) };
}

const ITEM_NAMES: Readonly<Record<(typeof LISTS)[number], string>> = {
  params: 'param',
  props: 'prop',
  links: 'link',
  parts: 'part',
};

/** Every condition that a removal states must hold; one that states none removes nothing. */
function isNamedBy(one: unknown, list: (typeof LISTS)[number], remove: Fields): boolean {
  if (!isRecord(one)) return false;
  const conditions: readonly (readonly [unknown, unknown])[] = [
    [remove['by-id'], one.id],
    [remove['by-name'], one.name],
    [remove['by-class'], one.class],
    [remove['by-ns'], one.ns],
    [remove['by-item-name'], ITEM_NAMES[list]],
  ];
  const stated = conditions.filter(([asked]) => asked !== undefined);
  return stated.length > 0 && stated.every(([asked, found]) => asked === found);
}

/** Adds within a holder: at its start for `starting` and `before`, else at its end. */
function addTo(holder: Fields, add: Fields): Fields {
  const first = add.position === 'starting' || add.position === 'before';
  const joined = LISTS.filter((key) => Array.isArray(add[key])).map((key) => {
    const there = Array.isArray(holder[key]) ? (holder[key] as unknown[]) : [];
    const added = add[key] as unknown[];
    return [key, first ? [...added, ...there] : [...there, ...added]];
  });
  const title = typeof add.title === 'string' ? { title: add.title } : {};
  return { ...holder, ...title, ...Object.fromEntries(joined) };
}

interface PlacedAddition {
  readonly target: string;
  readonly add: Fields;
}

/** The same holder when no part under it has the id. */
function addAt(holder: Fields, addition: PlacedAddition, depth: number): Fields {
  if (depth > DEEPEST || !Array.isArray(holder.parts)) return holder;
  const { target, add } = addition;
  const beside = add.position === 'before' || add.position === 'after';
  let changed = false;
  const parts = holder.parts.flatMap((part: unknown) => {
    if (!isRecord(part)) return [part];
    const hit = part.id === target;
    const altered = hit && !beside ? addTo(part, add) : addAt(part, addition, depth + 1);
    changed ||= hit || altered !== part;
    const added = hit && beside && Array.isArray(add.parts) ? (add.parts as unknown[]) : [];
    return add.position === 'before' ? [...added, altered] : [altered, ...added];
  });
  return changed ? { ...holder, parts } : holder;
}
