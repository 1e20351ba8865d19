import { useState } from 'react';
import { BegunNote, sendFile, useDeed, useFormat, usePlace, useWords } from '../../../app/index.ts';
import {
  Button,
  DateField,
  DisclosureSection,
  FieldRow,
  Form,
  FormActions,
  type FormError,
  isAddress,
  RadioList,
  Stack,
  TextField,
  titleFrom,
} from '../../../ui/index.ts';
import { reasonOf } from '../control/attempt.ts';
import type { ControlSheet } from '../control/row.ts';
import type { TakenIn } from './use-taken.ts';

interface RecordEvidenceProps {
  readonly sheet: ControlSheet;
  /** A file, or an address that may still be typed, with what was typed of it before. */
  readonly found: TakenIn;
  /** Keeps what is typed. */
  readonly keep: (piece: Piece) => unknown;
  /** Recorded, or put back. */
  readonly onClose: () => void;
}

export interface Piece {
  readonly title: string;
  readonly link: string;
  readonly outcome: string | undefined;
  readonly collectedOn: string | undefined;
  readonly coversFrom: string | undefined;
  readonly coversTo: string | undefined;
  readonly validUntil: string | undefined;
}

/** Says what a file or an address shows of the control, and records it. */
export function RecordEvidence(props: RecordEvidenceProps) {
  const { found, onClose } = props;
  const { taken, at } = found;
  const say = useWords('library');
  const { bytes } = useFormat();
  const { piece, set, errors, isPending, submit } = usePieceForm(props);
  return (
    <Form onSubmit={submit} errors={errors} label={say('evidence.record')}>
      <Stack gap="s">
        <BegunNote begun={at === undefined ? undefined : { at, discard: onClose }} />
        {'file' in taken ? (
          <>
            <p>{say('evidence.file', { name: taken.file.name, size: bytes(taken.file.size) })}</p>
            {found.isKept === false && <small>{say('evidence.not-kept')}</small>}
          </>
        ) : (
          <TextField
            label={say('evidence.address')}
            name="link"
            type="url"
            value={piece.link}
            onChange={(link) => set({ link })}
            isRequired
            autoFocus
            maxLength={2000}
          />
        )}
        <TextField
          label={say('evidence.title')}
          name="title"
          value={piece.title}
          onChange={(title) => set({ title })}
          isRequired
          maxLength={300}
        />
        <FieldRow>
          <RadioList
            label={say('evidence.outcome')}
            name="outcome"
            options={['works', 'fails', 'neutral'].map((id) => ({ id, label: say(`outcome.${id}`) }))}
            value={piece.outcome}
            onChange={(outcome) => set({ outcome })}
            isRequired
          />
          <DateField
            label={say('evidence.collected-on')}
            value={piece.collectedOn}
            onChange={(collectedOn) => set({ collectedOn })}
          />
        </FieldRow>
        <Days piece={piece} set={set} />
        <FormActions>
          <Button type="submit" kind="primary" pending={isPending}>
            {say('evidence.record')}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <small>{say('evidence.stays')}</small>
        </FormActions>
      </Stack>
    </Form>
  );
}

interface DaysProps {
  readonly piece: Piece;
  readonly set: (changed: Partial<Piece>) => void;
}

function Days({ piece, set }: DaysProps) {
  const say = useWords('library');
  return (
    <DisclosureSection title={say('evidence.days')}>
      <FieldRow>
        <DateField
          label={say('evidence.covers-from')}
          value={piece.coversFrom}
          onChange={(coversFrom) => set({ coversFrom })}
        />
        <DateField
          label={say('evidence.covers-to')}
          value={piece.coversTo}
          onChange={(coversTo) => set({ coversTo })}
        />
      </FieldRow>
      <DateField
        label={say('evidence.valid-until')}
        description={say('evidence.valid-until-says')}
        value={piece.validUntil}
        onChange={(validUntil) => set({ validUntil })}
      />
    </DisclosureSection>
  );
}

function usePieceForm({ sheet, found: { taken, typed }, keep, onClose }: RecordEvidenceProps) {
  const say = useWords('library');
  const { organisation, today } = usePlace();
  const deed = useDeed('evidence add');
  const [piece, setPiece] = useState<Piece>({
    title: titleFrom(taken),
    link: 'link' in taken ? taken.link : '',
    outcome: undefined,
    collectedOn: today,
    coversFrom: undefined,
    coversTo: undefined,
    validUntil: undefined,
    ...typed,
  });
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [isPending, setPending] = useState(false);
  const record = async () => {
    const { title, link, ...rest } = piece;
    const wrong = wrongIn(piece, taken);
    if (wrong.length > 0)
      return setErrors(wrong.map(({ field, why }) => ({ field, message: say(`evidence.${why}`) })));
    setPending(true);
    try {
      const sent =
        'file' in taken ? { file: (await sendFile(organisation, taken.file)).file } : { link: link.trim() };
      await deed({
        input: { controls: [sheet.id], title: title.trim(), ...sent, ...rest },
        says: say('evidence.recorded', { code: sheet.code }),
        isFinal: true,
      });
      onClose();
    } catch (refused) {
      setErrors([{ message: reasonOf(refused, say) }]);
    } finally {
      setPending(false);
    }
  };
  return {
    piece,
    errors,
    isPending,
    set: (changed: Partial<Piece>) => {
      const next = { ...piece, ...changed };
      setPiece(next);
      keep(next);
    },
    submit: () => void record(),
  };
}

/** What cannot be recorded as it is typed, field by field in their order. */
function wrongIn({ title, link, outcome }: Piece, taken: TakenIn['taken']) {
  const address = link.trim();
  const why = address === '' ? 'link-missing' : 'link-wrong';
  return [
    ...('link' in taken && !isAddress(address) ? [{ field: 'link', why }] : []),
    ...(title.trim() === '' ? [{ field: 'title', why: 'title-missing' }] : []),
    ...(outcome === undefined ? [{ field: 'outcome', why: 'outcome-missing' }] : []),
  ];
}
