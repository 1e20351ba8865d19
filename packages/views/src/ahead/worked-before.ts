import { adoptedEdition, hasScope, wholeOrganisation } from '@concord/programme';
import { coverageInParts, standingsOf } from '../coverage/memory.ts';
import type { ViewAsked } from '../envelope.ts';
import { openShelf } from '../library/shelf.ts';
import type { InParts } from '../pauses/in-parts.ts';

/** How every control stands; or also how every requirement of the adopted frameworks does. */
export type RestsOn = 'controls' | 'requirements';

const controlsAtOnce = 500;

/**
 * What many views rest on, worked out before one of them is asked for, part by part and remembered: the view itself then
 * takes no longer than a change takes it. With everything at hand it costs next to nothing.
 */
export function* workedBefore(
  asked: Pick<ViewAsked, 'programme' | 'on' | 'memory' | 'scope'>,
  restsOn: RestsOn,
): InParts<void> {
  const { programme, on, memory } = asked;
  const { governance } = programme;
  const scope = asked.scope !== undefined && hasScope(governance, asked.scope) ? asked.scope : undefined;
  yield* standingsOf(programme, { scope: scope ?? wholeOrganisation, on }, memory);
  if (restsOn === 'controls') return yield* onTheShelf(asked);
  for (const { framework: id, ...adoption } of governance.adoptions.values()) {
    const framework = adoptedEdition(governance, id);
    if (!framework) continue;
    yield* coverageInParts(programme, { framework, scope: adoption.scope, on }, memory);
    if (scope === undefined || scope === adoption.scope) continue;
    yield* coverageInParts(programme, { framework, scope, on }, memory);
  }
}

function* onTheShelf(asked: Pick<ViewAsked, 'programme' | 'on' | 'memory'>): InParts<void> {
  const shelf = openShelf(asked);
  let read = 0;
  for (const line of shelf.lines) {
    if (!line || !shelf.isOpen(line)) continue;
    shelf.standing(line);
    read += 1;
    if (read % controlsAtOnce === 0) yield;
  }
}
