import type { ViewAsked } from '../envelope.ts';
import { maySee } from '../reader.ts';
import { actionList, obligationList } from '../registers/index.ts';
import { date, type FlatTable, flatTable, integer, paged, text, truth } from './flat-table.ts';

type ActionRow = ReturnType<typeof actionList>['rows'][number];
type ObligationRow = ReturnType<typeof obligationList>['rows'][number];

/** Who there is: names come from the people directory, where the reader may have them. */
export interface PersonTold {
  readonly id: string;
  readonly name: string;
}

/** Actions, obligations and people. */
export function registerTables(asked: ViewAsked, people: readonly PersonTold[]): readonly FlatTable[] {
  return [...actionTables(asked), ...obligationTables(asked), peopleTable(asked, people)];
}

function actionTables(asked: ViewAsked): readonly FlatTable[] {
  const records = () => paged<ActionRow>((offset, limit) => actionList(asked, { offset, limit }));
  return [
    flatTable<ActionRow>(
      { name: 'actions', meaning: 'The one list of what is to be done, opened by the day' },
      [
        text('id', 'Id of the action', ({ id }) => id),
        text('title', 'What is to be done', ({ title }) => title),
        text('what', 'In more words', ({ what }) => what),
        text('owner', 'people.id', ({ owner }) => owner),
        text('priority', 'How urgent', ({ priority }) => priority),
        text('status', 'open, done or dropped on the day', ({ status }) => status),
        truth('overdue', 'Whether it is open after the day it was due', ({ overdue }) => overdue),
        date('opened_on', 'Day on which it was agreed', ({ openedOn }) => openedOn),
        date('due', 'Day by which it is to be done', ({ due }) => due),
        date('closed_on', 'Day on which it was done or dropped', ({ closedOn }) => closedOn),
        text('result', 'What came of it', ({ result }) => result),
      ],
      records,
    ),
    flatTable<{ action: string; kind: string; id: string }>(
      { name: 'action_subjects', meaning: 'What an action closes' },
      [
        text('action', 'actions.id', ({ action }) => action),
        text('kind', 'What it is', ({ kind }) => kind),
        text('subject', 'Its id', ({ id }) => id),
      ],
      function* () {
        if (asked.reader.sees !== 'all') return;
        for (const { id: action, closes } of records())
          for (const { kind, id } of closes) yield { action, kind, id };
      },
    ),
  ];
}

function obligationTables(asked: ViewAsked): readonly FlatTable[] {
  const records = () => paged<ObligationRow>((offset, limit) => obligationList(asked, { offset, limit }));
  return [
    flatTable<ObligationRow>(
      { name: 'obligations', meaning: 'What law, regulation and contract ask of the organisation' },
      [
        text('id', 'Id of the obligation', ({ id }) => id),
        text('kind', 'legal, regulatory, contractual or other', ({ kind }) => kind),
        text('title', 'Its title', ({ title }) => title),
        text('reference', 'Where it is written', ({ reference }) => reference),
        text('asks', 'What it asks', ({ asks }) => asks),
        text('party', 'Name of the party that it is owed to', ({ partyName }) => partyName),
        text('owner', 'people.id', ({ owner }) => owner),
        text('scope', 'Id of the scope', ({ scope }) => scope),
        text('state', 'in-force or ended on the day', ({ state }) => state),
        date('review_on', 'Day on which it is to be looked at again', ({ reviewOn }) => reviewOn),
        date('ended_on', 'First day on which it no longer holds', ({ endedOn }) => endedOn),
        integer('revision', 'Entry of its last change', ({ revision }) => revision),
      ],
      records,
    ),
    flatTable<{ obligation: string; framework: string; requirement: string }>(
      { name: 'obligation_requirements', meaning: 'What of the adopted frameworks an obligation calls for' },
      [
        text('obligation', 'obligations.id', ({ obligation }) => obligation),
        text('framework', 'frameworks.id', ({ framework }) => framework),
        text('requirement', 'requirements.requirement', ({ requirement }) => requirement),
      ],
      function* () {
        for (const { id: obligation, requirements } of records())
          for (const { framework, requirement } of requirements) yield { obligation, framework, requirement };
      },
    ),
  ];
}

/** Whoever sees only their own has no list of the others. */
function peopleTable({ reader }: ViewAsked, people: readonly PersonTold[]): FlatTable {
  return flatTable<PersonTold>(
    { name: 'people', meaning: 'Who the ids of people stand for; no addresses' },
    [
      text('id', 'Id of the person', ({ id }) => id),
      text('name', 'Name; empty once it was erased', ({ name }) => name),
    ],
    () => people.filter(({ id }) => maySee(reader, id)),
  );
}
