import { given } from '@concord/programme/testing';
import { newMemory, seesAll } from '@concord/views';
import { expect, it } from 'vitest';
import type { Asked, Query } from '../../query/query.ts';
import { rowNamed } from '../../rows.ts';

it('given a list of controls is asked for, then others are answered while it is looked for', async () => {
  const story = given('iso27001-2022');
  story.done('controls add', { code: 'C-1', name: 'Name of C-1', frequency: 'quarterly' });
  const claimed = { controls: ['C-1'], framework: 'iso27001-2022', requirement: 'A.5.15' };
  story.done('claims confirm', { claim: story.done('claims state', claimed) });
  const row = rowNamed('what-if')?.row as Query;
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
  };
  const asked = {
    input: row.input.parse({ reach: ['iso27001-2022'] }),
    programme: story.programme,
    organisation: 'example',
    on: story.today,
    head: '',
    reader: seesAll,
    memory: newMemory(),
    ports: { pause },
  };
  const answer = await row.answer(asked as unknown as Asked<never>);
  expect(answer).toMatchObject({ reach: { steps: [{ code: 'C-1' }] } });
  expect(pauses).toBeGreaterThan(5);
});
