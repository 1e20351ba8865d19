import { type Evidence, freshnessOn, type Programme, periodOn, piecesInPractice } from '@concord/programme';
import { evidenceIn, type Standing } from '../../coverage/feed.ts';
import { sayIn } from '../../language/say.ts';
import { named } from '../../reader.ts';
import { type CheckGround, type Entry, type Finding, found } from './finding.ts';

/** SOA-06: what is necessary and not in place stays necessary, and has an action with somebody and a day. */
export function checkPlanned(entry: Entry): Finding[] {
  if (entry.necessary !== true || entry.implementation === 'yes') return [];
  if (entry.actions.some(({ owner, due }) => owner !== undefined && due !== undefined)) return [];
  return [found(entry, ['SOA-06', entry.actions.length === 0 ? 'none' : 'incomplete'])];
}

/** SOA-07 (practice): what is in place is shown by something fresh, and not only by a document that says so. */
export function checkShown(entry: Entry, ground: CheckGround): Finding[] {
  if (!isInPlace(entry)) return [];
  const fresh = entry.standings.filter(({ shown }) => shown.freshness === 'fresh');
  const stated = entry.standings.some(({ state }) => state.implementation !== 'none');
  if (fresh.length === 0) return [found(entry, ['SOA-07', stated ? 'none' : 'judged'])];
  return fresh.some((standing) => isDone(standing, ground)) ? [] : [found(entry, ['SOA-07', 'document'])];
}

/** Whether a fresh piece shows that something is done, as against written down. */
function isDone({ control, shown }: Standing, { programme, scope, on }: CheckGround): boolean {
  if (control.frequency === 'document') return false;
  const deciding = programme.controls.evidence.get(shown.evidence ?? '');
  if (deciding && !isDocument(programme, deciding)) return true;
  const pieces = piecesInPractice(evidenceIn(programme, control, scope), control, on);
  const others = pieces.filter((piece) => piece.outcome !== 'works' || !isDocument(programme, piece));
  const period = periodOn(programme.controls, control.frequency, on);
  return freshnessOn(others, period, on).freshness === 'fresh';
}

/** A document of the register. Of a file nobody can tell: what a control of the frequency `document` keeps is one. */
function isDocument({ governance }: Programme, { record }: Evidence): boolean {
  if (record === undefined) return false;
  const [kind, id] = [record.slice(0, record.indexOf('/')), record.slice(record.indexOf('/') + 1)];
  return kind === 'document' && governance.documents.get(id)?.kind === 'document';
}

/** SOA-13 (practice): a control that is in place has somebody, a frequency and a way to find out whether it works. */
export function checkComplete(entry: Entry, ground: CheckGround): Finding[] {
  if (!isInPlace(entry)) return [];
  const say = sayIn(ground);
  const wanting = entry.standings.flatMap(({ control, state }) => {
    const missing = (['owner', 'frequency', 'test'] as const).filter(
      (member) => control[member] === undefined,
    );
    return state.implementation === 'operating' && missing.length > 0 ? [{ ...control, missing }] : [];
  });
  if (wanting.length === 0) return [];
  const controls = named(wanting, ground, ({ code, missing }) => {
    const what = missing.map((member) => say(`check.without.${member}`)).join(', ');
    return `${code} (${what})`;
  });
  return [found(entry, ['SOA-13'], { controls })];
}

function isInPlace({ necessary, implementation }: Entry): boolean {
  return necessary === true && implementation === 'yes';
}
