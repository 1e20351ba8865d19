import { Boundary, To, useAddress, useFormat, useReadOnly, useWords } from '../../../app/index.ts';
import {
  Button,
  Facts,
  Id,
  Row,
  Section,
  SidePanel,
  Skeleton,
  Stack,
  Tag,
  TextLink,
} from '../../../ui/index.ts';
import type { Names } from '../names/use-names.ts';
import type { Piece } from '../pieces/filters.ts';
import { PieceState } from '../pieces/piece-state.tsx';
import { Assign } from './assign.tsx';
import css from './panel.module.css';
import { Preview } from './preview.tsx';
import { usePiece } from './use-piece.ts';

interface PiecePanelProps {
  readonly named: string | undefined;
  readonly names: Names;
}

/** One piece beside the list: what it shows, for what, until when, and what it looks like. */
export function PiecePanel({ named, names }: PiecePanelProps) {
  const say = useWords('evidence');
  const [, change] = useAddress();
  const { data: piece } = usePiece(named);
  return (
    <SidePanel
      isOpen={named !== undefined}
      onClose={() => change({ evidence: undefined })}
      label={say('panel.label')}
      head={piece && <PieceState piece={piece} />}
      foot={piece && <Recorded piece={piece} names={names} />}
    >
      <Boundary place={named ?? ''}>
        {piece === undefined && <Skeleton lines={8} />}
        {piece === null && <p>{say('panel.unknown')}</p>}
        {piece && <About key={piece.id} piece={piece} names={names} />}
      </Boundary>
    </SidePanel>
  );
}

interface AboutProps {
  readonly piece: Piece;
  readonly names: Names;
}

function Recorded({ piece: { id, by, seq }, names }: AboutProps) {
  const say = useWords('evidence');
  const { number } = useFormat();
  return (
    <small className={css.meta}>
      {say('panel.recorded', { who: names.sender(by), entry: number(seq) })}{' '}
      <TextLink render={(dress) => <To room="history" search={{ record: `evidence/${id}` }} {...dress} />}>
        {say('panel.history')}
      </TextLink>
    </small>
  );
}

function About({ piece, names }: AboutProps) {
  const say = useWords('evidence');
  const [, change] = useAddress();
  const reason = useReadOnly('evidence.record');
  const isReplaced = piece.freshness === 'replaced';
  return (
    <Stack>
      <h2 className={css.title}>{piece.title}</h2>
      <What piece={piece} names={names} />
      <Section level={3} title={say('panel.looks')}>
        <Preview piece={piece} />
      </Section>
      <Section
        level={3}
        title={say('panel.controls')}
        meta={say('panel.serves', { count: piece.controls.length + piece.hiddenControls })}
      >
        <Controls piece={piece} />
        <Assign piece={piece} />
      </Section>
      {!isReplaced && (
        <Row>
          <Button mark="plus" reason={reason} onPress={() => change({ do: 'add', versionOf: piece.id })}>
            {say('panel.newer')}
          </Button>
        </Row>
      )}
    </Stack>
  );
}

function What({ piece, names }: AboutProps) {
  const say = useWords('evidence');
  const { day } = useFormat();
  const { outcome, collectedOn, coversFrom, coversTo, until, graceUntil, validUntil, scope } = piece;
  const covers = coversFrom !== undefined || coversTo !== undefined;
  const period = { from: day(coversFrom ?? collectedOn), to: day(coversTo ?? collectedOn) };
  return (
    <Facts
      facts={[
        { term: say('fact.outcome'), children: say(`outcome.${outcome}`) },
        { term: say('fact.collected'), children: day(collectedOn) },
        ...(covers ? [{ term: say('fact.covers'), children: say('fact.period', period) }] : []),
        ...(until === undefined
          ? []
          : [{ term: say('fact.until'), children: <Until {...{ until, graceUntil, validUntil }} /> }]),
        ...(scope === undefined ? [] : [{ term: say('fact.scope'), children: names.scope(scope) }]),
        { term: say('fact.source'), children: <Source piece={piece} /> },
      ]}
    />
  );
}

function Until({
  until,
  graceUntil,
  validUntil,
}: Pick<Piece, 'graceUntil' | 'validUntil'> & { readonly until: string }) {
  const say = useWords('evidence');
  const { day } = useFormat();
  return (
    <>
      {day(until)}
      {graceUntil !== undefined && graceUntil !== until && (
        <span className={css.meta}> {say('fact.grace', { day: day(graceUntil) })}</span>
      )}
      {validUntil !== undefined && (
        <>
          {' '}
          <Tag>{say('fact.own-validity')}</Tag>
        </>
      )}
    </>
  );
}

function Source({ piece: { kind, link, file, record, versionOf } }: { readonly piece: Piece }) {
  const say = useWords('evidence');
  const { bytes } = useFormat();
  return (
    <span className={css.breaks}>
      {link !== undefined && (
        <TextLink href={link} external>
          {link}
        </TextLink>
      )}
      {file && `${file.name}, ${bytes(file.size)}`}
      {record !== undefined && (
        <TextLink render={(dress) => <To room="history" search={{ record }} {...dress} />}>{record}</TextLink>
      )}
      {!link && !file && !record && say(`source.${kind}`)}
      {versionOf !== undefined && (
        <>
          <br />
          <TextLink render={(dress) => <To room="evidence" search={{ evidence: versionOf }} {...dress} />}>
            {say('panel.earlier')}
          </TextLink>
        </>
      )}
    </span>
  );
}

function Controls({ piece: { codes, hiddenControls } }: { readonly piece: Piece }) {
  const say = useWords('evidence');
  return (
    <ul className={css.list}>
      {codes.map((code) => (
        <li key={code}>
          <TextLink render={(dress) => <To room="library" search={{ control: code }} {...dress} />}>
            <Id>{code}</Id>
          </TextLink>
        </li>
      ))}
      {hiddenControls > 0 && <li className={css.meta}>{say('panel.hidden', { count: hiddenControls })}</li>}
    </ul>
  );
}
