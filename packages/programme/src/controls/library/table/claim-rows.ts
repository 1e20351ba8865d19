import { textOf } from '@concord/catalog';
import type { Circumstances, Fact } from '../../../foundation/index.ts';
import { type Claim, claimConfirmed, claimStated, stateClaimInput } from '../../claim.ts';
import { controlNamed } from '../../control.ts';
import type { WithControls } from '../../state.ts';
import { readList, readText } from './columns/columns.ts';
import type { ControlRows } from './control-rows.ts';
import { type Reading, readRow } from './read-cell.ts';
import { Requirements } from './requirements.ts';
import type { FoundColumn, Table, TableRow } from './table.ts';

export const claimSchemas = stateClaimInput.shape;

/** One claim as the file has it, its ids found. */
interface Stated {
  readonly at: string;
  readonly framework: string;
  readonly requirement: string;
  readonly controls: readonly string[];
  readonly contribution?: Claim['contribution'] | undefined;
  readonly rationale?: string | undefined;
  readonly confidence?: Claim['confidence'] | undefined;
  readonly state?: 'proposed' | 'confirmed' | undefined;
}

export interface ClaimRows {
  readonly stated: Fact[];
  /** Ids of claims that the file calls confirmed and that are not yet. */
  readonly toConfirm: readonly string[];
  readonly unchanged: number;
}

/** Claims of one file: ids in a cell are short, and a text that many cells show is kept once. */
const mostClaims = 100_000;

interface Ground {
  /** How many more claims are listed. */
  room: number;
  readonly reading: Reading;
  readonly state: WithControls;
  readonly now: Circumstances;
  readonly rows: ControlRows;
  readonly requirements: Requirements;
}

/** Claims of a sheet of their own, and requirement ids that stand beside a control under `Claims: <framework>`. */
export function readClaimRows(
  reading: Reading,
  { state, now, rows }: { state: WithControls; now: Circumstances; rows: ControlRows },
  tables: readonly Table[],
): ClaimRows {
  const requirements = new Requirements(reading.faults, state);
  const ground = { room: mostClaims, reading, state, now, rows, requirements };
  const stated = tables.flatMap((table) =>
    table.form.name === 'Claims' ? ownRows(ground, table) : besideControls(ground, table),
  );
  return decideClaims(ground, stated);
}

function ownRows(ground: Ground, table: Table): Stated[] {
  return table.rows.flatMap((row) => ownRow(ground, table, row) ?? []);
}

function ownRow(ground: Ground, table: Table, row: TableRow): Stated | undefined {
  const { reading, requirements } = ground;
  const before = reading.faults.count;
  const values = readRow(reading, row, table.columns) as Partial<Stated> & { controls?: string[] };
  if (Object.keys(values).length === 0) return undefined;
  const spot = (member: string) => {
    const found = table.columns.find(({ column }) => column?.member === member);
    return {
      at: row.place(found?.at ?? 0),
      heading: found?.heading ?? member,
      cell: row.cell(found?.at ?? -1),
    };
  };
  for (const member of table.form.required) {
    const { at, heading, cell } = spot(member);
    if (cell === '') reading.faults.add(at, 'empty', { column: heading });
  }
  const controls = values.controls && controlIds(ground, values.controls, spot('controls'));
  const framework = values.framework && requirements.framework(values.framework, spot('framework'));
  const requirement =
    framework && values.requirement
      ? requirements.requirement(framework, values.requirement, spot('requirement'))
      : undefined;
  if (reading.faults.count > before || !framework || !requirement || !controls) return undefined;
  return { ...values, at: row.place(0), framework, requirement, controls };
}

function besideControls(ground: Ground, table: Table): Stated[] {
  return table.columns.flatMap((found) => {
    if (found.framework === undefined || found.column) return [];
    const spot = { at: table.headingPlace(found.at), heading: found.heading };
    const framework = ground.requirements.framework(found.framework, spot);
    if (framework === undefined) return [];
    return table.rows.flatMap((row) => listedBeside(ground, { row, found, framework }));
  });
}

function listedBeside(
  ground: Ground,
  { row, found, framework }: { row: TableRow; found: FoundColumn; framework: string },
): Stated[] {
  const { reading, rows, requirements } = ground;
  const cell = row.cell(found.at);
  const code = rows.codes.get(row);
  if (cell === '' || code === undefined) return [];
  const spot = { at: row.place(found.at), heading: found.heading };
  if (typeof cell === 'object' && cell.trouble === 'error') {
    reading.faults.add(spot.at, 'cell-error', { column: spot.heading, value: cell.text });
    return [];
  }
  const controls = [rows.ids.get(code) ?? code];
  const listed = readList('list', readText(textOf(cell)) ?? '');
  if (listed.length > ground.room) {
    reading.faults.add(spot.at, 'too-many-claims', { column: spot.heading, limit: mostClaims });
    return [];
  }
  ground.room -= listed.length;
  return listed.flatMap((named) => {
    const requirement = requirements.requirement(framework, named, spot);
    return requirement === undefined ? [] : { at: spot.at, framework, requirement, controls };
  });
}

