import { documentedInformationOf, frequency as frequencyNamed } from '@concord/catalog';
import {
  hasScope,
  type Programme,
  type Refusal,
  recordKey,
  refuse,
  requirementWritten,
} from '@concord/programme';
import { maySee, type Reader, subjectAsked } from '@concord/views';
import type { Answer, Asked } from '../query.ts';
import { refuseFramework, refuseRequirement } from './unknown-requirement.ts';

/** What was asked, and what there is to be named now, for who asks. */
interface Named {
  readonly input: Readonly<Record<string, unknown>>;
  readonly programme: Programme;
  readonly reader: Reader;
}

type Refused = { readonly refusal: Refusal } | undefined;
type Check = (value: string, named: Named) => Refused;

/**
 * A list that is narrowed by the name of something that is not there looks like one in which nothing fits: it is refused.
 * Only then are the names looked at: whatever something is found by has a meaning. They are those known now, so that a
 * programme as it was earlier shows nothing of what came later, and does not deny it.
 */
export function refuseUnknown(
  answer: Answer,
  { input, reader }: Pick<Asked<unknown>, 'input' | 'reader'>,
  now: Programme,
): Refused {
  if (!('total' in answer) || answer.total !== 0) return undefined;
  const named: Named = { input: input as Named['input'], programme: now, reader };
  for (const [member, check] of Object.entries(checks)) {
    const value = named.input[member];
    // Empty asks for those that have none.
    const refused = typeof value === 'string' && value !== '' ? check(value, named) : undefined;
    if (refused) return refused;
  }
  return undefined;
}

/** By member of the input: in every list it names the same. */
const checks: Readonly<Record<string, Check>> = {
  owner: (person, { programme, reader }) =>
    isPerson(programme, reader, person)
      ? undefined
      : refuse('missing', 'person.unknown', { person, at: 'owner' }),
  by: (person, { programme, reader }) =>
    isPerson(programme, reader, person) || programme.controls.collectors.has(person)
      ? undefined
      : refuse('missing', 'person.unknown', { person, at: 'by' }),
  scope: (scope, { programme }) =>
    hasScope(programme.governance, scope)
      ? undefined
      : refuse('missing', 'scope.unknown', { scope, at: 'scope' }),
  profile: (profile, { programme }) =>
    programme.controls.profiles.has(profile)
      ? undefined
      : refuse('missing', 'profile.unknown', { profile, at: 'profile' }),
  framework: (framework, { programme }) => refuseFramework(programme, framework),
  requirement: (requirement, { programme, input }) =>
    refuseRequirement(programme, requirement, input.framework as string | undefined),
  family: (family, { programme, reader }) =>
    programme.controls.controls.some((each) => each.family === family && maySee(reader, each.owner))
      ? undefined
      : refuse('missing', 'control.family-unknown', { family, at: 'family' }),
  frequency: (frequency) =>
    frequencyNamed(frequency)
      ? undefined
      : refuse('missing', 'frequency.unknown', { frequency, at: 'frequency' }),
  need: refuseNeed,
  subject: refuseSubject,
};

function isPerson({ governance }: Programme, reader: Reader, id: string): boolean {
  return governance.people.has(id) || reader.person === id;
}

function refuseNeed(need: string, { programme, input }: Named): Refused {
  const named = input.framework as string | undefined;
  const frameworks = named === undefined ? [...programme.governance.adoptions.keys()] : [named];
  const needs = frameworks.flatMap((each) => documentedInformationOf(each).map(({ id }) => id));
  if (needs.includes(need)) return undefined;
  const known = needs.join(', ') || '–';
  return refuse('missing', 'document.need-unknown', {
    framework: frameworks.join(', '),
    need,
    known,
    at: 'need',
  });
}

/** Who does not see everything is not told what there is by guessing at names. */
function refuseSubject(asked: string, { programme, reader }: Named): Refused {
  if (reader.sees !== 'all') return undefined;
  const subject = subjectAsked(programme, asked);
  if (subject.kind === 'requirement') {
    const written = requirementWritten(subject.id);
    const refused = written
      ? (refuseFramework(programme, written.framework) ??
        refuseRequirement(programme, written.requirement, written.framework))
      : refuse('invalid', 'subject.requirement', { subject: subject.id });
    return refused && { refusal: { ...refused.refusal, path: 'subject' } };
  }
  const { kind, id } = subject;
  const isThere = programme.revisions.has(recordKey(subject));
  if (isThere || (kind === 'scope' && hasScope(programme.governance, id))) return undefined;
  return refuse('missing', 'subject.unknown', { kind, subject: id, at: 'subject' });
}
