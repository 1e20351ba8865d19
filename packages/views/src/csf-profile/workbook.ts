import { type ProfileColumn, profileForm, type Requirement } from '@concord/catalog';
import { profileCells, type Refusal } from '@concord/programme';
import type { WrittenTable } from '../control-table.ts';
import { type CoverageRow, spoken } from '../coverage/row.ts';
import { type Opened, openView, scopeShown, type ViewAsked } from '../envelope.ts';
import { figureIn, languageOf, type Say, sayIn } from '../language/say.ts';
import { csfFramework, profileAsked, refuseWhichProfile } from './csf-profile.ts';
import { artifactsOf, type Outcome, outcomeOf } from './row.ts';

/** Names of people by their ids; a person who was erased has none. */
export type Names = ReadonlyMap<string, { readonly name: string }>;

const mostPrinted = 12;
/** Of what is worked out for one cell; with the own words it has to fit in one. */
const mostLetters = 8000;

/**
 * The publisher's workbook of a profile (methods 4.2): a row for each function, category and subcategory, and a sheet
 * that says what stands in which column. `profiles import` takes it in again.
 */
export function csfWorkbook(
  asked: ViewAsked,
  profileId: string | undefined,
  people: Names,
): readonly WrittenTable[] | { refusal: Refusal } {
  const profile = profileAsked(asked, profileId);
  if (profile && 'refusal' in profile) return profile;
  const several = refuseWhichProfile(asked, profileId);
  if (several) return several;
  const opened = openView({ ...asked, scope: asked.scope ?? profile?.scope }, csfFramework);
  if ('refusal' in opened) return opened;
  const { sheet, columns } = profileForm();
  const say = sayIn(asked);
  const shown = opened.framework.requirements.filter(
    ({ assessable, parts }) => assessable || parts === 'exact',
  );
  const rows = shown.map((requirement) => {
    const outcome = outcomeOf({ opened, asked, profile }, requirement);
    const cells = cellsOf({ asked, opened, people, say }, outcome);
    return columns.map(({ member }) => cells[member] ?? '');
  });
  return [
    { name: sheet, headings: columns.map(({ heading }) => heading), rows },
    descriptions(columns, say),
    about({ asked, opened, say }, profile?.name),
  ];
}

/** Whose it is, of what and of which day: the publisher's own sheets have no place for it. */
function about({ asked, opened, say }: Omit<Writing, 'people'>, profile: string | undefined): WrittenTable {
  const { programme, on, head } = asked;
  const { title, edition } = opened.framework;
  const { name, statement } = scopeShown(programme, opened.scope);
  const position = figureIn(programme.position, asked);
  const fact = (key: string, value: string) => [say(`document.fact.${key}`), value];
  return {
    name: say('document.workbook.about-report'),
    headings: [say('document.workbook.name'), say('document.workbook.words')],
    rows: [
      fact('organisation', programme.governance.organisation?.name ?? ''),
      fact('scope', [name, statement].filter((text) => text !== '').join('\n')),
      fact('standard', say('document.fact.standard.value', { title, edition })),
      ...(profile === undefined ? [] : [[say('csf.fact.profile'), profile]]),
      fact('version', say('document.fact.version.none')),
      fact('on', say('document.fact.on.value', { date: on, position })),
      [say('document.record.head'), head],
    ],
  };
}

function descriptions(columns: readonly ProfileColumn[], say: Say): WrittenTable {
  const { sheet, headings } = profileForm().descriptions;
  const takenIn = ({ from }: ProfileColumn) => say(`profile-form.${from}`);
  return { name: sheet, headings, rows: columns.map((each) => [each.heading, each.about, takenIn(each)]) };
}

interface Writing {
  readonly asked: ViewAsked;
  readonly opened: Opened;
  readonly people: Names;
  readonly say: Say;
}

