import {
  hasScope,
  type Strangers,
  type WithGovernance,
  wholeOrganisation,
} from '../../../governance/index.ts';
import type { WithControls } from '../../state.ts';
import type { Faults } from './faults.ts';

/** Somebody of the people directory, looked up by the server: the ledger knows ids only. */
export interface PersonNamed {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
}

/**
 * The id of the one person known here whom a text names: by id, by address or by name. Who is nobody here is a stranger;
 * several of one name are none.
 */
export function somebody(
  { governance }: WithGovernance,
  people: readonly PersonNamed[],
  strangers: Strangers,
): (text: string) => string | undefined {
  const ids = new Map<string, Set<string>>();
  for (const { id, name, mail } of people) {
    for (const word of [mail.toLowerCase(), name.toLowerCase()])
      if (word !== '') ids.set(word, (ids.get(word) ?? new Set()).add(id));
  }
  return (text) => {
    if (governance.people.has(text)) return text;
    const [only, ...others] = ids.get(text.toLowerCase()) ?? [];
    if (only === undefined) strangers.add(text);
    return others.length === 0 ? only : undefined;
  };
}

interface Spot {
  readonly at: string;
  readonly heading: string;
}

/** People and scopes as a workbook names them: by id, by address, by name. */
export class Named {
  readonly #faults: Faults;
  readonly #state: WithControls;
  readonly #people = new Map<string, Set<string>>();
  /** As they are written here, by what they are looked up by. */
  readonly #written = new Map<string, string>();
  readonly #scopes = new Map<string, string>();

  constructor(faults: Faults, state: WithControls, people: readonly PersonNamed[]) {
    this.#faults = faults;
    this.#state = state;
    for (const { id, name, mail } of people) {
      for (const word of [mail, name]) if (word !== '') this.#add(word, id);
    }
    for (const { id, name } of state.governance.scopes.values()) this.#scopes.set(name.toLowerCase(), id);
    const whole = state.governance.organisation?.name.toLowerCase();
    if (whole !== undefined && !this.#scopes.has(whole)) this.#scopes.set(whole, wholeOrganisation);
  }

  #add(written: string, id: string): void {
    const word = written.toLowerCase();
    this.#written.set(word, written);
    const ids = this.#people.get(word);
    if (ids) ids.add(id);
    else this.#people.set(word, new Set([id]));
  }

  /** The id of a person who is known here; an id comes first, so that no name can stand in for another. */
  person(text: string, { at, heading: column }: Spot): string | undefined {
    if (this.#state.governance.people.has(text)) return text;
    const ids = [...(this.#people.get(text.toLowerCase()) ?? [])];
    const [only] = ids;
    if (only !== undefined && ids.length === 1) return only;
    const params = { column, value: text };
    if (ids.length > 1) return this.#faults.add(at, 'person-several', { ...params, count: ids.length });
    const near = this.#faults.nearest(text, this.#written.values());
    this.#faults.strangers.add(text, near);
    if (near === undefined) return this.#faults.add(at, 'person', params);
    return this.#faults.add(at, 'person-near', { ...params, near });
  }

  scopes(names: readonly string[], { at, heading: column }: Spot): string[] | undefined {
    const ids = names.map((name) => {
      if (hasScope(this.#state.governance, name)) return name;
      const id = this.#scopes.get(name.toLowerCase());
      if (id !== undefined) return id;
      const near = this.#faults.nearest(name, this.#scopes.keys());
      const params = { column, value: name };
      if (near === undefined) return this.#faults.add(at, 'scope', params);
      return this.#faults.add(at, 'scope-near', { ...params, near });
    });
    return ids.every((id) => id !== undefined) ? ids : undefined;
  }
}
