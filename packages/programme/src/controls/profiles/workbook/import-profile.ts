import { type Framework, profileForm, requirementOf, type SentDocument } from '@concord/catalog';
import { z } from 'zod';
import { type Circumstances, type Decision, type Fact, id, type Notice } from '../../../foundation/index.ts';
import { Faults } from '../../library/index.ts';
import { type Profile, targetKey } from '../../profile.ts';
import type { WithControls } from '../../state.ts';
import { type Inclusion, inclusionOf } from '../inclusion.ts';
import { editionOf, keptProfile } from '../outcome.ts';
import { statusFact } from '../status.ts';
import { targetFact } from '../target.ts';
import { fillsTarget, sameTarget, statusSaid, targetSaid } from './members.ts';
import { type OutcomeRow, readRows } from './read-rows.ts';
import { checkColumns, type ProfileSheet, profileSheetIn } from './sheet.ts';

export const sentFile = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'is no SHA-256 of a file')
  .meta({
    fromFile: 'sent',
    description:
      'Workbook or CSV of a profile; SHA-256 of a file sent before with `files add`; on the command line a path will do',
  });
export const sheetNamed = z.string().min(1).max(200).optional();

export const importProfileInput = z.strictObject({
  profile: id.describe('Id of the profile'),
  file: sentFile,
  sheet: sheetNamed.describe('Name of the sheet; the one that holds a profile when left out'),
});

export type ProfileTakenIn = Omit<z.infer<typeof importProfileInput>, 'file'> & {
  readonly document: SentDocument;
};

const derived = profileForm().columns.filter(({ from }) => from === 'derived');

/**
 * Takes in what a workbook of the publisher's form says of the outcomes: an empty cell leaves what is there, a dash
 * takes it away. What is worked out is not taken in. All or nothing: every fault is in `errors`, with its cell.
 */
export function importProfile(state: WithControls, input: ProfileTakenIn, now: Circumstances): Decision {
  const profile = keptProfile(state, input.profile);
  if ('refusal' in profile) return profile;
  const edition = editionOf(state, profile);
  if ('refusal' in edition) return edition;
  const isOwn = (member: string) => !derived.some((column) => column.member === member);
  const read = readDocument(input, edition, isOwn);
  if ('refusal' in read) return read;
  const inclusion = inclusionIn(read.rows, edition);
  const isIncluded = (outcome: string) => inclusion(outcome).included;
  const ground = { state, profile, today: now.today, isIncluded };
  const statuses = read.rows.map((row) => statusOf(ground, row)).filter((fact) => fact !== undefined);
  const aims = read.rows.map((row) => ({ row, fact: targetOf(ground, row) }));
  const targets = aims.flatMap(({ fact }) => fact ?? []);
  const aimed = aims.flatMap(({ row, fact }) => (fact ? row.outcome : []));
  const unchanged = read.rows.length - statuses.length;
  return {
    facts: [...statuses, ...targets],
    notices: [
      { code: 'profile.taken-in', params: { changed: statuses.length, unchanged, targets: targets.length } },
      ...tellColumns(read.sheet, isOwn),
      ...tellHeadings(edition, aimed),
      ...read.notices,
    ],
  };
}

/** The rows of the sheet with a profile, and what is to be told of the file; or everything that is wrong with it. */
export function readDocument(
  { document, sheet: wanted }: { document: SentDocument; sheet?: string | undefined },
  edition: Framework,
  isRead: (member: string) => boolean,
) {
  const found = profileSheetIn(document, edition, wanted);
  if ('refusal' in found) return found;
  const { sheet, others } = found;
  const faults = new Faults();
  checkColumns(faults, sheet);
  const { rows, notices } = readRows({ faults, edition, sheet, wanted: isRead });
  const refusal = faults.refusal(document.name);
  if (refusal) return refusal;
  const passedOver = wanted === undefined ? others : [];
  const form = profileForm();
  const sheets = passedOver
    .filter((name) => name !== form.descriptions.sheet)
    .map((name): Notice => ({ code: 'profile.sheet-passed-over', params: { sheet: name } }));
  return { sheet, rows, notices: [...notices, ...sheets] };
}

const shownAtMost = 20;

function tellColumns({ columns, extra }: ProfileSheet, isOwn: (member: string) => boolean): Notice[] {
  const form = profileForm();
  const there = new Set(columns.map(({ column }) => column.member));
  const dropped = form.columns.filter(({ member }) => isOwn(member) && !there.has(member));
  const list = (names: readonly string[]) => names.slice(0, shownAtMost).join(', ');
  const unread = { columns: list(derived.map(({ heading }) => heading)), mark: form.mark };
  return [
    { code: 'profile.derived', params: unread },
    ...(extra.length > 0 ? [{ code: 'profile.columns-extra', params: { columns: list(extra) } }] : []),
    ...(dropped.length > 0
      ? [
          {
            code: 'profile.columns-dropped',
            params: { columns: list(dropped.map(({ heading }) => heading)) },
          },
        ]
      : []),
  ];
}

/** Whether a file includes an outcome: the nearest of its rows that says so. */
export function inclusionIn(rows: readonly OutcomeRow[], edition: Framework): (outcome: string) => Inclusion {
  const byOutcome = new Map(rows.map((row) => [row.outcome, row.said]));
  const saidOf = (outcome: string) => ({
    included: byOutcome.get(outcome)?.get('included') as boolean | null | undefined,
  });
  return (outcome) => inclusionOf(edition, outcome, saidOf);
}

/** A target on a heading is kept there: outcomes are wanted one by one. */
export function tellHeadings(edition: Framework, outcomes: readonly string[]): Notice[] {
  const headings = outcomes.filter((outcome) => requirementOf(edition, outcome)?.assessable === false);
  const [requirement] = headings;
  if (requirement === undefined) return [];
  return [{ code: 'target.headings', params: { count: headings.length, requirement } }];
}

interface ImportGround {
  readonly state: WithControls;
  readonly profile: Profile;
  readonly today: string;
  readonly isIncluded: (outcome: string) => boolean;
}

function statusOf({ state, profile, today }: ImportGround, row: OutcomeRow): Fact | undefined {
  return statusFact(state.controls, { profile, outcome: row.outcome, today }, statusSaid(row));
}

function targetOf({ state, profile, today, isIncluded }: ImportGround, row: OutcomeRow): Fact | undefined {
  const before = state.controls.targets.get(targetKey(profile.id, profile.framework, row.outcome));
  const target = targetSaid(row, before, isIncluded(row.outcome));
  if (!target || sameTarget(before, target)) return undefined;
  // Dashes in the place of a target that never was.
  if (!before && !fillsTarget(row)) return undefined;
  // What was taken over and then changed here is our own.
  return targetFact({ profile, outcome: row.outcome, today }, { ...target, source: undefined });
}