function cellsOf(writing: Writing, outcome: Outcome): Readonly<Record<string, string>> {
  const { requirement, row, said, included } = outcome;
  const { say } = writing;
  const own = said.status?.value;
  // What the organisation says itself stands in place of what its controls say.
  const unless = (text: string | undefined, lines: () => string[]) => (text ? [] : clipped(lines()));
  const worked = {
    included: inclusionLines(outcome, say),
    status: clipped(stateOf(row, writing)),
    policies: unless(own?.policies, () => statementsOf(row)),
    practices: unless(own?.practices, () => practicesOf(row, say)),
    roles: unless(own?.roles, () => rolesOf(row, writing.people)),
    references: unless(own?.references, () => referencesOf(writing, row)),
    artifacts: clipped(artifactLines(writing, row)),
    notes: clipped(said.target?.notes ? [said.target.notes] : []),
  };
  return {
    ...profileCells(own, said.target, { worked, included }),
    outcome: requirement.id,
    description: describe(requirement),
  };
}

/** Whose word holds where the outcome has none of its own, or where it does not hold. */
function inclusionLines({ row, inclusion: { included, statedAt } }: Outcome, say: Say): string[] {
  if (row.kind === 'excluded') return [say('profile-form.not-applicable')];
  if (statedAt === undefined || statedAt === row.id) return [];
  return [say(`profile-form.${included ? 'included' : 'not-included'}`, { from: statedAt })];
}

function describe({ title, asks, statement }: Requirement): string {
  const words = statement ?? asks;
  return words === undefined || words === title ? title : `${title}: ${words}`;
}

function clipped(lines: readonly string[]): string[] {
  const text = lines.join('\n');
  return text === '' ? [] : [text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text];
}

function stateOf(row: CoverageRow, { asked, say }: Writing): string[] {
  const { evidence, assessable } = row;
  const { word } = spoken(row, languageOf(asked));
  const counts = Object.entries(evidence).filter(([, count]) => count > 0);
  const kinds = counts.map(([kind, number]) => say(`soa.evidence.${kind}`, { number }));
  return assessable && kinds.length > 0 ? [word, say('soa.evidence', { counts: kinds.join(', ') })] : [word];
}

function statementsOf({ controls }: CoverageRow): string[] {
  return controls
    .filter(({ control }) => control.statement !== '')
    .slice(0, mostPrinted)
    .map(({ control: { code, name, statement } }) => `${code} ${name}: ${statement}`);
}

function practicesOf({ controls }: CoverageRow, say: Say): string[] {
  return controls
    .slice(0, mostPrinted)
    .map(({ control: { code, name }, state }) => `${code} ${name} ${say(`control.${state.why}`)}`);
}

function rolesOf({ controls }: CoverageRow, people: Names): string[] {
  const codes = new Map<string, string[]>();
  for (const { control } of controls) {
    if (control.owner === undefined) continue;
    codes.set(control.owner, [...(codes.get(control.owner) ?? []), control.code]);
  }
  return [...codes].map(([owner, list]) => `${people.get(owner)?.name ?? owner}: ${list.join(', ')}`);
}

/** What the controls behind an outcome are confirmed to meet, or to contribute to, in other frameworks. */
function referencesOf({ asked, opened }: Writing, { controls }: CoverageRow): string[] {
  const { claimsBy, claims } = asked.programme.controls;
  const found = new Map<string, Set<string>>();
  for (const { control } of controls) {
    for (const id of claimsBy.get(control.id) ?? []) {
      const claim = claims.get(id);
      if (claim?.state !== 'confirmed' || claim.framework === opened.framework.id) continue;
      const known = found.get(claim.framework) ?? new Set();
      found.set(claim.framework, known.add(claim.requirement));
    }
  }
  return [...found].sort().map(([framework, ids]) => `${framework}: ${[...ids].sort().join(', ')}`);
}

function artifactLines({ asked, say }: Writing, row: CoverageRow): string[] {
  const { artifacts, moreArtifacts } = artifactsOf(row, asked, mostPrinted);
  const lines = artifacts.map(
    ({ title, collectedOn, outcome }) => `${title} (${collectedOn}, ${say(`profile-form.${outcome}`)})`,
  );
  return moreArtifacts > 0 ? [...lines, say('profile-form.more', { count: moreArtifacts })] : lines;
}
