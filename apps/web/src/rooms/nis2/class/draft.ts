import { codeOfCountry } from '../../../countries/index.ts';
import type { EntityKept } from '../directive/view.ts';

/** Figures of an accounting period; undefined is not known. Money in euros. */
export interface Figures {
  readonly persons?: number | undefined;
  readonly turnover?: number | undefined;
  readonly balance?: number | undefined;
}

/** What is said of a legal entity, as it is edited. */
export interface Draft {
  readonly name: string;
  readonly activities: readonly string[];
  readonly alone: Figures;
  readonly linked: boolean;
  readonly group: Figures;
  readonly independentSystems: boolean;
  readonly earlier: Figures;
  readonly earlierGroup: Figures;
  /** Countries by code or name, as typed: separated by commas, codes by blanks too. */
  readonly establishedIn: string;
  readonly servesIn: string;
  readonly designations: readonly string[];
  readonly period: string;
  readonly owner: string | undefined;
  readonly reviewOn: string | undefined;
}

export const blank: Draft = {
  name: '',
  activities: [],
  alone: {},
  linked: false,
  group: {},
  independentSystems: false,
  earlier: {},
  earlierGroup: {},
  establishedIn: '',
  servesIn: '',
  designations: [],
  period: '',
  owner: undefined,
  reviewOn: undefined,
};

export function draftOf(entity: EntityKept): Draft {
  const { earlier, independentSystems, period, owner, reviewOn } = entity;
  return {
    name: entity.name,
    activities: entity.activities,
    alone: entity.alone,
    linked: entity.linked,
    group: entity.group ?? {},
    independentSystems: independentSystems ?? false,
    earlier: earlier?.alone ?? {},
    earlierGroup: earlier?.group ?? {},
    establishedIn: entity.establishedIn.join(', '),
    servesIn: entity.servesIn.join(', '),
    designations: entity.designations,
    period: period ?? '',
    owner,
    reviewOn,
  };
}

/** Codes of the countries in what was typed, by code or by name, each once; what is neither stands as it was typed. */
export function codesIn(typed: string): readonly string[] {
  return [...new Set(countriesIn(typed).map(({ said, code }) => code ?? said.toUpperCase()))];
}

/** What of it is neither the code nor the name of a country. */
export function unknownCountries(typed: string): readonly string[] {
  return countriesIn(typed).flatMap(({ said, code }) => (code === undefined ? [said] : []));
}

/** Parted by commas; by blanks too, unless they belong to the name of a country. */
function countriesIn(typed: string) {
  return typed
    .split(/[,;\n]+/)
    .flatMap((part) => (codeOfCountry(part) === undefined ? part.split(/\s+/) : [part.trim()]))
    .filter((said) => said !== '')
    .map((said) => ({ said, code: codeOfCountry(said) }));
}

/** Linked, with nothing known of the group: there is then nothing that could be tried with it. */
export function isGroupUnknown({ linked, group }: Draft): boolean {
  return linked && figuresIn(group) === undefined;
}

/** As `nis2-class try` takes it: the period before and who owns the systems are not among it. */
export function triedInput({ alone, linked, group, ...draft }: Draft) {
  const { persons: groupPersons, turnover: groupTurnover, balance: groupBalance } = linked ? group : {};
  return given({
    ...alone,
    groupPersons,
    groupTurnover,
    groupBalance,
    activities: [...draft.activities],
    designations: [...draft.designations],
    establishedIn: wholeCodes(draft.establishedIn),
    servesIn: wholeCodes(draft.servesIn),
  });
}

/** What is still being typed is no country yet. */
function wholeCodes(typed: string): string[] {
  return [...new Set(countriesIn(typed).flatMap(({ code }) => code ?? []))];
}

/** As `entities add` takes it. */
export function addInput(draft: Draft) {
  return given(saidOf(draft));
}

/** As `entities change` takes it: only what is another, null where it was taken away. */
export function changeInput(draft: Draft, entity: EntityKept) {
  const [said, before] = [saidOf(draft), saidOf(draftOf(entity))];
  const members = Object.keys(said) as (keyof typeof said)[];
  const changed = members.filter((name) => JSON.stringify(said[name]) !== JSON.stringify(before[name]));
  return Object.fromEntries(changed.map((name) => [name, said[name] ?? null]));
}

function saidOf(draft: Draft) {
  const { earlier, earlierGroup, linked, period } = draft;
  const group = figuresIn(draft.group);
  const before = figuresIn(earlier);
  const groupBefore = linked ? figuresIn(earlierGroup) : undefined;
  return {
    name: draft.name.trim(),
    activities: draft.activities,
    alone: figuresIn(draft.alone) ?? {},
    group: linked ? group : undefined,
    earlier: before || groupBefore ? given({ alone: before ?? {}, group: groupBefore }) : undefined,
    linked,
    independentSystems: linked ? draft.independentSystems : undefined,
    establishedIn: codesIn(draft.establishedIn),
    servesIn: codesIn(draft.servesIn),
    designations: draft.designations,
    period: period.trim() || undefined,
    owner: draft.owner,
    reviewOn: draft.reviewOn,
  };
}

/** In one order, so that the same figures are the same; undefined where none is known. */
function figuresIn({ persons, turnover, balance }: Figures): Figures | undefined {
  const known = given({ persons, turnover, balance });
  return Object.keys(known).length === 0 ? undefined : known;
}

function given<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;
}
