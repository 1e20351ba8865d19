import { requirementOf, titleIn } from '@concord/catalog';
import {
  adoptedEdition,
  type Dated,
  type Decided,
  judgementOn,
  type Profile,
  type Programme,
  type RequirementNamed,
  valueOn,
} from '@concord/programme';
import { isMet } from '../calculus/numbers.ts';
import { coverageOf, type ViewMemory } from '../coverage/memory.ts';
import { inclusionOn } from '../csf-profile/said.ts';
import { type InLanguage, languageOf } from '../language/say.ts';
import { type DueItem, dueBy, type Window } from './item.ts';

/** `scope:framework/requirement`, or `profile:framework/requirement`, in its parts. */
function partsOf(key: string): RequirementNamed & { readonly of: string } {
  const colon = key.indexOf(':');
  const slash = key.indexOf('/', colon);
  return {
    of: key.slice(0, colon),
    framework: key.slice(colon + 1, slash),
    requirement: key.slice(slash + 1),
  };
}

function titleOf({ governance }: Programme, named: RequirementNamed, window: InLanguage): string {
  const { framework, requirement } = named;
  const edition = adoptedEdition(governance, framework);
  const title = edition && requirementOf(edition, requirement)?.title;
  return title ? `${requirement} ${titleIn(languageOf(window), named, title)}` : requirement;
}

type Reviewed = Pick<Decided, 'owner' | 'reviewOn'> | undefined;

/** Decisions on what is necessary, and on what is not, that are to be looked at again. */
export function dueDecisions(programme: Programme, window: Window): DueItem[] {
  const { applicability, points, necessity, controls } = programme.controls;
  const again = (
    decided: Reviewed,
    said: { id: string; title: string; requirements: RequirementNamed[] },
  ) => {
    const { reviewOn, owner } = decided ?? {};
    return reviewOn === undefined
      ? []
      : dueBy({ kind: 'applicability', due: reviewOn, owner, ...said }, window);
  };
  return [
    ...[...applicability, ...points].flatMap(([id, history]) => {
      const { framework, requirement } = partsOf(id);
      const named = { framework, requirement };
      const said = { id, title: titleOf(programme, named, window), requirements: [named] };
      return again(decidedOn(history, window.on), said);
    }),
    ...[...necessity].flatMap(([id, history]) => {
      const control = controls.get(id.slice(id.indexOf(':') + 1));
      const title = control ? `${control.code} ${control.name}` : id;
      return again(valueOn(history, window.on), { id, title, requirements: [] });
    }),
  ];
}

function decidedOn(history: readonly Dated<Decided>[], on: string): Decided | undefined {
  return valueOn(history, on);
}

/** Positive judgements: they lapse. A negative one stands until it is judged again. */
export function dueJudgements(programme: Programme, window: Window): DueItem[] {
  return [...programme.controls.judgements.keys()].flatMap((key) => {
    const judged = judgementOn(programme.controls, key, window.on);
    if (judged?.judgement !== 'met') return [];
    const { framework, requirement } = partsOf(key);
    const named = { framework, requirement };
    const said = {
      kind: 'judgement',
      id: key,
      title: titleOf(programme, named, window),
      due: judged.validUntil,
    } as const;
    return dueBy({ ...said, requirements: [named], params: { assessed: judged.assessedOn } }, window);
  });
}

/** Outcomes that a profile wants by a day, and that are not met on the day asked about. */
export function dueTargets(
  programme: Programme,
  window: Window & { readonly memory: ViewMemory },
): DueItem[] {
  const { targetHistory, profiles } = programme.controls;
  return [...targetHistory].flatMap(([key, history]) => {
    const target = valueOn(history, window.on);
    const { of, framework, requirement } = partsOf(key);
    const profile = profiles.get(of);
    const retired = profile?.retiredOn !== undefined && profile.retiredOn <= window.on;
    if (!profile || retired || !target?.wanted || target.due === undefined) return [];
    const named = { framework, requirement };
    if (!isIncluded(programme, { ...named, profile }, window.on)) return [];
    const { due, owner } = target;
    const said = { kind: 'target', id: key, title: titleOf(programme, named, window), due, owner } as const;
    const items = dueBy({ ...said, requirements: [named], params: { profile: profile.name } }, window);
    return items.filter(() => !isReached(programme, { ...named, scope: profile.scope }, window));
  });
}

/** What a profile leaves out, itself or by a heading, is not due. */
function isIncluded(
  programme: Programme,
  { framework: id, requirement, profile }: RequirementNamed & { readonly profile: Profile },
  on: string,
): boolean {
  const framework = adoptedEdition(programme.governance, id);
  return !framework || inclusionOn(programme, { profile, framework, on }, requirement).included;
}

function isReached(
  programme: Programme,
  { framework: id, requirement, scope }: RequirementNamed & { readonly scope: string },
  { on, memory }: Window & { readonly memory: ViewMemory },
): boolean {
  const framework = adoptedEdition(programme.governance, id);
  if (!framework) return false;
  const { coverage } = coverageOf(programme, { framework, scope, on }, memory);
  const result = coverage.results.get(requirement);
  return result !== undefined && (result.kind === 'excluded' || isMet(result));
}

/** Keys of programs that send evidence, by their last day. */
export function dueKeys({ controls }: Programme, window: Window): DueItem[] {
  return [...controls.collectors.values()].flatMap(({ id, until, endedOn }) =>
    endedOn === undefined ? dueBy({ kind: 'collector', id, title: '', due: until }, window) : [],
  );
}
