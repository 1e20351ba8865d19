import type { Framework } from '../../../framework.ts';
import type { Spot } from '../../draft/spot.ts';

/** Texts that a file has for one member of a record, and where they stand. */
export interface MemberRead {
  readonly at: string;
  readonly values: readonly string[];
}

/** A control or a claim as a file states it: its members by the names that the library has for them. */
export interface RecordRead {
  readonly at: string;
  readonly members: ReadonlyMap<string, MemberRead>;
}

/** What a component-definition is read against. */
export interface ComponentReading {
  /** Every framework that a source may name. */
  readonly known: readonly Framework[];
  /** Those that claims can be stated on, by id, in the edition that was adopted. */
  readonly adopted: ReadonlyMap<string, Framework>;
  /** The framework meant by sources that name none we know. */
  readonly framework?: string | undefined;
}

/** A record of texts with their places, those without any left out. */
export function recordOf(
  path: string,
  members: Readonly<Record<string, { readonly spot?: Spot; readonly values: readonly string[] }>>,
): RecordRead {
  const said = new Map<string, MemberRead>();
  for (const [name, { spot, values }] of Object.entries(members)) {
    const texts = values.filter((one) => one !== '');
    if (texts.length > 0) said.set(name, memberRead(spot?.at ?? path, texts));
  }
  return {
    get at() {
      return pointerOf(path);
    },
    members: said,
  };
}

/** A pointer is written when somebody asks for it: of most members nobody does. */
function memberRead(path: string, values: readonly string[]): MemberRead {
  return {
    get at() {
      return pointerOf(path);
    },
    values,
  };
}

/** OSCAL's own names hold neither dots nor brackets, so that a path is a JSON pointer written otherwise. */
export function pointerOf(path: string): string {
  return `/${path.replaceAll('[', '.').replaceAll(']', '').replaceAll('.', '/')}`;
}
