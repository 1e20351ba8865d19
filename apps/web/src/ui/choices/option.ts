import type { MarkName } from '../marks/shapes.tsx';

/** Something to choose from a list. */
export interface Option {
  readonly id: string;
  readonly label: string;
  /** What stands small under it. */
  readonly description?: string | undefined;
  readonly mark?: MarkName | undefined;
}
