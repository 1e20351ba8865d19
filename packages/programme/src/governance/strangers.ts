import { mostAdded, personNamed } from './person.ts';

/** Somebody whom a file names and who is nobody here: by name, or by address alone. */
export interface Stranger {
  readonly name?: string;
  readonly mail?: string;
  /** Who is here and has nearly that name. */
  readonly near?: string;
}

/** Gathers whom a file names and who is nobody here, each once, so that they can be added and the file read again. */
export class Strangers {
  readonly #by = new Map<string, Stranger>();

  /** Somebody as the file has them; what nobody can be called is passed over, and so are very many. */
  add(text: string, near?: string): void {
    const key = text.toLowerCase();
    if (this.#by.size === mostAdded || this.#by.has(key)) return;
    const told = near === undefined ? {} : { near };
    if (personNamed.mail.safeParse(text).success) this.#by.set(key, { mail: text, ...told });
    else if (personNamed.name.safeParse(text).success) this.#by.set(key, { name: text, ...told });
  }

  /** As a member of the answer; none where everybody is known. */
  told(): { readonly strangers?: readonly Stranger[] } {
    return this.#by.size === 0 ? {} : { strangers: [...this.#by.values()] };
  }
}
