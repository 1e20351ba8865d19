import { say } from '@concord/catalog';
import type { CsfProfile, ProfileRow } from '@concord/views';
import type { Block, Cell } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { dated, nameFrameworks, nameOf, numbered, quietly } from '../parts/lines.ts';
import { writeRoadmap } from '../parts/roadmap.ts';

/** CSWP 29, section 3.1, step 4: the actions that are open, then those that would close what none of them closes. */
export function writePlan(view: CsfProfile, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const open = openActions(view.rows);
  return [
    { kind: 'heading', level: 1, text: say(language, 'csf.plan') },
    { kind: 'paragraph', text: say(language, 'csf.plan.words', { count: open.length }) },
    ...writeRoadmap({ actions: open, on: view.on, until: lastDue(view) }, choices),
    ...writeOpen(open, choices),
    ...writeProposed(view, choices),
  ];
}

type Shown = ProfileRow['actions'][number];

interface OpenAction extends Shown {
  readonly outcomes: readonly string[];
}

/** Each action once, with the outcomes that it is on. */
function openActions(rows: readonly ProfileRow[]): OpenAction[] {
  const found = new Map<string, OpenAction>();
  for (const { id, actions } of rows) {
    for (const action of actions) {
      const outcomes = found.get(action.id)?.outcomes ?? [];
      found.set(action.id, { ...action, outcomes: [...outcomes, id] });
    }
  }
  return [...found.values()].sort(soonestFirst);
}

/** By the day they are due, those without one last; of equal days by their titles, whatever language these are in. */
function soonestFirst(one: OpenAction, other: OpenAction): number {
  const key = ({ due = '9999', title, id }: OpenAction) => `${due} ${title} ${id}`;
  const [own, than] = [key(one), key(other)];
  return own === than ? 0 : own < than ? -1 : 1;
}

/** The last day by which the profile wants anything. */
function lastDue({ rows }: CsfProfile): string | undefined {
  return rows
    .flatMap(({ included, target }) => (included && target?.wanted && target.due ? [target.due] : []))
    .sort()
    .at(-1);
}

function writeOpen(open: readonly OpenAction[], choices: DocumentChoices): Block[] {
  const { language } = choices;
  if (open.length === 0) return [];
  const caption = say(language, 'csf.plan.open');
  const column = (id: string, width: number) => ({ id, label: say(language, `csf.plan.${id}`), width });
  return [
    { kind: 'heading', level: 2, text: caption },
    {
      kind: 'table',
      caption,
      columns: [
        { ...column('action', 44), identifies: true },
        column('owner', 16),
        column('due', 14),
        column('outcomes', 26),
      ],
      rows: open.map(({ title, owner, due, priority, outcomes }) => [
        [title, ...(priority ? [quietly(say(language, `document.priority.${priority}`))] : [])],
        owner === undefined ? quietly(say(language, 'document.action.nobody')) : nameOf(owner, choices),
        due === undefined ? '' : dated(due, language),
        outcomes.join(', '),
      ]),
    },
  ];
}

/** What the view proposes: one action for each control that would close gaps, the most at once. */
function writeProposed({ plan }: CsfProfile, choices: DocumentChoices): Block[] {
  const { language } = choices;
  if (plan.length === 0) return [];
  const caption = say(language, 'csf.plan.proposed');
  const column = (id: string, width: number) => ({ id, label: say(language, `csf.plan.${id}`), width });
  return [
    { kind: 'heading', level: 2, text: caption },
    { kind: 'paragraph', text: say(language, 'csf.plan.proposed.words') },
    {
      kind: 'table',
      caption,
      columns: [
        { ...column('action', 58), identifies: true },
        column('owner', 16),
        column('due', 13),
        { ...column('closes', 13), align: 'end' as const },
      ],
      rows: plan.map(({ title, what, owner, due, closes }) => [
        [title, quietly(nameFrameworks(what, language))],
        owner === undefined ? quietly(say(language, 'document.action.nobody')) : nameOf(owner, choices),
        due === undefined ? '' : dated(due, language),
        writeCloses(closes, language),
      ]),
    },
  ];
}

function writeCloses(closes: CsfProfile['plan'][number]['closes'], language: string): Cell {
  const outcomes = closes.filter(({ kind }) => kind === 'target').length;
  return [numbered(outcomes, language)];
}
