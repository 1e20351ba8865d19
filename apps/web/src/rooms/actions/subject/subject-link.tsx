import { To, ToRequirement, useAnswer, useWords } from '../../../app/index.ts';
import { TextLink } from '../../../ui/index.ts';
import type { ActionRow } from '../list/wanted.ts';

type Subject = ActionRow['closes'][number];

/** Leads to what an action closes. */
export function SubjectLink({ subject, name }: { readonly subject: Subject; readonly name: string }) {
  const { kind, id } = subject;
  const [framework = '', requirement = ''] = requirementOf(subject);
  if (kind === 'requirement') {
    return (
      <TextLink
        render={(dress) => <ToRequirement framework={framework} requirement={requirement} {...dress} />}
      >
        {name}
      </TextLink>
    );
  }
  const place = placeOf(kind, id, requirement);
  return <TextLink render={(dress) => <To {...place} {...dress} />}>{name}</TextLink>;
}

/** What a subject is called and what it is: a requirement by its id, with the title of its framework. */
export function useSubjectName() {
  const say = useWords('actions');
  const { rows } = useAnswer('catalogue list');
  return (subject: Subject, about: string | undefined) => {
    const [framework = '', requirement] = requirementOf(subject);
    const kind = say(`subject.${subject.kind}`);
    const title = rows.find(({ id }) => id === framework)?.title;
    if (requirement === undefined) return { name: about ?? subject.id, where: kind };
    return { name: requirement, where: title === undefined ? kind : `${kind} · ${title}` };
  };
}

/** Framework and requirement of an id that holds both; that of a framework has no stroke in it. */
function requirementOf({ kind, id }: Subject): readonly string[] {
  if (kind !== 'requirement' && kind !== 'target') return [];
  const whole = id.slice(kind === 'target' ? id.indexOf(':') + 1 : 0);
  const at = whole.indexOf('/');
  return [whole.slice(0, at), whole.slice(at + 1)];
}

function placeOf(kind: Subject['kind'], id: string, requirement: string) {
  switch (kind) {
    case 'control':
      return { room: 'library', search: { control: id } } as const;
    case 'evidence':
      return { room: 'evidence', search: { evidence: id } } as const;
    case 'target':
      return { room: 'csf-profile', search: { row: requirement } } as const;
    default:
      return { room: 'documents', search: { [kind]: id } } as const;
  }
}
