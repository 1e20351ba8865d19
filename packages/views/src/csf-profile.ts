import { assessableOf, type Requirement, requirementOf } from '@concord/catalog';
import {
  type Profile,
  type Programme,
  type Refusal,
  refuse,
  type Target,
  targetKey,
} from '@concord/programme';
import { countNumbers, type Numbers } from './calculus/index.ts';
import { remember } from './coverage/memory.ts';
import { type Envelope, type Opened, openView, type ViewAsked } from './envelope.ts';
import type { HintedRow } from './reader.ts';

const framework = 'nist-csf-2.0';

export interface ProfileRow extends HintedRow {
  readonly category: string;
  readonly function: string;
  readonly target?: Omit<Target, 'by' | 'seq'> | undefined;
  /** Revision of the target, for `If-Match`; 0 while none is set. */
  readonly revision: number;
}

/** A function or category: current state from its subcategories, of which it is exactly the union. */
export interface ProfileGroup extends HintedRow {
  readonly numbers: Numbers;
}

export interface CsfProfile extends Envelope {
  readonly profile?: Pick<Profile, 'id' | 'name'> | undefined;
  readonly groups: readonly ProfileGroup[];
  readonly rows: readonly ProfileRow[];
}

/** CSWP 29 section 3: the current profile, worked out from the programme, beside the target of one profile. */
export function csfProfile(asked: ViewAsked, profileId?: string): CsfProfile | { refusal: Refusal } {
  const profile = profileAsked(asked.programme, profileId);
  if (profile && 'refusal' in profile) return profile;
  const opened = openView({ ...asked, scope: asked.scope ?? profile?.scope }, framework);
  if ('refusal' in opened) return opened;
  const outcomes = assessableOf(opened.framework);
  const wholes = opened.framework.requirements.filter((requirement) => requirement.parts === 'exact');
  const ids = outcomes.map((outcome) => outcome.id);
  return {
    ...opened.envelope('csf-profile', ids),
    ...(profile ? { profile: { id: profile.id, name: profile.name } } : {}),
    groups: wholes.map((whole) => groupOf(whole, opened, asked)),
    rows: outcomes.map((outcome) => rowOf(outcome, { opened, asked, profile })),
  };
}

/** The profile named; without a name the only one there is, if it is the only one. */
function profileAsked(
  programme: Programme,
  id: string | undefined,
): Profile | undefined | { refusal: Refusal } {
  const { profiles } = programme.controls;
  if (id !== undefined) {
    const named = profiles.get(id);
    return named?.framework === framework
      ? named
      : refuse('missing', 'profile.unknown', { profile: id, at: 'profile' });
  }
  const own = profiles.toList().filter((profile) => profile.framework === framework);
  return own.size === 1 ? own.first() : undefined;
}

function groupOf(whole: Requirement, opened: Opened, asked: ViewAsked): ProfileGroup {
  const { results } = opened.worked.coverage;
  const under = assessableOf(opened.framework, whole.id).map((requirement) => requirement.id);
  const row = opened.row(whole.id);
  const basis = under.map((id) => results.get(id));
  return remember(asked.memory, { from: row, kind: 'group', basis }, () => ({
    ...row,
    numbers: countNumbers(results, under),
  }));
}

interface RowAsked {
  readonly opened: Opened;
  readonly asked: ViewAsked;
  readonly profile: Profile | undefined;
}

function rowOf(outcome: Requirement, { opened, asked, profile }: RowAsked): ProfileRow {
  const key = profile ? targetKey(profile.id, framework, outcome.id) : '';
  const target = asked.programme.controls.targets.get(key);
  const revision = asked.programme.revisions.get(`target/${key}`) ?? 0;
  const category = outcome.parent ?? '';
  const row = opened.row(outcome.id);
  const kind = profile ? profile.id : 'csf';
  return remember(asked.memory, { from: row, kind, basis: [target, revision] }, () => ({
    ...row,
    category,
    function: requirementOf(opened.framework, category)?.parent ?? '',
    ...(target ? { target: targetShown(target) } : {}),
    revision,
  }));
}

function targetShown({ by: _by, seq: _seq, ...target }: Target): Omit<Target, 'by' | 'seq'> {
  return target;
}
