import { given, type Story } from '@concord/programme/testing';
import { atOnce, newMemory, seesAll, type ViewMemory, workedBefore } from '@concord/views';
import { expect, it } from 'vitest';
import { rows } from '../rows.ts';
import type { Asked, Query } from './query.ts';
import { viewAsked } from './view-asked.ts';

function start(): Story {
  const story = given('iso27001-2022', 'nist-csf-2.0', 'nis2-directive');
  story.done('library adopt', { controls: ['GOV-01', 'GOV-02'] });
  return story;
}

const names = { framework: 'iso27001-2022', requirement: 'A.5.1', control: 'GOV-01', report: 'csf-profile' };
const ports = {
  people: async () => new Map(),
  keysUsed: async () => new Map(),
  batches: async () => [],
  pause: async () => undefined,
};

function asked(story: Story, { input }: Query, memory: ViewMemory): Asked<never> | undefined {
  const members = Object.keys(names).filter(
    (name) => name in ((input as never as { shape?: object }).shape ?? {}),
  );
  const said = Object.fromEntries(members.map((name) => [name, names[name as keyof typeof names]]));
  const parsed = input.safeParse(said);
  const { programme, today } = story;
  const whose = { programme, organisation: 'example', on: today, today, head: '', reader: seesAll };
  return parsed.success ? ({ ...whose, input: parsed.data, memory, ports } as never) : undefined;
}

const states = ({ worked, standings }: ViewMemory) => [worked.size, standings.size];

/** What is asked of something that is not there, or of the ledger, is not answered here. */
async function answered(row: Query, question: Asked<never>): Promise<boolean> {
  try {
    await row.answer(question);
    return true;
  } catch {
    return false;
  }
}

/** Work it out in parts themselves, for they ask of more than one day or programme. */
const inParts = ['what-if', 'view trend', 'profiles compare'];
const queries = rows
  .filter(({ kind }) => kind === 'query')
  .map(({ row }) => row as Query)
  .filter(({ reach, timed, name }) => reach === 'organisation' && timed && !inParts.includes(name));

it('law: a query works nothing large out in one go that its row does not say it rests on', async () => {
  const story = start();
  let resting = 0;
  for (const row of queries) {
    const memory = newMemory();
    const question = asked(story, row, memory);
    if (!question) continue;
    if (row.restsOn) atOnce(workedBefore(viewAsked(question as never), row.restsOn));
    const before = states(memory);
    if (!(await answered(row, question))) continue;
    expect(states(memory), row.name).toEqual(before);
    if (row.restsOn) resting += 1;
  }
  expect(resting).toBeGreaterThan(10);
});
