import type { Framework } from '@concord/catalog';
import { adoptedEdition, type PersonNamed, type Programme } from '@concord/programme';
import type { ViewAsked } from '../envelope.ts';
import { languageOf } from '../language/say.ts';

/** What an exchange document is asked with. */
export interface ExchangeAsked extends ViewAsked {
  /** Instant of the last entry up to the programme's position, UTC. */
  readonly recordedAt: string;
  /** Everybody of the organisation, as the people directory names them. */
  readonly people: readonly PersonNamed[];
}

/** What every exchange document says of itself. */
export interface ExchangeHead {
  readonly organisation: { readonly id: string; readonly name: string };
  /** Day that it is about. */
  readonly on: string;
  readonly position: number;
  /** Seal at the position. */
  readonly head: string;
  readonly recordedAt: string;
  /** Language of the words that are generated. */
  readonly language: string;
  /** Names of the people that it names, by their ids; '' for one who was erased. */
  readonly people: Readonly<Record<string, string>>;
}

/** A framework that a document refers to. */
export interface FrameworkNamed {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly edition: string;
  /** SHA-256 of the adopted edition; '' while none is adopted. */
  readonly hash: string;
}

/** A scope by its id and name. */
export interface ScopeNamed {
  readonly id: string;
  readonly name: string;
}

/** The head, with the names of those whose ids are given. */
export function headOf(asked: ExchangeAsked, named: Iterable<string | undefined> = []): ExchangeHead {
  const { programme, organisation, on, head, recordedAt, people } = asked;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const wanted = [...new Set(named)].filter((id): id is string => id !== undefined && id !== '').sort();
  return {
    organisation: { id: organisation, name: programme.governance.organisation?.name ?? '' },
    on,
    position: programme.position,
    head,
    recordedAt,
    language: languageOf(asked),
    people: Object.fromEntries(wanted.map((id) => [id, names.get(id) ?? ''])),
  };
}

/** A framework as it is adopted here; one that is not, by what is known of it. */
export function frameworkNamed({ governance }: Programme, id: string, known?: Framework): FrameworkNamed {
  const edition = adoptedEdition(governance, id) ?? known;
  return {
    id,
    title: edition?.title ?? id,
    publisher: edition?.publisher ?? '',
    edition: edition?.edition ?? '',
    hash: governance.adoptions.get(id)?.edition ?? '',
  };
}

export function scopeNamed({ governance }: Programme, id: string): ScopeNamed {
  const name = governance.scopes.get(id)?.name ?? governance.organisation?.name ?? '';
  return { id, name };
}
