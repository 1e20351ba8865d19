import {
  framework,
  isStarterFamily,
  requirementOf,
  type StarterControl,
  starterAttributes,
  starterCondition,
  starterControl,
  starterFamilies,
  starterLibrary,
  titleIn,
} from '@concord/catalog';
import { adoptedStarters, type Control, refuse } from '@concord/programme';
import { type ControlTable, controlRecords, withPauses, writtenTables } from '@concord/views';
import { z } from 'zod';
import { fileNameOf } from '../query/file-name.ts';
import { inLanguage, page, timed, wantedText } from '../query/inputs.ts';
import { query } from '../query/query.ts';
import { waitingProposals } from './waiting-proposals.ts';

const reading = {
  method: 'GET',
  reach: 'organisation',
  permission: 'programme.read',
  reader: 'whole',
  timed: true,
} as const;

/** The starter library, and what of it the organisation has adopted. */
export const libraryQueries = [
  query({
    ...reading,
    name: 'controls export',
    path: '/exports/controls',
    permission: 'own.read',
    reader: 'masked',
    summary: 'The library with its claims as a workbook, CSV or JSON that `controls import` takes in again',
    input: z.strictObject({
      ...timed,
      format: z.enum(['xlsx', 'csv', 'json']).default('xlsx').describe('How it is written'),
      table: z
        .enum(['controls', 'claims'])
        .optional()
        .describe('Only this table; both when left out, as CSV the controls'),
    }),
    answer: async ({ input: { format, table }, programme, on, reader, ports }) => {
      const people = await ports.people([...programme.governance.people.keys()]);
      const named = [...people].map(([id, { name, mail }]) => ({ id, name, mail }));
      const work = controlRecords({ programme, on, reader, people: named });
      const records = await withPauses(work, ports.pause);
      if (format === 'json') return only(records, table);
      const { controls, claims } = writtenTables(records);
      const tables = table === undefined ? [controls, claims] : [{ controls, claims }[table]];
      const fileName = fileNameOf({ programme, on }, 'controls');
      return { render: 'controls', view: { tables }, format, fileName };
    },
  }),
  query({
    ...reading,
    name: 'library list',
    path: '/starter-library/controls',
    summary: 'The starter library: controls to adopt, and which of them are adopted here',
    input: z.strictObject({
      ...timed,
      ...inLanguage,
      family: wantedText(100).optional().describe('Only this family, e.g. Networks'),
    }),
    answer: ({ input, programme, on }) => {
      const adopted = adoptedStarters(programme.controls);
      const { family: wanted, language } = input;
      const { edition, source, licence, controls } = starterLibrary(language);
      if (wanted !== undefined && !controls.some(({ code }) => isStarterFamily(wanted, code))) {
        const known = starterFamilies(language).join(', ');
        return refuse('missing', 'starter.families-unknown', { families: wanted, known, at: 'family' });
      }
      const rows = controls
        .filter(({ code }) => wanted === undefined || isStarterFamily(wanted, code))
        .map((control) => starterRow(control, adopted.get(control.code), { ...input, on }));
      return { edition, source, licence, total: rows.length, rows };
    },
  }),
  query({
    ...reading,
    name: 'library show',
    path: '/starter-library/controls/{starter}',
    summary: 'One starter control: what is done, how it is tested, and what it is to which requirement',
    input: z.strictObject({
      ...timed,
      ...inLanguage,
      starter: wantedText(40).describe('Its code in the starter library'),
    }),
    answer: ({ input, programme, on }) => {
      const control = starterControl(input.starter, input.language);
      if (!control) {
        return refuse('missing', 'starter.control-unknown', { control: input.starter, at: 'starter' });
      }
      const { statement, test, usualEvidence, suggestedOwner } = control;
      const adopted = adoptedStarters(programme.controls).get(control.code);
      return {
        ...starterRow(control, adopted, { ...input, on }),
        statement,
        test,
        usualEvidence,
        suggestedOwner,
        attributes: starterAttributes(control.code),
        ...claimsOf(control.code, input.language),
      };
    },
  }),
  query({
    ...reading,
    name: 'library proposals',
    path: '/starter-library/proposals',
    summary:
      'By framework: claims that the starter library proposes for what was taken from it, and nobody took over',
    input: z.strictObject({ ...timed, ...inLanguage, ...page }),
    answer: waitingProposals,
  }),
  query({
    ...reading,
    reach: 'platform',
    permission: 'signed-in',
    timed: false,
    name: 'library gaps',
    path: '/starter-library/gaps',
    summary: 'What no starter control meets, and what the organisation itself has to add',
    input: z.strictObject({ ...inLanguage }),
    answer: ({ input: { language } }) => {
      const rows = starterLibrary(language).gaps.map((gap) => ({
        ...gap,
        ...requirementNamed(gap, language),
      }));
      const sentences = rows.map(
        ({ framework: id, requirement, title, missing }) => `${id} ${requirement}, ${title}: ${missing}`,
      );
      return { rows, sentences };
    },
  }),
];

interface StarterAsked {
  readonly on: string;
  readonly language: string;
}

function starterRow(control: StarterControl, adopted: Control | undefined, { on, language }: StarterAsked) {
  const { code, name, family, kind, frequency, effort, priority, condition } = control;
  const retired = adopted?.retiredOn !== undefined && adopted.retiredOn <= on;
  return {
    code,
    name,
    family,
    kind,
    frequency,
    effort,
    priority,
    ...(condition === undefined
      ? {}
      : { condition: starterCondition(condition, language), conditionId: condition }),
    requirements: requirementsOf(code),
    state: adopted ? (retired ? 'retired' : 'adopted') : 'offered',
    ...(adopted ? { adopted: { control: adopted.id, code: adopted.code, source: adopted.source } } : {}),
  };
}

/** By framework: on how many requirements it says something, and how many of them fall without it. */
function requirementsOf(code: string): Readonly<Record<string, { claimed: number; needed: number }>> {
  const { claims, jointClaims } = claimsOf(code, 'en');
  const counts: Record<string, { claimed: number; needed: number }> = {};
  for (const { framework: id, contribution } of claims) {
    const count = counts[id] ?? { claimed: 0, needed: 0 };
    counts[id] = { claimed: count.claimed + 1, needed: count.needed + (contribution === 'meets' ? 1 : 0) };
  }
  for (const { framework: id } of jointClaims) {
    const count = counts[id] ?? { claimed: 0, needed: 0 };
    counts[id] = { ...count, needed: count.needed + 1 };
  }
  return counts;
}

function claimsOf(code: string, language: string) {
  const { claims, jointClaims } = starterLibrary(language);
  return {
    claims: claims
      .filter(({ control }) => control === code)
      .map(({ control: _control, ...claim }) => ({ ...claim, ...requirementNamed(claim, language) })),
    jointClaims: jointClaims
      .filter(({ controls }) => controls.includes(code))
      .map((claim) => ({ ...claim, ...requirementNamed(claim, language) })),
  };
}

/** Its title, and whether anybody is assessed on it. */
function requirementNamed(named: { framework: string; requirement: string }, language: string) {
  const edition = framework(named.framework);
  const found = edition && requirementOf(edition, named.requirement);
  return { title: titleIn(language, named, found?.title ?? ''), assessable: found?.assessable ?? false };
}

function only(records: ControlTable, table: 'controls' | 'claims' | undefined): object {
  const { controls, claims, ...head } = records;
  if (table === undefined) return records;
  return table === 'controls' ? { ...head, controls } : { ...head, claims };
}
