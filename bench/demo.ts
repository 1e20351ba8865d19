import { residentOf } from './documents.ts';
import { atMost, type Figure, timed } from './measure.ts';
import { inPlace, running } from './organisation.ts';

const idle = Number(process.env.CONCORD_BENCH_IDLE ?? 60) * 1000;

/** The demo organisation from nothing, and what the server holds on to a minute later. */
export async function benchDemo(root: string): Promise<Figure[]> {
  return inPlace((place) =>
    running(root, place, async ({ client, pid }) => {
      const ask = client();
      const load = await timed(() => ask('POST', '/demo', {}));
      await new Promise((resolve) => setTimeout(resolve, idle));
      return [
        atMost('demo load', [load, 10_000], {
          unit: 'ms',
          how: 'HTTP, 18 months of history; a person waits',
        }),
        atMost('resident server with the demo', [residentOf(pid), 220], {
          unit: 'MB',
          how: `VmRSS after ${idle / 1000} idle seconds`,
        }),
      ];
    }),
  );
}
