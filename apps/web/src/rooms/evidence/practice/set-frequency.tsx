import { useState } from 'react';
import { BegunNote, useAttempt, useDeed, useDraft, usePlace, useWords } from '../../../app/index.ts';
import {
  Button,
  DateField,
  Dialog,
  FieldRow,
  Form,
  FormActions,
  type FormError,
  Note,
  NumberField,
  SelectField,
  Stack,
  TextArea,
} from '../../../ui/index.ts';
import type { FrequencyRow } from './frequencies-tab.tsx';
import { type PeriodParts, partsOf, periodFrom } from './period.ts';

interface SetFrequencyProps {
  readonly row: FrequencyRow;
  readonly onClose: () => void;
}

const units = ['days', 'weeks', 'months', 'years'] as const;

/** Sets how long evidence of a frequency counts, in place of what is customary. */
export function SetFrequency({ row, onClose }: SetFrequencyProps) {
  const say = useWords('evidence');
  const { typed, set, begun, errors, isPending, submit } = useFrequencyForm({ row, onClose });
  return (
    <Dialog isOpen onClose={onClose} title={say('frequency.change', { name: say(`often.${row.id}`) })}>
      <Form onSubmit={submit} errors={errors} label={say('frequency.deed')}>
        <Stack>
          <BegunNote begun={begun} />
          <FieldRow of={3}>
            <NumberField
              label={say('frequency.count')}
              name="period"
              value={typed.count}
              onChange={(count) => set({ count })}
              minValue={1}
              maxValue={3660}
              isRequired
            />
            <SelectField
              label={say('frequency.unit')}
              options={units.map((id) => ({ id, label: say(`unit.${id}`) }))}
              value={typed.unit}
              onChange={(unit) => unit && set({ unit: unit as PeriodParts['unit'] })}
            />
            <NumberField
              label={say('frequency.grace')}
              name="graceDays"
              value={typed.graceDays}
              onChange={(graceDays) => set({ graceDays })}
              minValue={0}
              maxValue={366}
              isRequired
            />
          </FieldRow>
          <TextArea
            label={say('frequency.reason')}
            description={say('frequency.reason-says')}
            name="reason"
            value={typed.reason}
            onChange={(reason) => set({ reason })}
            isRequired
            maxLength={1000}
          />
          <DateField
            label={say('frequency.effective')}
            name="effective"
            value={typed.effective}
            onChange={(effective) => set({ effective })}
          />
          <Note tone="info">{say('frequency.moves', { count: row.controls })}</Note>
          <FormActions>
            <Button type="submit" kind="primary" pending={isPending}>
              {say('frequency.deed')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </FormActions>
        </Stack>
      </Form>
    </Dialog>
  );
}

interface Typed {
  readonly count: number | undefined;
  readonly unit: PeriodParts['unit'];
  readonly graceDays: number | undefined;
  readonly reason: string;
  readonly effective: string | undefined;
}

function useFrequencyForm({ row, onClose }: SetFrequencyProps) {
  const say = useWords('evidence');
  const { today } = usePlace();
  const deed = useDeed('frequencies set');
  const { attempt, errors, isPending } = useAttempt();
  const [wrong, setWrong] = useState<readonly FormError[]>([]);
  const parts = partsOf(row.period);
  const called = `frequency ${row.id} at ${row.revision}`;
  const kept = useDraft<Typed>(called, () => ({
    count: parts?.count,
    unit: parts?.unit ?? 'days',
    graceDays: row.graceDays,
    reason: '',
    effective: today,
  }));
  const { draft: typed, change: set, begun } = kept;
  const submit = async () => {
    const { count, unit, graceDays, reason, effective } = typed;
    const missing = [
      ...(count === undefined ? [{ field: 'period', message: say('frequency.count-missing') }] : []),
      ...(graceDays === undefined ? [{ field: 'graceDays', message: say('frequency.grace-missing') }] : []),
      ...(reason.trim() === '' ? [{ field: 'reason', message: say('frequency.reason-missing') }] : []),
    ];
    setWrong(missing);
    if (count === undefined || missing.length > 0) return;
    const period = periodFrom({ count, unit });
    const input = { frequency: row.id, period, graceDays, reason: reason.trim(), effective };
    const says = say('frequency.set', { name: say(`often.${row.id}`) });
    const changes = [
      ...(period === row.period ? [] : ['period']),
      ...(graceDays === row.graceDays ? [] : ['graceDays']),
      'reason',
      'effective',
    ];
    if (!(await attempt(() => deed({ input, ifMatch: row.revision, changes, says })))) return;
    kept.forget();
    onClose();
  };
  return {
    typed,
    set,
    begun,
    errors: wrong.length > 0 ? wrong : errors,
    isPending,
    submit: () => void submit(),
  };
}
