import { adoptedEdition, type Notice, type Programme, refuse, requirementKey } from '@concord/programme';
import type { Aspect } from '../coverage/feed.ts';
import { coverageInParts, type ViewMemory } from '../coverage/memory.ts';
import type { ViewAsked } from '../envelope.ts';
import { type Say, sayIn } from '../language/say.ts';
import { atOnce, type InParts } from '../pauses/in-parts.ts';
import { branchOf } from '../supposed/branch.ts';
import type { Causes } from './difference/because.ts';
import { type Difference, differenceOf } from './difference/difference.ts';
import type { Change, Refused, Supposed } from './hypothesis/change.ts';
import { readChanges } from './hypothesis/read-changes.ts';
import { suppose } from './hypothesis/suppose.ts';
import { type PlannedAction, planOf } from './planning/plan.ts';
import { goalsThen, type Reach, reachOf } from './reach/reach.ts';
import { changeWords, sentencesOf } from './sentences.ts';

/** Something supposed, as it is said to a reader. */
export interface ChangeShown {
  readonly kind: Change['kind'];
  readonly words: string;
  readonly control?: { readonly id: string; readonly code: string; readonly name: string };
  readonly state?: string;
  readonly evidence?: { readonly id: string; readonly title: string };
  readonly requirement?: { readonly framework: string; readonly id: string; readonly title: string };
}

/** What would be otherwise in every adopted framework. Nothing of it is recorded. */
export interface WhatIf {
  readonly view: 'what-if';
  readonly organisation: { readonly id: string; readonly name: string };
  readonly on: string;
  readonly knownAt: number;
  readonly position: number;
  readonly head: string;
  readonly changes: readonly ChangeShown[];
  /** Every adopted framework, in the scope of its adoption, also where nothing differs. */
  readonly frameworks: readonly Difference[];
  /** The shortest list of controls that reaches what was asked, and how far from the shortest of all it can be. */
  readonly reach?: Reach;
  /** What would have to be done, as bodies of `actions add-many`. */
  readonly plan: readonly PlannedAction[];
  /** In words, about what was asked. */
  readonly notices: readonly Notice[];
  /** The same, as sentences to be read. */
  readonly sentences: readonly string[];
}

/** What is asked: what is supposed, and what is to be reached on top of it. */
export interface Asking extends Supposed {
  /** FRAMEWORK, FRAMEWORK:PERCENT or FRAMEWORK:PROFILE; for who sees the whole programme. */
  readonly reach: readonly string[];
}

/** All of `whatIfInParts` in one go. */
export function whatIf(asked: ViewAsked, asking: Asking): WhatIf | Refused {
  return atOnce(whatIfInParts(asked, asking));
}

/**
 * Our own computation: the commands' rules decide what is supposed, and the ordinary coverage is asked of the programme
 * that follows, with a memory of its own. A list that reaches a target is supposed like any other change. Between two
 * parts others may record facts and read views with the same memory: the answer is about the programme as it was asked.
 */
export function* whatIfInParts(asked: ViewAsked, asking: Asking): InParts<WhatIf | Refused> {
  const { programme, on, reader, language } = asked;
  const say = sayIn(asked);
  const changes = readChanges({ programme, reader, language }, asking);
  if ('refusal' in changes) return changes;
  const refused = refuseAsking(asked, asking, changes);
  if (refused) return refused;
  const by = { on, actor: reader.person };
  const base = yield* suppose(programme, changes, by);
  if ('refusal' in base) return base;
  const now = yield* remembered(asked);
  const reached = yield* reachFrom({ ...asked, memory: now }, base.programme, asking.reach);
  if ('refusal' in reached) return reached;
  const causes = causesOf(asked, [...changes, ...reached.changes]);
  const { frameworks, notices } = yield* compare({ ...asked, memory: now }, reached, causes);
  return toldOf(asked, {
    changes: changes.map((change) => changeShown(change, say)),
    frameworks,
    ...(reached.reach ? { reach: reached.reach } : {}),
    plan: [...planOf(changes, frameworks, say), ...reached.plan],
    notices: [...noticesOn(base.unchanged, say), ...notices, ...reached.notices],
  });
}

/** What the reader remembers, brought up to date, as a memory that nobody else brings further. */
function* remembered({ programme, on, memory }: ViewAsked): InParts<ViewMemory> {
  for (const aspect of aspectsOf(programme, on).aspects) {
    yield* coverageInParts(programme, aspect, memory);
    yield;
  }
  return branchOf(memory, { programme, on });
}

