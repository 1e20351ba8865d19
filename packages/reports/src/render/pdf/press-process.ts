import type { Document } from '../../blocks.ts';
import { Typesetter } from './typesetter.ts';

/** What the parent sends. */
export interface PressOrder {
  readonly order: number;
  readonly document: Document;
}

/** What this process says in between: the pages are laid out, and are being written. */
export interface PressStage {
  readonly order: number;
  readonly laidOut: true;
}

/** What this process answers: the PDF, or why the document cannot be set. */
export type PressAnswer =
  | { readonly order: number; readonly pdf: Uint8Array }
  | { readonly order: number; readonly refused: string };

// Entry of a process of its own. The compiler is opened at once and, while nobody waits, warmed: code that has run
// before is several times faster.
let ordered = false;
const typesetter = Typesetter.open().then((opened) => {
  if (!ordered) opened.warm();
  return opened;
});

process.on('message', async (message) => {
  ordered = true;
  const { order, document } = message as PressOrder;
  process.send?.(await answer(order, document));
});
process.on('disconnect', () => process.exit());

async function answer(order: number, document: Document): Promise<PressAnswer> {
  const ready = await typesetter;
  try {
    return {
      order,
      pdf: ready.set(document, () => process.send?.({ order, laidOut: true } satisfies PressStage)),
    };
  } catch (failure) {
    // A trap inside the compiler leaves it unusable, so the process goes and the parent starts another.
    if (!(failure instanceof Error) || failure.name === 'RuntimeError') throw failure;
    return { order, refused: failure.message };
  }
}
