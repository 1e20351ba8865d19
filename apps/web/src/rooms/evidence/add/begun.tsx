import {
  dropDraft,
  dropFile,
  type KeptDraft,
  useAddress,
  useDraftPlace,
  useFormat,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Button, Note, Row, Section, Stack } from '../../../ui/index.ts';
import css from './add.module.css';
import type { KeptPiece } from './draft.ts';
import { useBegun } from './use-resumed.ts';

/** Says on the page that something was begun and waits, with the way to it; in the dialog it is offered by itself. */
export function BegunLine() {
  const say = useWords('evidence');
  const begun = useBegun();
  const [search, change] = useAddress();
  const reads = useReadOnly('evidence.record') !== undefined;
  if (begun.length === 0 || search.do === 'add' || reads) return null;
  return (
    <Note
      tone="info"
      title={say('draft.waits', { count: begun.length })}
      actions={
        <Button size="s" onPress={() => change({ do: 'add' })}>
          {say('draft.go-to')}
        </Button>
      }
    />
  );
}

/** Offers what was begun in this browser and neither recorded nor discarded. */
export function BegunPieces() {
  const say = useWords('evidence');
  const begun = useBegun();
  if (begun.length === 0) return null;
  return (
    <Section level={3} title={say('draft.offers')}>
      <Stack gap="s">
        <small>{say('draft.says')}</small>
        <ul className={css.turned}>
          {begun.map((kept) => (
            <Offer key={kept.id} kept={kept} />
          ))}
        </ul>
      </Stack>
    </Section>
  );
}

function Offer({ kept }: { readonly kept: KeptDraft<KeptPiece> }) {
  const say = useWords('evidence');
  const { instant } = useFormat();
  const [, change] = useAddress();
  const place = useDraftPlace();
  const { id, at, file, what } = kept;
  const title = what.draft.title.trim() || file?.name || what.link || say('draft.untitled');
  const codes = what.draft.controls.map(({ code }) => code).join(', ');
  const missing = file && !file.isKept ? say('draft.no-file', { name: file.name }) : '';
  const about = [file?.name ?? what.link, codes, say('draft.begun', { when: instant(at) }), missing];
  return (
    <li>
      <span className={css.offer}>
        <b>{title}</b>
        <small>{about.filter(Boolean).join(' · ')}</small>
      </span>
      <Row>
        <Button
          size="s"
          kind="primary"
          aria-label={say('draft.go-on-named', { title })}
          onPress={() => change({ do: 'add', draft: id, versionOf: what.versionOf, for: what.for })}
        >
          {say('draft.go-on')}
        </Button>
        <Button
          size="s"
          kind="quiet"
          aria-label={say('draft.discard-named', { title })}
          onPress={() => {
            dropDraft(place, id);
            void dropFile(id);
          }}
        >
          {say('draft.discard')}
        </Button>
      </Row>
    </li>
  );
}