/** Which controls there are is for who sees them all. */
function refuseAsking(
  { reader }: ViewAsked,
  { reach }: Asking,
  changes: readonly Change[],
): Refused | undefined {
  if (changes.length + reach.length === 0) return refuse('invalid', 'what-if.nothing-asked', {});
  if (reach.length === 0 || reader.sees === 'all') return undefined;
  return refuse('denied', 'permission.denied', { permission: 'programme.read' });
}

interface Reached {
  readonly programme: Programme;
  /** A memory that may be brought further to what is supposed. */
  readonly memory: ViewMemory;
  readonly changes: readonly Change[];
  readonly reach?: Reach;
  readonly plan: readonly PlannedAction[];
  readonly notices: readonly Notice[];
}

/** The list that reaches the goals from a programme, and the programme with it. */
function* reachFrom(asked: ViewAsked, base: Programme, said: readonly string[]): InParts<Reached | Refused> {
  const { on, reader } = asked;
  const memory = branchOf(asked.memory, asked);
  if (said.length === 0) return { programme: base, memory, changes: [], plan: [], notices: [] };
  const reaching = yield* reachOf(
    { ...asked, programme: base, memory: branchOf(memory, asked) },
    { said, today: asked },
  );
  if ('refusal' in reaching) return reaching;
  const { changes, plan } = reaching;
  const then = yield* suppose(base, changes, { on, actor: reader.person });
  if ('refusal' in then) return then;
  const { goals, notices } = yield* goalsThen(reaching, then.programme, memory);
  const reach = { goals, ...reaching.reach };
  return { programme: then.programme, memory, changes, reach, plan, notices };
}

function toldOf(
  asked: ViewAsked,
  told: Pick<WhatIf, 'changes' | 'frameworks' | 'plan' | 'notices'> & { reach?: Reach },
): WhatIf {
  const { programme, on, head, organisation: id } = asked;
  const { position } = programme;
  return {
    view: 'what-if',
    organisation: { id, name: programme.governance.organisation?.name ?? '' },
    on,
    knownAt: position,
    position,
    head,
    ...told,
    sentences: sentencesOf({ on, knownAt: position, language: asked.language, ...told }),
  };
}

interface Compared {
  readonly frameworks: readonly Difference[];
  readonly notices: readonly Notice[];
}

/** Every adopted framework now and then. */
function* compare({ programme, on, memory }: ViewAsked, then: Reached, causes: Causes): InParts<Compared> {
  const { aspects, notices } = aspectsOf(programme, on);
  const frameworks: Difference[] = [];
  for (const aspect of aspects) {
    const before = yield* coverageInParts(programme, aspect, memory);
    const after = yield* coverageInParts(then.programme, aspect, then.memory);
    frameworks.push(differenceOf(before, after, causes));
    yield;
  }
  return { frameworks, notices };
}

/** The adopted frameworks, each in the scope of its adoption; one whose edition is not here is named and left out. */
function aspectsOf({ governance }: Programme, on: string): { aspects: Aspect[]; notices: Notice[] } {
  const aspects: Aspect[] = [];
  const notices: Notice[] = [];
  for (const { framework: id, scope } of governance.adoptions.values()) {
    const framework = adoptedEdition(governance, id);
    if (framework) aspects.push({ framework, scope, on });
    else notices.push({ code: 'what-if.edition-missing', params: { framework: id } });
  }
  return { aspects, notices };
}

function causesOf({ programme, reader, language }: ViewAsked, changes: readonly Change[]): Causes {
  const controls = changes.flatMap((change) => {
    if (change.kind === 'set') return [change.control.id];
    return change.kind === 'lapse' ? change.evidence.controls : [];
  });
  const excluded = changes.flatMap((change) =>
    change.kind === 'exclude' ? [requirementKey(change.framework, change.requirement)] : [],
  );
  return { programme, reader, language, controls: new Set(controls), excluded: new Set(excluded) };
}

function changeShown(change: Change, say: Say): ChangeShown {
  const words = changeWords(change, say);
  if (change.kind === 'set') {
    const { id, code, name } = change.control;
    return { kind: 'set', words, control: { id, code, name }, state: change.state };
  }
  if (change.kind === 'lapse') {
    const { id, title } = change.evidence;
    return { kind: 'lapse', words, evidence: { id, title } };
  }
  const { framework, requirement: id, title } = change;
  return { kind: 'exclude', words, requirement: { framework, id, title } };
}

function noticesOn(unchanged: readonly Change[], say: Say): Notice[] {
  return unchanged.map((change) => ({
    code: 'what-if.so-already',
    params: { change: changeWords(change, say) },
  }));
}