/** Ids of controls of the file or of the library, each once and in order. */
function controlIds(
  { reading, state, rows }: Ground,
  codes: readonly string[],
  { at, heading: column }: { at: string; heading: string },
): string[] | undefined {
  const ids = codes.map((code) => {
    const inFile = rows.ids.get(code.toUpperCase());
    if (inFile !== undefined) return inFile;
    const control = controlNamed(state.controls, code);
    if (!('refusal' in control)) {
      if (control.retiredOn === undefined) return control.id;
      return reading.faults.add(at, 'retired', { value: code });
    }
    const near = reading.faults.nearest(code, state.controls.byCode.keys());
    if (near === undefined) return reading.faults.add(at, 'control', { column, value: code });
    return reading.faults.add(at, 'control-near', { column, value: code, near });
  });
  return ids.every((id) => id !== undefined) ? [...new Set(ids)].sort() : undefined;
}

function decideClaims(ground: Ground, claims: readonly Stated[]): ClaimRows {
  const stated: Fact[] = [];
  const toConfirm: string[] = [];
  const places = new Map<string, string>();
  const standing = claims.length === 0 ? new Map<string, Claim[]>() : standingClaims(ground.state);
  let unchanged = 0;
  for (const claim of claims) {
    const key = [claim.framework, claim.requirement, claim.contribution ?? 'meets', ...claim.controls].join(
      '\n',
    );
    const other = places.get(key);
    if (other !== undefined) {
      ground.reading.faults.add(claim.at, 'claim-twice', { other });
      continue;
    }
    places.set(key, claim.at);
    // Where the file does not say as what it is claimed, whatever is claimed is the same.
    const same = standing
      .get(aboutOf(claim))
      ?.find(({ contribution }) => claim.contribution === undefined || contribution === claim.contribution);
    if (same) refuseChange(ground, claim, same);
    else refuseRetired(ground, claim);
    const id = same ? same.id : stateOne(ground, claim, stated);
    if (claim.state === 'confirmed' && same?.state !== 'confirmed') toConfirm.push(id);
    else if (same) unchanged += 1;
  }
  return { stated, toConfirm, unchanged };
}

const aboutOf = ({
  framework,
  requirement,
  controls,
}: Pick<Claim, 'framework' | 'requirement' | 'controls'>) => [framework, requirement, ...controls].join('\n');

/** Claims that stand, by requirement and controls: a walk for each row would take the square of their number. */
function standingClaims({ controls }: WithControls): Map<string, Claim[]> {
  const standing = new Map<string, Claim[]>();
  for (const claim of controls.claims.values()) {
    if (claim.state === 'withdrawn') continue;
    const about = aboutOf(claim);
    const others = standing.get(about);
    if (others) others.push(claim);
    else standing.set(about, [claim]);
  }
  return standing;
}

/** A claim is withdrawn and stated anew, never changed: who confirmed it confirmed it as it was. */
function refuseChange({ reading: { faults } }: Ground, claim: Stated, same: Claim): void {
  const differs = (['rationale', 'confidence'] as const).find(
    (member) => claim[member] !== undefined && claim[member] !== null && claim[member] !== same[member],
  );
  if (differs !== undefined) faults.add(claim.at, 'claim-differs', { member: differs, claim: same.id });
  else if (claim.state === 'proposed' && same.state === 'confirmed')
    faults.add(claim.at, 'claim-confirmed', { claim: same.id });
}

/** Of what is retired here already nothing more is claimed, whatever the file has. */
function refuseRetired({ reading: { faults }, state }: Ground, { at, controls }: Stated): void {
  const retired = controls.map((id) => state.controls.controls.get(id));
  const first = retired.find((control) => control?.retiredOn !== undefined);
  if (first) faults.add(at, 'retired', { value: first.code });
}

function stateOne({ now }: Ground, claim: Stated, stated: Fact[]): string {
  const { framework, requirement, controls, contribution = 'meets', confidence = 'high', rationale } = claim;
  const id = now.newId();
  stated.push(
    claimStated.of(
      { kind: 'claim', id },
      { framework, requirement, controls: [...controls], contribution, confidence, rationale },
    ),
  );
  return id;
}

export function confirmations(ids: readonly string[]): Fact[] {
  return ids.map((id) => claimConfirmed.of({ kind: 'claim', id }, { bulk: ids.length }));
}
