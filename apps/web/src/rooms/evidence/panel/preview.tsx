import type { AnswerOf } from '@concord/operations/client';
import { useEffect, useState } from 'react';
import {
  download,
  fetchBytes,
  isRefusal,
  tell,
  Unreachable,
  useFormat,
  useLateAnswer,
  usePlace,
  useWhen,
  useWords,
} from '../../../app/index.ts';
import { Button, Note, Row, Skeleton, Stack, TextLink } from '../../../ui/index.ts';
import type { Piece } from '../pieces/filters.ts';
import css from './panel.module.css';
import { typeToShow } from './shown-type.ts';

/** What the piece looks like. Nothing in it is run: pictures and pages are drawn, text and cells are written out. */
export function Preview({ piece }: { readonly piece: Piece }) {
  const say = useWords('evidence');
  if (piece.link !== undefined)
    return (
      <p>
        {say('preview.link')}{' '}
        <TextLink href={piece.link} external>
          {say('preview.open')}
        </TextLink>
      </p>
    );
  if (!piece.file) return <p className={css.meta}>{say('preview.record')}</p>;
  return (
    <Stack gap="s">
      <OfFile evidence={piece.id} />
      <Download evidence={piece.id} />
    </Stack>
  );
}

function Download({ evidence }: { readonly evidence: string }) {
  const say = useWords('evidence');
  const { organisation } = usePlace();
  const when = useWhen();
  const sayOfApp = useWords('app');
  const take = async () => {
    try {
      await download(organisation, 'evidence file', { evidence, ...when });
    } catch (error) {
      if (!isRefusal(error) && !(error instanceof Unreachable)) throw error;
      const reason = isRefusal(error) ? error.problem.detail : sayOfApp('unreachable');
      tell({ says: say('preview.not-taken'), notices: [reason], tone: 'failed' });
    }
  };
  return (
    <Row>
      <Button size="s" mark="download" onPress={() => void take()}>
        {say('preview.download')}
      </Button>
    </Row>
  );
}

function OfFile({ evidence }: { readonly evidence: string }) {
  const say = useWords('evidence');
  const { data, error, isPlaceholderData } = useLateAnswer('evidence preview', { evidence });
  if (error) return <Note tone="unk">{isRefusal(error) ? error.problem.detail : say('preview.failed')}</Note>;
  if (!data || isPlaceholderData) return <Skeleton lines={4} />;
  switch (data.kind) {
    case 'text':
      return <AsText preview={data} />;
    case 'table':
      return <AsSheets preview={data} />;
    case 'image':
    case 'pdf':
      return <AsDrawn evidence={evidence} preview={data} />;
    default:
      return <p className={css.meta}>{say('preview.none', { type: data.mediaType })}</p>;
  }
}

type PreviewAnswer = AnswerOf<'evidence preview'>;

function AsText({ preview: { name, text, truncated } }: { readonly preview: PreviewAnswer }) {
  const say = useWords('evidence');
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section tabIndex={0} aria-label={name}>
        <pre className={css.text}>{text}</pre>
      </section>
      {truncated && <small className={css.meta}>{say('preview.truncated')}</small>}
    </>
  );
}

function AsSheets({ preview: { sheets = [] } }: { readonly preview: PreviewAnswer }) {
  const say = useWords('evidence');
  return sheets.map(({ name, rows, moreRows, moreColumns }) => (
    <div key={name}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className={css.sheet} tabIndex={0} aria-label={name}>
        <table>
          <caption>{name}</caption>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {moreRows + moreColumns > 0 && (
        <small className={css.meta}>{say('preview.more', { rows: moreRows, columns: moreColumns })}</small>
      )}
    </div>
  ));
}

interface AsDrawnProps {
  readonly evidence: string;
  readonly preview: PreviewAnswer;
}

function AsDrawn({ evidence, preview }: AsDrawnProps) {
  const say = useWords('evidence');
  const { bytes } = useFormat();
  const address = useBlob(evidence, preview);
  if (address === 'failed') return <Note tone="unk">{say('preview.failed')}</Note>;
  if (address === undefined) return <Skeleton lines={6} />;
  const { name, size, kind } = preview;
  if (kind === 'image')
    return <img className={css.picture} src={address} alt={say('preview.picture', { name })} />;
  // No `sandbox`: Chrome draws no PDF in a sandboxed frame. What is in the frame can only be a PDF, see `typeToShow`.
  return (
    <iframe className={css.pages} src={address} title={say('preview.pages', { name, size: bytes(size) })} />
  );
}

/** The file as an address that this page alone can open, let go when it is no longer shown. */
function useBlob(evidence: string, { kind, mediaType }: PreviewAnswer): string | undefined {
  const { organisation } = usePlace();
  const when = useWhen();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isOver = false;
    const show = async () => {
      const file = await fetchBytes(organisation, 'evidence file', { evidence, ...when });
      const start = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
      const type = typeToShow(kind, mediaType, start);
      if (isOver) return;
      if (type !== undefined) made = URL.createObjectURL(file.slice(0, file.size, type));
      setAddress(made ?? 'failed');
    };
    show().catch(() => isOver || setAddress('failed'));
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [organisation, evidence, kind, mediaType, when]);
  return address;
}
