import { z } from 'zod';
import {
  type Column,
  claimedFramework,
  claimTable,
  columnNamed,
  controlTable,
  type TableForm,
} from './columns.ts';

const mostSaid = 200;

/** How somebody says what the columns of a file are. */
export const columnChoices = {
  columns: z
    .array(
      z
        .string()
        .max(500)
        .regex(/^[^=].*=.+$/s, 'is not written HEADING=FIELD'),
    )
    .max(mostSaid)
    .default([])
    .meta({
      oneEach: true,
      description:
        'Which field a column is, where its heading does not say so: `Nr.=code`, or by its letters `C=owner`; `Norm=claims: iso27001-2022` for requirement ids',
    }),
  leaveOut: z
    .array(z.string().min(1).max(400))
    .max(mostSaid)
    .default([])
    .meta({ oneEach: true, description: 'A column that is not to be read, by its heading or its letters' }),
};

/** What a column is taken for. */
export interface Taken {
  /** Undefined when nobody can tell, and when it is left out. */
  readonly column: Column | undefined;
  /** The framework of a column of requirement ids. */
  readonly framework?: string | undefined;
  /** Whoever sent the file wants nothing of it read. */
  readonly leftOut?: true;
}

/** A column of a file: what stands over it, on which sheet, and its letters there. */
export interface ColumnPlace {
  readonly sheet: string;
  readonly heading: string;
  readonly letters: string;
}

/** Something that was said of a column and can not be followed. */
export interface Unfollowed {
  readonly at: 'columns' | 'leaveOut';
  readonly code: 'column-absent' | 'column-field' | 'column-said-twice';
  readonly value: string;
}

interface Said {
  readonly at: Unfollowed['at'];
  readonly named: string;
  /** The field it is to be; undefined where it is left out. */
  readonly field: string | undefined;
}

/** What somebody says of columns whose headings do not say it, or say it otherwise. */
export class ChosenColumns {
  readonly #said = new Map<string, Said>();
  readonly #unfollowed: Unfollowed[] = [];
  readonly #met = new Set<Said>();

  constructor(columns: readonly string[] = [], leaveOut: readonly string[] = []) {
    for (const each of columns) {
      const equals = each.lastIndexOf('=');
      this.#keep({ at: 'columns', named: each.slice(0, equals), field: each.slice(equals + 1).trim() });
    }
    for (const named of leaveOut) this.#keep({ at: 'leaveOut', named, field: undefined });
  }

  #keep(said: Said): void {
    const { at, named, field } = said;
    const key = keyOf(named);
    if (this.#said.has(key)) this.#unfollowed.push({ at, code: 'column-said-twice', value: named });
    else if (field !== undefined && !isField(field))
      this.#unfollowed.push({ at, code: 'column-field', value: field });
    else this.#said.set(key, said);
  }

  /** What a column is: as it was said, else as its heading has it. */
  taken(form: TableForm, place: ColumnPlace): Taken {
    const said = this.#of(place);
    const chosen = said && followed(form, said);
    if (!chosen) return byHeading(form, place.heading);
    this.#met.add(said);
    return chosen;
  }

  #of({ sheet, heading, letters }: ColumnPlace): Said | undefined {
    if (this.#said.size === 0) return undefined;
    const names = [`${sheet}!${heading}`, heading, `${sheet}!${letters}`, letters];
    const key = names.map(keyOf).find((each) => each !== '' && this.#said.has(each));
    return key === undefined ? undefined : this.#said.get(key);
  }

  /** What was said and concerns no column that was met, or no field there is. */
  unfollowed(): Unfollowed[] {
    const absent = [...this.#said.values()].filter((said) => !this.#met.has(said));
    const faults = absent.map(({ at, named }): Unfollowed => ({ at, code: 'column-absent', value: named }));
    return [...this.#unfollowed, ...faults];
  }
}

/** A heading by its words alone: what is said of it need not be typed letter by letter. */
function keyOf(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}

function isField(field: string): boolean {
  const isOfForm = [controlTable, claimTable].some((form) => columnNamed(form, field) !== undefined);
  return isOfForm || claimedFramework(field) !== undefined;
}

function followed(form: TableForm, { field }: Said): Taken | undefined {
  if (field === undefined) return { column: undefined, leftOut: true };
  const column = columnNamed(form, field);
  if (column) return { column };
  const framework = form === controlTable ? claimedFramework(field) : undefined;
  return framework === undefined ? undefined : { column: undefined, framework };
}

function byHeading(form: TableForm, heading: string): Taken {
  return {
    column: heading === '' ? undefined : columnNamed(form, heading),
    framework: form === controlTable ? claimedFramework(heading) : undefined,
  };
}
