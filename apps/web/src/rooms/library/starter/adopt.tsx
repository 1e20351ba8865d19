import { useState } from 'react';
import { useDeed, useForetold, useLanguage, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, CheckboxList, Popover, Stack } from '../../../ui/index.ts';
import { DryRunSaid } from '../bulk/dry-run.tsx';
import { attempt } from '../control/attempt.ts';
import type { StarterRow } from '../control/row.ts';

interface AdoptProps {
  readonly rows: readonly StarterRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onClose: () => void;
  readonly onAdopted: () => void;
}

/** So many are named one by one; more are all of them. */
const mostNamed = 200;

/** Says what adopting the chosen would add, and adds it. */
export function Adopt({ rows, chosen, onClose, onAdopted }: AdoptProps) {
  const say = useWords('library');
  const readOnly = useReadOnly('controls.write');
  const deed = useDeed('library adopt');
  const language = useLanguage();
  const [without, setWithout] = useState<readonly string[]>([]);
  const [isPending, setPending] = useState(false);
  const conditions = conditionsOf(rows, chosen);
  const selection =
    chosen.size === rows.length && rows.length > mostNamed ? { all: true } : { controls: [...chosen] };
  const input =
    chosen.size === 0
      ? undefined
      : {
          ...selection,
          without: without.filter((id) => conditions.some((each) => each.id === id)),
          language,
        };
  const run = useForetold('library adopt', input);
  const { ControlAdded = 0, ClaimStated = 0 } = run.told?.types ?? {};
  const nothing =
    chosen.size === 0 ? say('starter.none-chosen') : run.told?.facts === 0 ? say('bulk.nothing') : undefined;
  const adopt = async () => {
    if (!input) return;
    setPending(true);
    const says = say('starter.done', { count: ControlAdded, claims: ClaimStated });
    const isDone = await attempt(() => deed({ input, says }), {
      failed: say('starter.not-done'),
      say,
    }).finally(() => setPending(false));
    if (isDone) onAdopted();
  };
  return (
    <Stack gap="s">
      <DryRunSaid run={run} says={() => say('starter.would', { count: ControlAdded, claims: ClaimStated })} />
      <span>
        {/* What is told when it is done is what was foretold: before that is known it cannot be done. */}
        <Button
          kind="primary"
          pending={isPending || run.isPending}
          reason={readOnly ?? nothing}
          onPress={() => void adopt()}
        >
          {say('starter.adopt', { count: chosen.size })}
        </Button>{' '}
        {conditions.length > 0 && (
          <Popover
            trigger={say('starter.conditions', { count: conditions.length })}
            label={say('starter.conditions-label')}
          >
            <CheckboxList
              label={say('starter.conditions-label')}
              description={say('starter.conditions-says')}
              options={conditions}
              value={conditions.map(({ id }) => id).filter((id) => !without.includes(id))}
              onChange={(holding) =>
                setWithout(conditions.map(({ id }) => id).filter((id) => !holding.includes(id)))
              }
            />
          </Popover>
        )}{' '}
        <Button onPress={onClose}>{say('close')}</Button>
      </span>
    </Stack>
  );
}

/** Conditions on which some of the chosen are of use at all. */
function conditionsOf(rows: readonly StarterRow[], chosen: ReadonlySet<string>) {
  const found = new Map<string, string>();
  for (const { code, conditionId, condition } of rows) {
    if (chosen.has(code) && conditionId !== undefined) found.set(conditionId, condition ?? conditionId);
  }
  return [...found].map(([id, label]) => ({ id, label }));
}
