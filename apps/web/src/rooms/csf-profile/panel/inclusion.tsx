import { BegunNote, type Say, useWords } from '../../../app/index.ts';
import { SelectField, TextField } from '../../../ui/index.ts';
import type { Group, Outcome } from '../profile/view.ts';
import css from './panel.module.css';
import { useFieldSaving } from './use-field-saving.ts';
import { useTypedText } from './use-typed-text.ts';

interface InclusionProps {
  /** An outcome, or a heading that speaks for those under it. */
  readonly node: Outcome | Group;
  readonly profile: string;
  readonly reason: string | undefined;
}

/** Whether the profile includes it: its own word, else that of the heading above; and why. */
export function Inclusion({ node, profile, reason }: InclusionProps) {
  const say = useWords('csf-profile');
  const of = { profile, requirement: node.id };
  const { saveField, shown, isWaiting, errorBeside } = useFieldSaving('profiles status', of);
  const error = errorBeside([]);
  const send = (changed: Readonly<Record<string, unknown>>, revision = node.statusRevision) =>
    saveField({ ifMatch: revision, says: say('status-done', { id: node.id }) }, changed);
  const own = ownWord(node);
  const included = shown<boolean | undefined>('included', own === undefined ? undefined : false);
  const chosen = included === undefined ? undefined : included ? 'yes' : 'no';
  return (
    <>
      <SelectField
        label={say('included')}
        description={inclusionSaid(node, say)}
        options={[
          { id: 'yes', label: say('included-yes') },
          { id: 'no', label: say('included-no') },
        ]}
        none={say('included-open')}
        value={chosen}
        isWaiting={isWaiting('included')}
        onChange={(id) => void send({ included: id === undefined ? null : id === 'yes' })}
        reason={reason}
        error={error}
      />
      {chosen === 'no' && <Why key={node.id} {...{ node, send, reason, profile }} />}
      {node.checks.map(({ id, message }) => (
        <p key={id} className={css.quiet}>
          {message}
        </p>
      ))}
    </>
  );
}

/** What the node itself is known to say: it is included unless somebody said otherwise. */
function ownWord({ included, inheritedFrom }: Outcome | Group): 'no' | undefined {
  return !included && inheritedFrom === undefined ? 'no' : undefined;
}

function inclusionSaid({ included, inheritedFrom }: Outcome | Group, say: Say) {
  if (inheritedFrom !== undefined)
    return say(included ? 'included-by' : 'left-out-by', { id: inheritedFrom });
  return included ? say('included-now') : undefined;
}

interface WhyProps extends InclusionProps {
  /** Whether it was recorded. */
  readonly send: (changed: Readonly<Record<string, unknown>>, revision?: number) => Promise<boolean>;
}

function Why({ node, send, reason, profile }: WhyProps) {
  const say = useWords('csf-profile');
  const typed = useTypedText(`why ${node.id} is not in ${profile}`, {
    there: node.rationale,
    revision: node.statusRevision,
  });
  return (
    <>
      <BegunNote begun={typed.begun} />
      <TextField
        label={say('why-left-out')}
        value={typed.text}
        maxLength={10_000}
        isBegun={typed.begun !== undefined}
        onChange={typed.type}
        onLeave={typed.leave((why, at) => send({ rationale: why === '' ? null : why }, at))}
        reason={reason}
      />
    </>
  );
}
