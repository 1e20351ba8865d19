import type { Step } from '../step.ts';
import told from './data/registers.json' with { type: 'json' };
import type { Calendar } from './ground/calendar.ts';

/** What the company holds of frameworks and of itself: relations of its own, tiers, words on outcomes, published versions. */
export function takePositions({ workday, after, day }: Calendar): Step[] {
  const step = (at: number, command: string, input: Step['input']): Step => ({
    ...{ day: workday(at), by: 'ciso', command, input },
  });
  return [
    ...told.necessary.map(([control = '', kind, text]) =>
      step(308, 'necessity decide', ({ made }) => ({
        ...{ control, scope: made('managed'), necessary: true, reasons: [{ kind, text }] },
        ...{ owner: made('ciso'), reviewOn: after(day(308), 365) },
      })),
    ),
    ...told.relations.flatMap(
      ([at, as, from, to, relation, rationaleKind, confidence, rationale, confirmed]) => {
        const said = { from: [from], to, relation, rationaleKind, confidence, rationale };
        const stated = { ...step(Number(at), 'relations state', said), as: `relation ${as}` };
        const confirm = step(Number(at) + 9, 'relations confirm', ({ made }) => ({
          relationId: made(`relation ${as}`),
        }));
        return confirmed ? [stated, confirm] : [stated];
      },
    ),
    ...told.tiers.map(([at, current, target, rationale]) =>
      step(Number(at) + 9, 'profiles tiers', ({ made }) => ({
        profile: made('profile'),
        ...tiersIn(current, target),
        rationale,
      })),
    ),
    ...told.status.map(([requirement, status, priority], place) =>
      step(440 + place, 'profiles status', ({ made }) => ({
        ...{ profile: made('profile'), requirement, included: true, status, priority },
      })),
    ),
    step(310, 'reports publish', {
      report: 'statement-of-applicability',
      format: 'html',
      note: 'For the certification body, before stage 1',
    }),
    step(476, 'reports publish', {
      report: 'statement-of-applicability',
      format: 'html',
      note: 'After the second internal audit; development is our own now',
    }),
  ];
}

function tiersIn(current: unknown, target: unknown): object {
  const now = current as { governance: number; management: number };
  const wanted = target as { governance: number; management: number };
  return {
    ...{ governanceCurrent: now.governance, governanceTarget: wanted.governance },
    ...{ managementCurrent: now.management, managementTarget: wanted.management },
  };
}
