import { type CellValue, type Claim, controlTable, type Programme } from '@concord/programme';
import { controlRecords, controlsInUse, retiredBy } from '../control-table.ts';
import type { InParts } from '../pauses/in-parts.ts';
import { foundInParts } from '../pauses/lists.ts';
import {
  type ExchangeAsked,
  type ExchangeHead,
  type FrameworkNamed,
  frameworkNamed,
  headOf,
} from './head.ts';

/** A control as it is exchanged: every member that an import of the library takes in. */
export interface ControlExchanged {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly statement: string;
  /** Id of the person who owns it. */
  readonly owner?: string | undefined;
  readonly family: string;
  readonly implementation: string;
  readonly source: string;
  readonly test: string;
  /** Day since which it is retired. */
  readonly retiredOn?: string | undefined;
  /** The other members by name, each with its texts; those without any are absent. */
  readonly members: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** A claim as it is exchanged, by ids of controls. */
export type ClaimExchanged = Pick<
  Claim,
  'framework' | 'requirement' | 'controls' | 'contribution' | 'rationale' | 'confidence' | 'state'
>;

type LibraryModel = 'component-definition' | 'library-catalog';

export interface LibraryExchange<M extends LibraryModel = LibraryModel> extends ExchangeHead {
  readonly model: M;
  readonly controls: readonly ControlExchanged[];
  readonly claims: readonly ClaimExchanged[];
  /** Those that anything is claimed of. */
  readonly frameworks: readonly FrameworkNamed[];
}

/**
 * The library on the day with all that is claimed of it; people by name, for addresses stay here. A component-definition
 * is read back and has what is retired too; a catalog has what is in use.
 */
export function* libraryExchange<M extends LibraryModel>(
  asked: ExchangeAsked,
  model: M,
): InParts<LibraryExchange<M>> {
  const { programme } = asked;
  const { controls, claims } = yield* libraryRecords(asked, model === 'component-definition');
  const frameworks = [...new Set(claims.map(({ framework }) => framework))].sort();
  return {
    model,
    ...headOf(
      asked,
      controls.map(({ owner }) => owner),
    ),
    controls,
    claims,
    frameworks: frameworks.map((id) => frameworkNamed(programme, id)),
  };
}

/** The controls that the reader may see, and the claims on them. */
export function* libraryRecords(
  asked: ExchangeAsked,
  withRetired = false,
): InParts<{
  controls: readonly ControlExchanged[];
  claims: readonly ClaimExchanged[];
}> {
  const { programme, on, reader } = asked;
  const table = yield* controlRecords({ programme, on, reader, people: withoutMail(asked), withRetired });
  return {
    controls: yield* foundInParts(table.controls, (record) => controlExchanged(asked, record)),
    claims: yield* foundInParts(table.claims, (record) => claimExchanged(programme, record)),
  };
}

/** The controls alone. */
export function* controlsExchanged(asked: ExchangeAsked): InParts<readonly ControlExchanged[]> {
  const { programme, on, reader } = asked;
  const records = yield* controlsInUse({ programme, on, reader, people: withoutMail(asked) });
  return yield* foundInParts(records, (record) => controlExchanged(asked, record));
}

/** People are named, and not where they can be written to. */
function withoutMail({ people }: ExchangeAsked) {
  return people.map((person) => ({ ...person, mail: person.name }));
}

type Members = Readonly<Record<string, CellValue>>;

const own: ReadonlySet<string> = new Set(['name', 'statement']);

function controlExchanged({ programme, on }: ExchangeAsked, record: Members): ControlExchanged {
  const { byCode, controls } = programme.controls;
  const code = textIn(record, 'code');
  const id = byCode.get(code.toUpperCase()) ?? '';
  const control = controls.get(id);
  const said = controlTable.columns.filter(({ member }) => !own.has(member));
  const members = said.map(({ member }) => ({ name: member, values: textsOf(record[member]) }));
  return {
    id,
    code,
    name: textIn(record, 'name'),
    statement: textIn(record, 'statement'),
    owner: control?.owner,
    family: textIn(record, 'family'),
    implementation: textIn(record, 'implementation'),
    source: textIn(record, 'source'),
    test: textIn(record, 'test'),
    retiredOn: control && retiredBy(control, on),
    members: members.filter(({ values }) => values.length > 0),
  };
}

function claimExchanged({ controls }: Programme, record: Members): ClaimExchanged {
  const codes = textsOf(record.controls);
  const ids = codes.map((code) => controls.byCode.get(code.toUpperCase()) ?? code);
  return { ...(record as unknown as ClaimExchanged), controls: ids };
}

function textsOf(value: CellValue): string[] {
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  const texts = typeof value === 'object' ? (value ?? []) : [value ?? ''];
  return texts.filter((text) => text !== '');
}

function textIn(record: Members, member: string): string {
  return textsOf(record[member])[0] ?? '';
}
