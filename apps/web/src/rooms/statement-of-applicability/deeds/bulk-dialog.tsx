import {
  BegunNote,
  namedTogether,
  type Say,
  useAttempt,
  useDeed,
  useDraft,
  useWords,
} from '../../../app/index.ts';
import { Button, Dialog, Form, Note, TextArea, ToggleGroup } from '../../../ui/index.ts';
import { Answerable } from '../edit/decision-editor.tsx';
import { blankReason, type Draft } from '../edit/draft.ts';
import { decisionsOf, type SaidOfAll, withoutReason } from '../edit/many.ts';
import { ReasonFields } from '../edit/reason-fields.tsx';
import type { Line, Statement } from '../statement/line.ts';

interface BulkDialogProps {
  readonly view: Statement;
  readonly lines: readonly Line[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type Answer = 'keep' | 'yes' | 'no';

interface ManyDraft extends Draft {
  readonly answer: Answer;
}

const nothing: ManyDraft = {
  answer: 'keep',
  applicable: undefined,
  reasons: [blankReason],
  exclusionReason: '',
  owner: undefined,
  reviewOn: undefined,
};

/** Decides of many lines at once: all or none. What is left blank stays on each as it is. */
export function BulkDialog({ view, lines, onClose, onDone }: BulkDialogProps) {
  const say = useWords('statement');
  const called = `decisions in ${view.scope.id} on ${namedTogether(lines.map(({ key }) => key))}`;
  const { draft, change, forget, begun } = useDraft(called, () => nothing);
  const { answer } = draft;
  const ofAll = saidOfAll(draft);
  const silent = withoutReason(lines, ofAll);
  const { decide, isPending, errors } = useDecideMany(view, () => {
    forget();
    onDone();
  });
  const foot = (
    <>
      <Button
        kind="primary"
        pending={isPending}
        onPress={() => void decide(lines, ofAll)}
        reason={blocked(silent, say)}
      >
        {say('record-many', { count: lines.length })}
      </Button>
      <Button onPress={onClose}>{say('close')}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={say('decide-many', { count: lines.length })} foot={foot} size="l">
      <Form onSubmit={() => silent.length === 0 && void decide(lines, ofAll)} errors={errors}>
        <BegunNote begun={begun} />
        <Note tone="info">{say('many-keeps', { rows: lines.map(({ key }) => key).join(', ') })}</Note>
        <ToggleGroup
          label={say('is-it-necessary')}
          options={(['keep', 'yes', 'no'] as const).map((value) => ({
            value,
            label: say(`answer-${value}`),
          }))}
          value={answer}
          onChange={(chosen) => change({ answer: chosen })}
        />
        {answer === 'no' ? (
          <TextArea
            label={say('exclusion-reason')}
            value={draft.exclusionReason}
            onChange={(exclusionReason) => change({ exclusionReason })}
          />
        ) : (
          <ReasonFields
            reasons={draft.reasons.slice(0, 1)}
            onChange={(reasons) => change({ reasons })}
            isOne
          />
        )}
        <Answerable draft={draft} onChange={change} />
        <small>{say('decision-stays')}</small>
      </Form>
    </Dialog>
  );
}

function blocked(silent: readonly string[], say: Say): string | undefined {
  return silent.length === 0 ? undefined : say('many-silent', { rows: silent.join(', ') });
}

function saidOfAll({ answer, reasons, exclusionReason, owner, reviewOn }: ManyDraft): SaidOfAll {
  const applicable = answer === 'keep' ? undefined : answer === 'yes';
  return { applicable, reason: answer === 'no' ? undefined : reasons[0], exclusionReason, owner, reviewOn };
}

function useDecideMany(view: Statement, onDone: () => void) {
  const say = useWords('statement');
  const deed = useDeed('applicability decide-many');
  const { attempt, isPending, errors } = useAttempt();
  const decide = async (lines: readonly Line[], ofAll: SaidOfAll) => {
    const input = {
      framework: 'iso27001-2022',
      scope: view.scope.id,
      decisions: decisionsOf(lines, ofAll),
      position: view.knownAt,
    };
    if (
      await attempt(() => deed({ input, says: say('decided-many', { count: lines.length }), isFinal: true }))
    )
      onDone();
  };
  return { decide, isPending, errors };
}
