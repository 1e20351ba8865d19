import { useState } from 'react';
import { useLateAnswer, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, ComboField, Dialog, Stack } from '../../../ui/index.ts';
import { DecisionEditor } from '../edit/decision-editor.tsx';
import type { Line, Statement } from '../statement/line.ts';
import css from './deeds.module.css';

/** Clause 6.1.3 b: necessary are controls from any source, so one of our own can be declared so. */
export function OwnControl({ view }: { readonly view: Statement }) {
  const say = useWords('statement');
  const [isOpen, setOpen] = useState(false);
  const reason = useReadOnly('applicability.decide');
  return (
    <div className={css.own}>
      <Button mark="plus" onPress={() => setOpen(true)} reason={reason} reasonAs="tooltip">
        {say('add-own')}
      </Button>
      {isOpen && <OwnDialog view={view} onClose={() => setOpen(false)} />}
    </div>
  );
}

function OwnDialog({ view, onClose }: { readonly view: Statement; readonly onClose: () => void }) {
  const say = useWords('statement');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const isAsked = text.trim() !== '';
  const { data, isFetching } = useLateAnswer('find', { text, kinds: ['control'] }, { enabled: isAsked });
  const rows = isAsked ? (data?.rows ?? []) : [];
  const found = rows.find(({ id }) => id === chosen);
  const stands = view.further.find(({ id }) => id === chosen);
  return (
    <Dialog isOpen onClose={onClose} title={say('add-own')} size="l">
      <Stack>
        <p>{say('own-say')}</p>
        <ComboField
          label={say('control')}
          options={rows.map(({ id, code, title }) => ({ id, label: `${code} ${title}` }))}
          value={chosen}
          onChange={setChosen}
          onInput={setText}
          isLoading={isFetching}
        />
        {stands && <p role="status">{say('own-stands', { row: stands.code })}</p>}
        {found && !stands && (
          <DecisionEditor
            key={found.id}
            line={lineOf(found)}
            scope={view.scope.id}
            include
            onClose={onClose}
          />
        )}
      </Stack>
    </Dialog>
  );
}

function lineOf({ id, code, title }: { id: string; code: string; title: string }): Line {
  return {
    ...{ key: code, id, title, theme: 'own', themeTitle: '', isOwn: true, answer: 'undecided' },
    ...{ reasons: [], exclusionReason: '', revision: 0, implemented: 'no', obligations: [], actions: [] },
    ...{ controls: [{ id, code, name: title }], findings: [] },
  };
}
