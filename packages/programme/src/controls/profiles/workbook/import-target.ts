import {
  assessableOf,
  type Framework,
  frameworks,
  readCatalogueFile,
  requirementOf,
  type Selection,
  type SentDocument,
} from '@concord/catalog';
import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  id,
  type Notice,
  type Refusal,
  refuse,
} from '../../../foundation/index.ts';
import { type Profile, priorities, type Target, type TargetSource, targetKey } from '../../profile.ts';
import type { WithControls } from '../../state.ts';
import { editionOf, keptProfile } from '../outcome.ts';
import { type TargetSaid, targetFact } from '../target.ts';
import { inclusionIn, readDocument, sentFile, sheetNamed, tellHeadings } from './import-profile.ts';
import { fillsTarget, isOfTarget, sameTarget, targetSaid, wantedStated } from './members.ts';
import type { OutcomeRow } from './read-rows.ts';

export const importTargetInput = z.strictObject({
  profile: id.describe('Id of the profile'),
  file: sentFile.optional().meta({
    fromFile: 'sent',
    description:
      'Workbook of another profile, or an OSCAL profile of the framework; SHA-256 of a file sent before with `files add`; on the command line a path will do',
  }),
  sheet: sheetNamed.describe('Name of the sheet; the one that holds a profile when left out'),
  selection: id.optional().describe('Instead of a file: id of a selection of the framework'),
  priority: z
    .enum(priorities)
    .optional()
    .describe('How soon all of it is wanted, where the source does not say'),
  replace: z.boolean().default(false).describe('Also overwrite targets of your own'),
});

export type TargetTakenIn = Omit<z.infer<typeof importTargetInput>, 'file'> & {
  readonly document?: SentDocument | undefined;
};

/** What somebody else wants of outcomes, before it is laid over what stands. */
interface Wanted {
  readonly source: TargetSource;
  readonly targets: readonly {
    readonly outcome: string;
    readonly said: (before: Target | undefined) => TargetSaid;
  }[];
  readonly notices: readonly Notice[];
}

/**
 * A community profile pre-fills the target and never says how things stand (CSWP 29, 3.1; methods 4.2). Each target
 * keeps where it came from; one of the organisation's own is overwritten only when that is asked.
 */
export function importTarget(state: WithControls, input: TargetTakenIn, { today }: Circumstances): Decision {
  const profile = keptProfile(state, input.profile);
  if ('refusal' in profile) return profile;
  const edition = editionOf(state, profile);
  if ('refusal' in edition) return edition;
  if ((input.document === undefined) === (input.selection === undefined))
    return refuse('invalid', 'target.one-source', { at: 'file' });
  const wanted = wantedBy(state, edition, input);
  if ('refusal' in wanted) return wanted;
  const { facts, same, kept } = layOver(state, { profile, today }, { wanted, replace: input.replace });
  const [first] = kept;
  return {
    facts,
    notices: [
      { code: 'target.taken-over', params: { source: wanted.source.name, set: facts.length, same } },
      ...(first === undefined
        ? []
        : [{ code: 'target.kept', params: { count: kept.length, requirement: first } }]),
      ...wanted.notices,
    ],
  };
}

function layOver(
  { controls }: WithControls,
  { profile, today }: { profile: Profile; today: string },
  { wanted, replace }: { wanted: Wanted; replace: boolean },
) {
  let same = 0;
  const kept: string[] = [];
  const facts = wanted.targets.flatMap(({ outcome, said }) => {
    const before = controls.targets.get(targetKey(profile.id, profile.framework, outcome));
    const target = { ...said(before), source: wanted.source };
    if (sameTarget(before, target)) same += 1;
    else if (before && before.source === undefined && !replace) kept.push(outcome);
    else return [targetFact({ profile, outcome, today }, target)];
    return [];
  });
  return { facts, same, kept };
}

function wantedBy(
  state: WithControls,
  edition: Framework,
  input: TargetTakenIn,
): Wanted | { refusal: Refusal } {
  const { document, selection, priority } = input;
  if (document?.kind === 'sheets') return wantedInWorkbook({ ...input, document }, edition);
  if (document) {
    const found = selectionInFile(document, edition);
    if ('refusal' in found) return found;
    const source = { kind: 'selection', name: found.title, hash: document.hash } as const;
    return wantedInSelection(found, edition, { source, priority });
  }
  const known = selectionsOf(state, edition);
  const found = known.find((each) => each.id === selection);
  if (!found) {
    const names = known.map((each) => each.id).join(', ') || '–';
    const params = { framework: edition.id, selection: selection ?? '', known: names, at: 'selection' };
    return refuse('refused', 'target.selection-unknown', params);
  }
  return wantedInSelection(found, edition, { source: { kind: 'selection', name: found.title }, priority });
}

/** Those of the adopted edition, and of the editions of the same framework that were imported. */
function selectionsOf({ governance }: WithControls, edition: Framework): readonly Selection[] {
  const imported = governance.editions
    .valueSeq()
    .filter(({ framework }) => framework.id === edition.id)
    .flatMap(({ framework }) => framework.selections ?? [])
    .toArray();
  return [...(edition.selections ?? []), ...imported];
}

