import type { Ground } from '../envelope.ts';
import type { Change } from '../statement-of-applicability/changes/change.ts';

/** A published version, or now: where the ledger stood, and who handed it out with which note. */
export interface PlaceShown {
  readonly version?: number;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly position: number;
  readonly head: string;
  readonly by?: string;
  readonly note?: string;
}

/** What differs between two versions of a report, to be handed out itself. */
export interface ReportChanges extends Ground {
  /** Name of the report that the versions are of. */
  readonly report: string;
  readonly from: PlaceShown;
  readonly to: PlaceShown;
  readonly rows: readonly Change[];
  /** Titles of the rows that changed, by what a change calls them. */
  readonly titles: Readonly<Record<string, string>>;
}

/** What rows are called beside their ids and codes, in either of two views; the later one decides. */
export function titlesOf(
  { rows }: { readonly rows: readonly Change[] },
  views: readonly object[],
): Record<string, string> {
  const wanted = new Set(rows.map(({ row }) => row));
  const lists = views.flatMap((view) => Object.values(view).filter(Array.isArray).flat() as unknown[]);
  const named = lists.flatMap((row) => namesIn(row).filter(([key]) => wanted.has(key)));
  return Object.fromEntries(named);
}

/** A row is known by its id or its code, and titled by its title or its name; what it needs in writing stands in it. */
function namesIn(row: unknown): (readonly [key: string, title: string])[] {
  if (typeof row !== 'object' || row === null) return [];
  const { id, code, title, name, needs } = row as Readonly<Record<string, unknown>>;
  const said = typeof title === 'string' ? title : name;
  const below = Array.isArray(needs) ? needs.flatMap(namesIn) : [];
  if (typeof said !== 'string' || said === '') return below;
  const keys = [id, code].filter((key): key is string => typeof key === 'string');
  return [...keys.map((key) => [key, said] as const), ...below];
}
