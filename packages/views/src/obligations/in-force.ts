import {
  type Governance,
  holdsScope,
  type Obligation,
  type RequirementNamed,
  requirementKey,
} from '@concord/programme';

/** Where and when a view looks. */
export interface Place {
  readonly scope: string;
  /** Local date. */
  readonly on: string;
}

/** Not ended by the day: what has ended asks nothing any more. */
export function isInForce({ endedOn }: { readonly endedOn?: string | undefined }, on: string): boolean {
  return endedOn === undefined || endedOn > on;
}

/** One for a part of the scope bears on the whole of it, and one for what lies around it on all within. */
export function bearsOn(
  governance: Governance,
  { scope }: Pick<Obligation, 'scope'>,
  asked: string,
): boolean {
  return holdsScope(governance, scope, asked) || holdsScope(governance, asked, scope);
}

/** Those in force on the day, in or around the scope, that name a requirement; in the order recorded. */
export function obligationsNaming(
  governance: Governance,
  { framework, requirement }: RequirementNamed,
  { scope, on }: Place,
): readonly Obligation[] {
  const naming = byRequirement(governance.obligations).get(requirementKey(framework, requirement)) ?? [];
  return naming.filter((each) => isInForce(each, on) && bearsOn(governance, each, scope));
}

const tables = new WeakMap<object, ReadonlyMap<string, readonly Obligation[]>>();

/** Laid out once, as long as the register is the same. */
function byRequirement(obligations: Governance['obligations']): ReadonlyMap<string, readonly Obligation[]> {
  const known = tables.get(obligations);
  if (known) return known;
  const table = new Map<string, Obligation[]>();
  for (const obligation of obligations.valueSeq().sortBy(({ seq }) => seq))
    for (const { framework, requirement } of obligation.requirements) {
      const key = requirementKey(framework, requirement);
      const list = table.get(key);
      if (list) list.push(obligation);
      else table.set(key, [obligation]);
    }
  tables.set(obligations, table);
  return table;
}