function selectionInFile(document: SentDocument, edition: Framework): Selection | { refusal: Refusal } {
  const known = [edition, ...frameworks().filter(({ id: other }) => other !== edition.id)];
  const read = readCatalogueFile(document, { frameworks: known });
  const found =
    'found' in read ? read.found.selections.find(({ framework }) => framework === edition.id) : undefined;
  const params = { file: document.name, framework: edition.id, at: 'file' };
  return found?.selection ?? refuse('refused', 'target.no-selection', params);
}

/** What is selected is wanted; of what is not selected nothing is said. */
function wantedInSelection(
  { requirements }: Selection,
  edition: Framework,
  { source, priority }: { source: TargetSource; priority: Target['priority'] },
): Wanted {
  const assessed = (outcome: string) => requirementOf(edition, outcome)?.assessable === true;
  const outside = requirements.filter((outcome) => !assessed(outcome));
  const [first] = outside;
  return {
    source,
    targets: requirements.filter(assessed).map((outcome) => ({
      outcome,
      said: (before) => ({ ...ours(before), wanted: true, ...(priority ? { priority } : {}) }),
    })),
    notices:
      first === undefined
        ? []
        : [{ code: 'target.outside', params: { count: outside.length, requirement: first } }],
  };
}

/** Who answers for it, by when and on which scale is for us to say, whatever somebody else wants. */
function ours(before: Target | undefined): Pick<Target, 'owner' | 'due' | 'score'> {
  return { owner: before?.owner, due: before?.due, score: before?.score };
}

/**
 * A row is taken over where its target columns say something, and the file does not leave the outcome out; or where it
 * says `Wanted` or `Not wanted` itself. Empty target columns want nothing. A file without any names what it wants by
 * including it.
 */
function wantedInWorkbook(
  input: TargetTakenIn & { document: SentDocument },
  edition: Framework,
): Wanted | { refusal: Refusal } {
  const read = readDocument(input, edition, (member) => isOfTarget(member) || more.has(member));
  if ('refusal' in read) return read;
  const { name, hash } = input.document;
  const inclusion = inclusionIn(read.rows, edition);
  const bare = !read.sheet.columns.some(({ column }) => isOfTarget(column.member));
  const rows = bare ? rowsOfAll(read.rows, edition) : read.rows;
  const silent: string[] = [];
  const targets = rows.flatMap((row) => {
    const { included, statedAt } = inclusion(row.outcome);
    const chosen = included && statedAt !== undefined;
    const stated = wantedStated(row);
    const wants = stated ?? (included && (bare ? chosen : fillsTarget(row)));
    if (!wants && stated === undefined) {
      if (row.said.get('included') === true) silent.push(row.outcome);
      return [];
    }
    const target = targetSaid(row, undefined, included) ?? { wanted: wants };
    return [{ outcome: row.outcome, said: over(row, { ...target, wanted: wants }, input.priority) }];
  });
  const notices = [
    ...tellSilent(edition, silent),
    ...tellHeadings(
      edition,
      targets.map(({ outcome }) => outcome),
    ),
    ...read.notices,
  ];
  return { source: { kind: 'workbook', name, hash }, targets, notices };
}

/** Every outcome, with what the file says of it. */
function rowsOfAll(rows: readonly OutcomeRow[], edition: Framework): readonly OutcomeRow[] {
  const known = new Map(rows.map((row) => [row.outcome, row]));
  return assessableOf(edition).map(({ id }) => known.get(id) ?? { outcome: id, said: new Map() });
}

/** What a row wants, with its reason and notes, over what is ours to say. */
function over({ said }: OutcomeRow, target: TargetSaid, priority: Target['priority']) {
  const rationale = said.get('rationale');
  const notes = [said.get('notes'), said.get('considerations')].filter((each) => typeof each === 'string');
  return (before: Target | undefined): TargetSaid => ({
    ...ours(before),
    ...(priority && target.wanted ? { priority } : {}),
    ...definedOf(target),
    ...(typeof rationale === 'string' ? { rationale: rationale.slice(0, longestRationale) } : {}),
    ...(notes.length > 0 ? { notes: notes.join('\n') } : {}),
  });
}

function tellSilent(edition: Framework, rows: readonly string[]): Notice[] {
  const outcomes = rows.filter((row) => requirementOf(edition, row)?.assessable === true);
  const [requirement] = outcomes;
  if (requirement === undefined) return [];
  return [{ code: 'target.silent', params: { count: outcomes.length, requirement } }];
}

const longestRationale = 5000;
const more = new Set(['included', 'rationale', 'notes', 'considerations']);

function definedOf(target: TargetSaid): TargetSaid {
  return Object.fromEntries(
    Object.entries(target).filter(([, value]) => value !== undefined),
  ) as unknown as TargetSaid;
}
