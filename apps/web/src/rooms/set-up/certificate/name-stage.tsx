import { useDeed, useWords } from '../../../app/index.ts';
import { Button, Form, Note, TextField } from '../../../ui/index.ts';
import type { Started } from './use-start.ts';
import { useTry } from './use-try.ts';

/** The organisation with ISO/IEC 27001 adopted: what is taken in afterwards is of it. */
export function NameStage({ start, set }: Started) {
  const say = useWords('set-up');
  const create = useDeed('organisations create');
  const adopt = useDeed('frameworks adopt');
  const { isPending, fault, attempt } = useTry();
  const name = start.name.trim();
  const begin = () =>
    attempt(async () => {
      const { told } = await create({ input: { name, zone: start.zone }, key: `${start.id}-create` });
      if (!told) return;
      const { organisation } = told;
      await adopt({ input: { framework: 'iso27001-2022' }, organisation, key: `${start.id}-iso` });
      set({ organisation });
    });
  return (
    <Form onSubmit={() => void (name !== '' && begin())} label={say('certificate.step-name')}>
      <TextField
        size="l"
        label={say('name.field')}
        description={say('name.field-says')}
        value={start.name}
        onChange={(next) => set({ name: next })}
        autoComplete="organization"
        maxLength={200}
        isRequired
        autoFocus
      />
      {fault && <Note tone="gap" mark="error" title={fault.detail} live />}
      <div>
        <Button
          size="l"
          kind="primary"
          type="submit"
          pending={isPending}
          reason={name === '' ? say('name.missing') : undefined}
        >
          {say('certificate.create')}
        </Button>
      </div>
    </Form>
  );
}
