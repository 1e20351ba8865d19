import { useRef, useState } from 'react';
import { isRefusal, useAnswer, useDeed, useLateAnswer, useWords } from '../../../app/index.ts';
import { Button, Dialog, Form, FormActions, type FormError, SelectField } from '../../../ui/index.ts';
import { editionNamed, type FrameworkRow } from '../catalogue/catalogue.ts';
import { ProposalsField, useProposals } from './proposals.tsx';

interface AdoptDialogProps {
  readonly row: FrameworkRow;
  readonly onClose: () => void;
}

/** Answers to a framework from now on: in which scope, and to all of it or to a selection that its publisher named. */
export function AdoptDialog({ row, onClose }: AdoptDialogProps) {
  const say = useWords('frameworks');
  return (
    <Dialog isOpen onClose={onClose} title={say('adopt-title', { title: row.title })} size="s">
      <AdoptForm row={row} onClose={onClose} />
    </Dialog>
  );
}

function AdoptForm({ row, onClose }: AdoptDialogProps) {
  const say = useWords('frameworks');
  const { rows: scopes } = useAnswer('scopes list');
  const { selections, isLoading } = useSelections(row);
  const adopt = useDeed('frameworks adopt');
  const proposals = useProposals(row);
  const [scope, setScope] = useState<string | undefined>('organisation');
  const [selection, setSelection] = useState<string>();
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const isUnderWay = useRef(false);
  const send = async () => {
    const input = { framework: row.id, edition: row.hash, scope, ...(selection ? { selection } : {}) };
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      const says = say('adopt-done', { title: row.title });
      const { told, kept } = await adopt({
        input,
        ifMatch: 0,
        changes: ['edition', 'selection'],
        says,
        // What it would say of the proposals is done with it.
        saysAll: proposals.isTaken,
      });
      if (told || kept) await proposals.take();
      onClose();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      setErrors([{ field: error.problem.path, message: error.problem.detail }]);
    } finally {
      isUnderWay.current = false;
    }
  };
  return (
    <Form errors={errors} onSubmit={() => void send()}>
      <p>{say('adopt-say', { count: row.assessable })}</p>
      <SelectField
        label={say('scope')}
        name="scope"
        value={scope}
        onChange={setScope}
        options={scopes.map(({ id, name }) => ({ id, label: name }))}
      />
      {(selections.length > 0 || isLoading) && (
        <SelectField
          label={say('selection')}
          name="selection"
          value={selection}
          onChange={setSelection}
          none={say('selection-none')}
          options={selections.map(({ id, title, requirements }) => ({
            id,
            label: title,
            description: say('selection-count', { count: requirements }),
          }))}
        />
      )}
      <ProposalsField {...proposals} />
      <FormActions>
        <Button type="submit" kind="primary">
          {say('adopt-do')}
        </Button>
        <Button onPress={onClose}>{say('leave')}</Button>
      </FormActions>
    </Form>
  );
}

/** The selections of an edition with how much each holds; none for most frameworks. */
function useSelections(row: FrameworkRow) {
  const hasSome = 'selections' in row && row.selections !== undefined;
  const { data, isLoading } = useLateAnswer(
    'catalogue show',
    { edition: editionNamed(row) },
    { enabled: hasSome },
  );
  const selections = data && 'rows' in data && 'selections' in data ? (data.selections ?? []) : [];
  return {
    isLoading,
    selections: selections.flatMap((each) => (typeof each === 'object' && 'title' in each ? [each] : [])),
  };
}
