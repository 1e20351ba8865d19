import { before, pick, scopeAt } from './choose.ts';
import type { Deed } from './deeds.ts';
import type { Story } from './story.ts';

type Asked = [name: string, input: object] | undefined;

const owners = ['ben', 'cleo', 'dina', 'nobody'];

/** What is kept in the registers: added, changed, closed, ended. */
export function registerDeed(story: Story, { what, one, other, more }: Deed): Asked {
  if (what === 'action') return actionDeed(story, one, { other, more });
  if (what !== 'register') return undefined;
  const { obligations } = story.programme.governance;
  const ids = [...obligations.keys()].sort();
  const obligation = ids[one % Math.max(1, ids.length)];
  const owner = pick([...owners, null], other);
  if (obligation !== undefined && more % 3 === 0)
    return ['obligations end', { obligation, effective: before(story, more % 20), reason: 'secret' }];
  if (obligation !== undefined && more % 3 === 1)
    return ['obligations change', { obligation, owner, asks: `secret ${other}`, scope: scopeAt(story, one) }];
  const title = `secret duty ${one % 5}`;
  const requirements = [
    { framework: 'iso27001-2022', requirement: pick(['A.5.15', 'A.5.16', 'A.99'], more) },
  ];
  return ['obligations add', { kind: 'legal', title, asks: 'secret', requirements }];
}

function actionDeed(story: Story, one: number, { other, more }: Pick<Deed, 'other' | 'more'>): Asked {
  const ids = [...story.programme.governance.actions.keys()].sort();
  const action = ids[one % Math.max(1, ids.length)];
  const turn = pick(['add', 'add', 'change', 'close', 'reopen'], more);
  if (action === undefined || turn === 'add') {
    const closes = [{ kind: 'requirement', id: `iso27001-2022/${pick(['A.5.15', '5.1'], other)}` }];
    const due = pick([story.today, before(story, 3)], other);
    return ['actions add', { title: `secret ${one % 7}`, closes, due, owner: pick(owners, other) }];
  }
  if (turn === 'change')
    return ['actions change', { action, priority: pick(['high', null], other), due: null }];
  return turn === 'close'
    ? ['actions close', { action, result: 'secret', effective: before(story, other % 5) }]
    : ['actions reopen', { action, reason: 'secret' }];
}
