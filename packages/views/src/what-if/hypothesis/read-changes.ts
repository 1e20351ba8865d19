import { editDistance, titleIn } from '@concord/catalog';
import {
  adoptedRequirement,
  type Control,
  controlNamed,
  type Evidence,
  type Programme,
  refuse,
} from '@concord/programme';
import { languageOf } from '../../language/say.ts';
import { maySee, maySeeControl, type ReadBy } from '../../reader.ts';
import {
  allOrRefusal,
  type Change,
  type Refused,
  type Supposed,
  type SupposedState,
  supposedStates,
} from './change.ts';

interface ReadIn extends ReadBy {
  readonly programme: Programme;
}

/** What is supposed, each once, in the order in which it is carried out: lapses, controls, exclusions. */
export function readChanges(at: ReadIn, { set, lapse, exclude }: Supposed): readonly Change[] | Refused {
  const read = allOrRefusal<Change>([
    ...each(lapse).map((named) => readLapse(at, named)),
    ...each(set).map((said) => readSet(at, said)),
    ...each(exclude).map((named) => readExclusion(at, named)),
  ]);
  if ('refusal' in read) return read;
  return contradiction(read) ?? withoutRepeats(read);
}

function each(said: readonly string[]): string[] {
  return said.map((one) => one.trim()).filter((one) => one !== '');
}

function readSet(at: ReadIn, said: string): Change | Refused {
  const equals = said.lastIndexOf('=');
  const states = supposedStates.join(', ');
  if (equals < 1) return refuse('invalid', 'what-if.set-form', { said, states, at: 'set' });
  const state = said
    .slice(equals + 1)
    .trim()
    .toLowerCase();
  const control = controlSeen(at, said.slice(0, equals).trim());
  if ('refusal' in control) return control;
  return isState(state)
    ? { kind: 'set', control, state }
    : refuse('invalid', 'what-if.state-unknown', { state, states, at: 'set' });
}

function isState(said: string): said is SupposedState {
  return (supposedStates as readonly string[]).includes(said);
}

/** One that the reader may not see is refused in the words of one that is not there. */
function controlSeen({ programme, reader }: ReadIn, named: string): Control | Refused {
  const control = controlNamed(programme.controls, named);
  if (!('refusal' in control) && maySee(reader, control.owner)) return control;
  const near = nearCodes({ programme, reader }, named).join(', ');
  const params = { control: named, near, at: 'set' };
  return refuse('missing', near ? 'what-if.control-near' : 'control.unknown', params);
}

const farthest = 2;

/** Codes the reader may see that are at most two slips away, nearest first. */
function nearCodes({ programme, reader }: ReadIn, named: string): string[] {
  const typed = named.toUpperCase().slice(0, 40);
  return [...programme.controls.controls.values()]
    .filter(({ owner, retiredOn }) => retiredOn === undefined && maySee(reader, owner))
    .map(({ code }) => ({ code, away: editDistance(typed, code.toUpperCase()) }))
    .filter(({ away }) => away <= Math.min(farthest, typed.length / 2))
    .sort((one, other) => one.away - other.away || (one.code < other.code ? -1 : 1))
    .slice(0, 3)
    .map(({ code }) => code);
}

function readLapse(at: ReadIn, named: string): Change | Refused {
  const evidence = evidenceSeen(at, named);
  if ('refusal' in evidence) return evidence;
  if (evidence.outcome !== 'works') {
    return refuse('refused', 'what-if.lapse-no-pass', { evidence: evidence.title, at: 'lapse' });
  }
  return { kind: 'lapse', evidence };
}

/** A piece by its id, or by its title where only one that the reader may see bears it. */
function evidenceSeen({ programme, reader }: ReadIn, named: string): Evidence | Refused {
  const seen = (piece: Evidence) => piece.controls.some((id) => maySeeControl(programme, reader, id));
  const byId = programme.controls.evidence.get(named);
  if (byId && seen(byId)) return byId;
  const title = named.toLowerCase();
  const bearing = programme.controls.evidence
    .valueSeq()
    .filter((piece) => piece.title.toLowerCase() === title && seen(piece))
    .toArray();
  const [only, second] = bearing;
  if (!only) return refuse('missing', 'evidence.unknown', { evidence: named, at: 'lapse' });
  if (!second) return only;
  const known = [...bearing]
    .sort((one, other) => (one.collectedOn < other.collectedOn ? 1 : -1))
    .slice(0, 10)
    .map(({ id, collectedOn }) => `${id} (${collectedOn})`)
    .join(', ');
  const params = { evidence: named, count: bearing.length, known, at: 'lapse' };
  return refuse('conflict', 'what-if.evidence-ambiguous', params);
}

function readExclusion(at: ReadIn, named: string): Change | Refused {
  const { programme } = at;
  const slash = named.indexOf('/');
  if (slash < 1) return refuse('invalid', 'what-if.exclude-form', { said: named, at: 'exclude' });
  const framework = named.slice(0, slash).trim();
  const requirement = adoptedRequirement(programme, framework, named.slice(slash + 1).trim());
  if ('refusal' in requirement) return { refusal: { ...requirement.refusal, path: 'exclude' } };
  const { id } = requirement;
  const title = titleIn(languageOf(at), { framework, requirement: id }, requirement.title);
  return { kind: 'exclude', framework, requirement: id, title };
}

/** What each state says of a control, by what it is said of; two that say otherwise of the same cannot both be. */
const says: Readonly<Record<SupposedState, Readonly<Record<string, string>>>> = {
  planned: { implementation: 'planned', kept: 'yes' },
  partly: { implementation: 'partly', kept: 'yes' },
  operating: { implementation: 'operating', kept: 'yes' },
  works: { implementation: 'operating', result: 'works', kept: 'yes' },
  fails: { result: 'fails', kept: 'yes' },
  retired: { kept: 'no' },
};

function contradiction(changes: readonly Change[]): Refused | undefined {
  const said = new Map<string, SupposedState>();
  for (const change of changes) {
    if (change.kind !== 'set') continue;
    const { control, state } = change;
    for (const [of, value] of Object.entries(says[state])) {
      const key = `${control.id} ${of}`;
      const before = said.get(key);
      if (before !== undefined && says[before][of] !== value) {
        const params = { control: control.code, one: before, other: state, at: 'set' };
        return refuse('refused', 'what-if.contradiction', params);
      }
      said.set(key, state);
    }
  }
  return undefined;
}

function withoutRepeats(changes: readonly Change[]): readonly Change[] {
  return [...new Map(changes.map((change) => [keyOf(change), change])).values()];
}

function keyOf(change: Change): string {
  if (change.kind === 'set') return `set ${change.control.id} ${change.state}`;
  return change.kind === 'lapse'
    ? `lapse ${change.evidence.id}`
    : `exclude ${change.framework}/${change.requirement}`;
}
