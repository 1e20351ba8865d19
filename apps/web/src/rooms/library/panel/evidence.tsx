import {
  To,
  useFileCheck,
  useFormat,
  useLateAnswer,
  usePlace,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { type FreshnessCode, FreshnessMark } from '../../../states/index.ts';
import { Button, DropArea, Note, Section, Skeleton, Tag, TextLink, takenFrom } from '../../../ui/index.ts';
import type { ControlSheet, EvidencePiece } from '../control/row.ts';
import css from './panel.module.css';
import { RecordEvidence } from './record-evidence.tsx';
import { useTaken } from './use-taken.ts';

const mostShown = 6;

/** What shows that the control works, and where more of it is put. */
export function EvidenceSection({ sheet }: { readonly sheet: ControlSheet }) {
  const say = useWords('library');
  const { data } = useLateAnswer('evidence list', { control: sheet.id, limit: mostShown });
  const isEmpty = data !== undefined && data.total === 0;
  const total = data?.total ?? 0;
  return (
    <Section
      level={3}
      title={say('evidence')}
      link={
        total > 0 && (
          <TextLink render={(dress) => <To room="evidence" search={{ control: sheet.code }} {...dress} />}>
            {say('evidence.all', { count: total })}
          </TextLink>
        )
      }
    >
      {!data && <Skeleton lines={2} />}
      {isEmpty && <p className={css.meta}>{say('evidence.none', { code: sheet.code })}</p>}
      <ul className={css.list}>
        {data?.rows.map((piece) => (
          <Piece key={piece.id} piece={piece} />
        ))}
      </ul>
      <TakeIn sheet={sheet} />
    </Section>
  );
}

function Piece({ piece }: { readonly piece: EvidencePiece }) {
  const say = useWords('library');
  const { day } = useFormat();
  const { title, collectedOn, coversFrom, coversTo, codes } = piece;
  const covers =
    coversFrom && coversTo ? [say('evidence.covers', { from: day(coversFrom), to: day(coversTo) })] : [];
  const others = codes.length > 1 ? [say('evidence.serves', { count: codes.length })] : [];
  return (
    <li className={css.piece}>
      <span className={css.what}>
        <TextLink render={(dress) => <To room="evidence" search={{ evidence: piece.id }} {...dress} />}>
          {title}
        </TextLink>
        <small className={css.meta}>
          {[say('evidence.collected', { on: day(collectedOn) }), ...covers, ...others].join(' · ')}
        </small>
      </span>
      <PieceState piece={piece} />
    </li>
  );
}

const drawn = new Set<string>(['fresh', 'due', 'stale', 'failed']);

function PieceState({ piece: { freshness } }: { readonly piece: EvidencePiece }) {
  const say = useWords('library');
  if (drawn.has(freshness)) return <FreshnessMark freshness={freshness as FreshnessCode} />;
  return <Tag>{say(`piece.${freshness}`)}</Tag>;
}

/** Drop, paste, choose or link: then say what it shows. */
function TakeIn({ sheet }: { readonly sheet: ControlSheet }) {
  const say = useWords('library');
  const denied = useReadOnly('evidence.record');
  const reason = sheet.retired ? say('retired.reads-only') : denied;
  const { day } = useFormat();
  const { today } = usePlace();
  const { found, take, keep, drop } = useTaken(sheet.id);
  const { check, refused, isPending } = useFileCheck((file) => void take({ file }));
  const takeText = (text: string) => {
    const taken = takenFrom(text, `${say('evidence.clipboard', { day: day(today) })}.txt`);
    if (taken && 'file' in taken) void check(taken.file);
    else if (taken) void take(taken);
  };
  if (found) return <RecordEvidence {...{ sheet, found, keep }} onClose={drop} />;
  return (
    <>
      <DropArea
        label={say('evidence.drop')}
        reason={reason}
        onFiles={([file]) => file && void check(file)}
        onText={takeText}
        isPending={isPending}
      />
      {refused !== undefined && <Note tone="gap" mark="error" title={refused} live />}
      <Button
        kind="quiet"
        size="s"
        mark="link"
        reason={reason}
        reasonAs="tooltip"
        onPress={() => void take({ link: '' })}
      >
        {say('evidence.link')}
      </Button>
    </>
  );
}
