/** How far the setting of a document is: its turn has come; its pages are laid out and are being written. */
export type Stage = 'at-work' | 'laid-out';

/** What whoever wants a file says beside what is in it. */
export interface Wanted {
  /** Aborted when nobody wants it any more: that ends the making. */
  readonly signal?: AbortSignal | undefined;
  /** Is told how far it is. Only a PDF is laid out. */
  readonly tell?: ((stage: Stage) => void) | undefined;
}
