import { childrenOf, type Framework, type Requirement } from '../../framework.ts';
import type { Findings } from '../draft/finding.ts';
import { findId } from '../draft/identity.ts';
import { items, member, oneOrMore, type Spot, text, textAt } from '../draft/spot.ts';
import { idOfOscal } from './identifier.ts';

/** What one import of a profile selects from a framework: ids as the framework has them. */
export function selectControls(
  directive: Spot,
  framework: Framework,
  findings: Findings,
): ReadonlySet<string> {
  const candidates = framework.requirements.filter((one) => one.assessable || one.tags?.withdrawn);
  const include = member(directive, 'include-controls');
  const all = member(directive, 'include-all').value !== undefined;
  if (!all && include.value === undefined) findings.notice('import.profile-includes-all', directive.at);
  const selected =
    all || include.value === undefined
      ? new Set(candidates.filter((one) => one.assessable).map(({ id }) => id))
      : matchAll(include, { framework, candidates }, findings);
  const excluded = matchAll(member(directive, 'exclude-controls'), { framework, candidates }, findings);
  return new Set([...selected].filter((id) => !excluded.has(id)));
}

interface Field {
  readonly framework: Framework;
  readonly candidates: readonly Requirement[];
}

function matchAll(selections: Spot, field: Field, findings: Findings): Set<string> {
  const matched = new Set<string>();
  for (const selection of oneOrMore(selections, findings)) {
    const named = [...namedIn(selection, field, findings), ...patternedIn(selection, field, findings)];
    const children = textAt(selection, 'with-child-controls', findings) === 'yes';
    for (const id of named) addWithChildren(id, { framework: field.framework, children }, matched);
  }
  return matched;
}

function addWithChildren(
  id: string,
  { framework, children }: { readonly framework: Framework; readonly children: boolean },
  matched: Set<string>,
): void {
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    matched.add(next);
    if (children) waiting.push(...childrenOf(framework, next).map((child) => child.id));
  }
}

function namedIn(selection: Spot, { framework }: Field, findings: Findings): readonly string[] {
  return items(member(selection, 'with-ids'), findings).flatMap((spot) => {
    const written = text(spot, findings);
    const found = findId(framework, idOfOscal(written));
    if (found === undefined) {
      findings.fault(spot.at, 'import.control-unknown', { control: written, framework: framework.id });
    }
    return found === undefined ? [] : [found.id];
  });
}

function patternedIn(
  selection: Spot,
  { framework, candidates }: Field,
  findings: Findings,
): readonly string[] {
  return oneOrMore(member(selection, 'matching'), findings).flatMap((spot) => {
    const pattern = textAt(spot, 'pattern', findings);
    const matching = candidates.filter(({ id }) => fits(id, pattern));
    if (matching.length === 0) {
      findings.fault(`${spot.at}.pattern`, 'import.pattern-empty', { pattern, framework: framework.id });
    }
    return matching.map(({ id }) => id);
  });
}

function fits(id: string, pattern: string): boolean {
  return matchesPattern(oscalForm(id), pattern.toLowerCase()) || matchesPattern(id, pattern);
}

/** AC-2(1) as OSCAL writes it: ac-2.1. */
function oscalForm(id: string): string {
  return id.toLowerCase().replaceAll('(', '.').replaceAll(')', '');
}

/** `*` for any signs, `?` for one; in time no longer than pattern times id. */
export function matchesPattern(id: string, pattern: string): boolean {
  let [at, next, star, retry] = [0, 0, -1, 0];
  while (at < id.length) {
    if (pattern[next] === '*') [star, retry, next] = [next, at, next + 1];
    else if (pattern[next] === '?' || pattern[next] === id[at]) [at, next] = [at + 1, next + 1];
    else if (star === -1) return false;
    else [retry, at, next] = [retry + 1, retry + 1, star + 1];
  }
  while (pattern[next] === '*') next += 1;
  return next === pattern.length;
}
