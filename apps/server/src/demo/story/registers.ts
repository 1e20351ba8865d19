import type { Known, Step } from '../step.ts';
import told from './data/registers.json' with { type: 'json' };
import type { Calendar } from './ground/calendar.ts';
import { company, operationsScope } from './ground/company.ts';

type Cell = string | number | boolean | null;
type Line = readonly (Cell | readonly string[])[];

/** Who asks what of the company, where it stands, what it has written down, and what is still to be done. */
export function keepRegisters({ workday, day, after }: Calendar): Step[] {
  const desk: Desk = {
    step: (at, what, input) => ({ ...what, day: workday(Number(at)), by: 'ciso', input }),
    dayAt: (at) => after(day(0), Number(at)),
  };
  return [
    ...lines('parties').map((line) => addParty(line, desk)),
    ...lines('issues').map((line) => addIssue(line, desk)),
    ...lines('obligations').map((line) => addObligation(line, desk)),
    desk.step(430, { command: 'obligations end' }, ({ made }) => ({
      obligation: made('marks'),
      reason: 'The tender ended; the new one asks for none.',
    })),
    ...stateScopes(desk),
    ...lines('documents').flatMap((line) => keepDocument(line, desk)),
    ...lines('actions').flatMap((line) => act(line, desk)),
  ];
}

interface Desk {
  readonly step: (at: unknown, what: Pick<Step, 'command' | 'as'>, input: Step['input']) => Step;
  readonly dayAt: (at: unknown) => string;
}

function lines(name: 'parties' | 'issues' | 'obligations' | 'documents' | 'actions'): readonly Line[] {
  return told[name];
}

/** Who answers for it, and when it is to be looked at again. */
function reviewed([owner, at]: Line, { dayAt }: Desk, { made }: Known): object {
  return { owner: made(String(owner)), ...(at === null ? {} : { reviewOn: dayAt(at) }) };
}

const annexA = 'iso27001-2022';

function addParty([at, as, kind, name, asks, ...review]: Line, desk: Desk): Step {
  const what = { command: 'parties add', as: String(as) };
  return desk.step(at, what, (known) => ({ kind, name, asks, ...reviewed(review, desk, known) }));
}

function addIssue([at, as, kind, title, effect, climate, relevant, ...review]: Line, desk: Desk): Step {
  const what = { command: 'issues add', as: String(as) };
  const said = { kind, title, effect, climate, relevant };
  return desk.step(at, what, (known) => ({ ...said, ...reviewed(review, desk, known) }));
}

function addObligation(line: Line, desk: Desk): Step {
  const [at, as, kind, title, reference, asks, party, named, ...review] = line;
  const requirements = (named as string[]).map((requirement) => ({ framework: annexA, requirement }));
  return desk.step(at, { command: 'obligations add', as: String(as) }, (known) => ({
    ...{ kind, title, reference, asks, requirements },
    ...(party === null ? {} : { party: known.made(String(party)) }),
    ...reviewed(review, desk, known),
  }));
}

function stateScopes(desk: Desk): Step[] {
  const { organisation, managed } = told.scopes;
  const { statement } = operationsScope;
  const inside = { ownPremises: true, suppliers: true, cloud: true, remoteWork: true };
  const first = { ...inside, developsSoftware: false };
  const state = (at: number, input: (known: Known) => object) =>
    desk.step(at, { command: 'scopes state' }, input);
  const entity = { ...told.entity, name: company.name };
  return [
    state(20, (known) => ({
      ...{ ...organisation, ...first, scope: 'organisation' },
      ...reviewed(['ciso', 600], desk, known),
    })),
    state(20, (known) => ({
      ...{ ...managed, ...first, statement, scope: known.made('managed') },
      ...reviewed(['ciso', 600], desk, known),
    })),
    // The developers of the portal joined the company.
    state(352, ({ made }) => ({ scope: made('managed'), developsSoftware: true })),
    state(352, () => ({ scope: 'organisation', developsSoftware: true })),
    desk.step(155, { command: 'entities add' }, (known) => ({
      ...entity,
      ...reviewed(['ciso', 620], desk, known),
    })),
  ];
}

function keepDocument([at, title, kind, needs, version, approved, ...review]: Line, desk: Desk): Step[] {
  const [first = ''] = needs as string[];
  const as = `document ${first}`;
  const meets = (needs as string[]).map((need) => ({ framework: annexA, need }));
  const link = `https://documents.${company.hosts}/isms/${first.toLowerCase()}`;
  const said = { title, kind, meets, version, link };
  const add = desk.step(at, { command: 'documents add', as }, (known) => ({
    ...said,
    ...reviewed(review, desk, known),
  }));
  const approve = { command: 'documents approve' };
  if (approved === null) return [add];
  return [add, desk.step(approved, approve, ({ made }) => ({ document: made(as) }))];
}

function act([at, title, closes, owner, due, priority, status, closed, result]: Line, desk: Desk): Step[] {
  const as = `action ${title}`;
  const add = desk.step(at, { command: 'actions add', as }, (known) => ({
    ...{ title, priority, closes: (closes as string[]).map((each) => subjectOf(each, known)) },
    ...(owner === null ? {} : { owner: known.made(String(owner)) }),
    ...(due === null ? {} : { due: desk.dayAt(due) }),
  }));
  const close = { command: 'actions close' };
  if (status === null) return [add];
  return [add, desk.step(closed, close, ({ made }) => ({ action: made(as), status, result }))];
}

/** `kind:id`; requirements by framework and id, all else by the name it was made under. */
function subjectOf(named: string, { made }: Known): object {
  const [kind = '', id = ''] = named.split(':');
  return { kind, id: kind === 'requirement' ? id : made(id) };
}
