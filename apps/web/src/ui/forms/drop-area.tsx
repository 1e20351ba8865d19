import { useEffect, useEffectEvent } from 'react';
import {
  Button as AriaButton,
  type DropItem,
  DropZone,
  type FileDropItem,
  FileTrigger,
  Text,
} from 'react-aria-components';
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
  } = props;
  const { say } = useSay();
  const blocked = isPending || reason !== undefined;
  const take = (files: readonly File[]) => {
    const taken = multiple ? files : files.slice(0, 1);
    if (taken.length > 0 && !blocked) onFiles(taken);
  };
  usePastedFiles(takesPaste, take);
  return (
    <DropZone
      className={css.drop ?? ''}
      isDisabled={blocked}
      onDrop={async (event) => take(await filesOf(event))}
    >
      <Text slot="label" className={css.dropLabel ?? ''}>
        <Mark name={isPending ? 'clock' : 'plus'} size={16} />
        {isPending ? say('taking-files') : label}
      </Text>
      {!blocked && (
        <FileTrigger
          allowsMultiple={multiple}
          onSelect={(list) => take([...(list ?? [])])}
          {...given({ acceptedFileTypes: accept && [...accept] })}
        >
          <AriaButton className={css.pick ?? ''}>
            {say('choose-file', { count: multiple ? 2 : 1 })}
          </AriaButton>
        </FileTrigger>
      )}
      {(reason ?? hint) && <small className={css.hint}>{reason ?? hint}</small>}
    </DropZone>
  );
}

async function filesOf({ items }: { readonly items: readonly DropItem[] }): Promise<readonly File[]> {
  const dropped = items.filter((item): item is FileDropItem => item.kind === 'file');
  return Promise.all(dropped.map((item) => item.getFile()));
}

function usePastedFiles(takes: boolean, take: (files: readonly File[]) => void) {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.target instanceof Element && event.target.closest('input, textarea')) return;
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    take(files);
  });
  useEffect(() => {
    if (!takes) return;
    const listen = (event: ClipboardEvent) => paste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, [takes]);
}
