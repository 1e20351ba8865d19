import { useState } from 'react';
import { type Say, useWords } from '../../../app/index.ts';
import { SelectField, TextField } from '../../../ui/index.ts';
import type { Group, Outcome } from '../profile/view.ts';
import css from './panel.module.css';
import { useSaving } from './use-saving.ts';

interface InclusionProps {
  /** An outcome, or a heading that speaks for those under it. */
  readonly node: Outcome | Group;
  readonly profile: string;
  readonly reason: string | undefined;
}

/** Whether the profile includes it: its own word, else that of the heading above; and why. */
export function Inclusion({ node, profile, reason }: InclusionProps) {
  const say = useWords('csf-profile');
  const { saveField, errorBeside } = useSaving('profiles status');
  const error = errorBeside([]);
  const send = (changed: object) =>
    saveField({
      input: { profile, requirement: node.id, ...changed },
      ifMatch: node.statusRevision || undefined,
      says: say('status-done', { id: node.id }),
    });
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
        value={ownWord(node)}
        onChange={(id) => void send({ included: id === undefined ? null : id === 'yes' })}
        reason={reason}
        error={error}
      />
      {ownWord(node) === 'no' && <Why key={node.id} {...{ node, send, reason }} />}
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

interface WhyProps {
  readonly node: Outcome | Group;
  /** Whether it was recorded. */
  readonly send: (changed: object) => Promise<boolean>;
  readonly reason: string | undefined;
}

function Why({ node, send, reason }: WhyProps) {
  const say = useWords('csf-profile');
  const [text, setText] = useState<string>();
  const leave = async (rationale: string) => {
    if (rationale === node.rationale) return setText(undefined);
    const isDone = await send({ rationale: rationale === '' ? null : rationale });
    if (isDone) setText((now) => (now === rationale ? undefined : now));
  };
  return (
    <TextField
      label={say('why-left-out')}
      value={text ?? node.rationale}
      onChange={setText}
      onLeave={(rationale) => void leave(rationale)}
      reason={reason}
    />
  );
}
