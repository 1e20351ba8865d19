import { useEffect, useEffectEvent, useRef } from 'react';
import { Button as AriaButton, type DropItem, DropZone, type FileDropItem } from 'react-aria-components';
import { behaviourOf } from '../actions/button.tsx';
import { Mark } from '../marks/mark.tsx';
import { given } from '../props.ts';
import { useSay } from '../say.ts';
import css from './forms.module.css';

interface DropAreaProps {
  /** What to drop here: "Drop the review here". */
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** Kinds and sizes that are taken. */
  readonly hint?: string | undefined;
  /** Media types and endings, as of the `accept` attribute. */
  readonly accept?: readonly string[] | undefined;
  readonly multiple?: boolean | undefined;
  readonly isPending?: boolean | undefined;
  readonly reason?: string | undefined;
  /** Takes files pasted anywhere on the page, unless a field is being written in. */
  readonly takesPaste?: boolean | undefined;
  /** Takes text pasted in the same way; without it, text is nobody's. */
  readonly onText?: ((text: string) => void) | undefined;
}

/** Takes files: dropped, chosen or pasted. */
export function DropArea(props: DropAreaProps) {
  const {
    label,
    onFiles,
    hint,
    accept,
    multiple = false,
    isPending = false,
    reason,
    takesPaste = true,
    onText,
  } = props;
  const { say } = useSay();
  const blocked = isPending || reason !== undefined;
  const take = (files: readonly File[]) => {
    const taken = multiple ? files : files.slice(0, 1);
    if (taken.length > 0 && !blocked) onFiles(taken);
  };
  usePasted(takesPaste && !blocked, { take, onText });
  return (
    <DropZone
      className={css.drop ?? ''}
      aria-label={label}
      isDisabled={blocked}
      onDrop={async (event) => take(await filesOf(event))}
    >
      <span className={css.dropLabel}>
        <Mark name={isPending ? 'clock' : 'plus'} size={16} />
        {isPending ? say('taking-files') : label}
      </span>
      {reason === undefined && <PickFile {...{ accept, multiple, isPending, take }} />}
      {(reason ?? hint) && <small className={css.hint}>{reason ?? hint}</small>}
    </DropZone>
  );
}

interface PickFileProps extends Pick<DropAreaProps, 'accept'> {
  readonly multiple: boolean;
  readonly isPending: boolean;
  readonly take: (files: readonly File[]) => void;
}

/** Stays while files are taken, and does nothing then: who chose one by keys goes on from there. */
function PickFile({ accept, multiple, isPending, take }: PickFileProps) {
  const { say } = useSay();
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  return (
    <>
      <AriaButton
        className={css.pick ?? ''}
        {...behaviourOf({ onPress: choose, reason: isPending ? say('taking-files') : undefined })}
      >
        {say('choose-file', { count: multiple ? 2 : 1 })}
      </AriaButton>
      <input
        ref={input}
        type="file"
        hidden
        // A press that reaches the zone gives the focus to the zone's own button.
        onClick={(event) => event.stopPropagation()}
        multiple={multiple}
        {...given({ accept: accept?.join(',') })}
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])]);
          // The same file chosen again is a choice, too.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

async function filesOf({ items }: { readonly items: readonly DropItem[] }): Promise<readonly File[]> {
  const dropped = items.filter((item): item is FileDropItem => item.kind === 'file');
  return Promise.all(dropped.map((item) => item.getFile()));
}

interface Pasted {
  readonly take: (files: readonly File[]) => void;
  readonly onText: ((text: string) => void) | undefined;
}

function usePasted(takes: boolean, { take, onText }: Pasted) {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.target instanceof Element && event.target.closest('input, textarea')) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length > 0) take(files);
    else if (onText && text.trim() !== '') onText(text);
    else return;
    event.preventDefault();
    // The zone takes what is pasted while it has the focus, too: once is enough.
    event.stopPropagation();
  });
  useEffect(() => {
    if (!takes) return;
    const listen = (event: ClipboardEvent) => paste(event);
    document.addEventListener('paste', listen, true);
    return () => document.removeEventListener('paste', listen, true);
  }, [takes]);
}
