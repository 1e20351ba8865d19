import {
  BegunNote,
  type Say,
  useAttempt,
  useDeed,
  useDraft,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Button, Dialog, Form, FormActions, IconButton, Row, TextField } from '../../../ui/index.ts';
import type { ProfileKept, Scale } from '../profile/view.ts';
import css from './keep.module.css';

interface ScaleDialogProps {
  readonly profile: ProfileKept;
  readonly onClose: () => void;
}

type Levels = Scale['levels'];
const [fewest, most] = [2, 11];

/** A scale of the organisation's own to score outcomes on; nobody prescribes one. */
export function ScaleDialog({ profile, onClose }: ScaleDialogProps) {
  const say = useWords('csf-profile');
  const denied = useReadOnly('profiles.write');
  const deed = useDeed('profiles scale');
  const { attempt, errors, isPending } = useAttempt();
  const called = `scale of ${profile.id} at ${profile.revision}`;
  const { draft, change, forget, begun } = useDraft<{ readonly levels: Levels }>(called, () => ({
    levels: profile.scale?.levels ?? usual(say),
  }));
  const { levels } = draft;
  const setLevels = (next: Levels) => change({ levels: next });
  const next = (levels.at(-1)?.value ?? 0) + 1;
  const name = (at: number, label: string) =>
    setLevels(levels.map((level, index) => (index === at ? { ...level, label } : level)));
  const unnamed = levels.some(({ label }) => label.trim() === '') ? say('scale-name-first') : undefined;
  const record = async () => {
    const input = { profile: profile.id, levels };
    const what = { input, ifMatch: profile.revision, says: say('scale-done'), isFinal: true };
    if (!(await attempt(() => deed(what)))) return;
    forget();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={say(profile.scale ? 'scale-change' : 'scale-set')}>
      <Form errors={errors} onSubmit={() => void record()}>
        <BegunNote begun={begun} />
        <p>{say('scale-about')}</p>
        <ol className={css.levels}>
          {levels.map(({ value, label }, at) => (
            <li key={value} className={css.level}>
              <b>{value}</b>
              <TextField
                label={say('scale-label', { value })}
                hideLabel
                value={label}
                onChange={(text) => name(at, text)}
                maxLength={100}
              />
              {at === levels.length - 1 && levels.length > fewest && (
                <IconButton
                  mark="close"
                  label={say('scale-remove', { value })}
                  onPress={() => setLevels(levels.slice(0, -1))}
                />
              )}
            </li>
          ))}
        </ol>
        <Row>
          <Button
            size="s"
            kind="quiet"
            mark="plus"
            reason={levels.length >= most ? say('scale-most') : undefined}
            reasonAs="tooltip"
            onPress={() => setLevels([...levels, { value: next, label: '' }])}
          >
            {say('scale-add')}
          </Button>
        </Row>
        <FormActions>
          <Button type="submit" kind="primary" pending={isPending} reason={denied ?? unnamed}>
            {say('scale-do')}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

/** 0 to 4, as practice has it. */
function usual(say: Say): Levels {
  return [0, 1, 2, 3, 4].map((value) => ({ value, label: say(`scale-usual-${value}`) }));
}
