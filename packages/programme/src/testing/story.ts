import { commands } from '../commands.ts';
import type { Circumstances, Decision, Fact, RecordedFact, Refusal } from '../foundation/index.ts';
import { emptyProgramme, fold, type Programme } from '../programme.ts';

/** What a rule is told of the world: always the same day and person unless said otherwise, and ids that count. */
export function circumstances(said: Partial<Circumstances> = {}): Circumstances {
  let count = 0;
  const newId = () => {
    count += 1;
    return `record-${String(count).padStart(6, '0')}`;
  };
  const today = said.today ?? '2026-01-01';
  return { now: `${today}T12:00:00.000Z`, today, actor: 'ana', newId, ...said };
}

/** Decided facts as the ledger gives them back: placed one after the other, and no more than JSON can hold. */
export function recorded(facts: readonly Fact[], said: Partial<RecordedFact> & { after?: number } = {}) {
  const { after = 0, ...rest } = said;
  return facts.map((fact, at): RecordedFact => {
    const { erasable: _erasable, ...placed } = fact;
    const data = JSON.parse(JSON.stringify(fact.data)) as object;
    const place = { seq: after + at + 1, at: '2026-01-01T12:00:00.000Z', actor: 'ana' };
    return { ...place, via: 'http', batch: 'batch', operation: '', redacted: [], ...placed, data, ...rest };
  });
}

/** An organisation whose programme grows command by command, as the server would carry them out. */
export interface Story {
  readonly programme: Programme;
  readonly facts: readonly RecordedFact[];
  readonly today: string;
  /** The facts as they are given back once everything that can be erased is. */
  erased(): readonly RecordedFact[];
  /** Moves the calendar. */
  on(day: string): Story;
  /** Whoever asks from here on. */
  by(actor: string): Story;
  /** What a command would do; nothing is recorded. Throws when its schema does not take the input. */
  when(name: string, input: object): Decision;
  /** Carries a command out. The id of the first record it wrote, '' when it wrote none. Throws when refused. */
  done(name: string, input: object): string;
  /** Carries it out if it may be; the refusal otherwise. */
  tried(name: string, input: object): Refusal | undefined;
  /** Kind, code and the member at fault of the refusal, as one line; '' when it is not refused. */
  refusal(name: string, input: object): string;
}

/** A story begins with an organisation that has adopted the frameworks named. */
export function given(...frameworks: string[]): Story {
  const story = new Told();
  story.done('organisations create', { name: 'Example', zone: 'Europe/Brussels' });
  for (const framework of frameworks) story.done('frameworks adopt', { framework });
  return story;
}

class Told implements Story {
  programme: Programme = emptyProgramme;
  facts: RecordedFact[] = [];
  readonly #erasable: (readonly string[])[] = [];
  #world = circumstances();

  get today(): string {
    return this.#world.today;
  }

  erased(): readonly RecordedFact[] {
    return this.facts.map((fact, at) => {
      const redacted = this.#erasable[at] ?? [];
      const kept = Object.entries(fact.data as object).filter(([member]) => !redacted.includes(member));
      return { ...fact, data: Object.fromEntries(kept), redacted };
    });
  }

  on(day: string): Story {
    this.#world = { ...this.#world, today: day, now: `${day}T12:00:00.000Z` };
    return this;
  }

  by(actor: string): Story {
    this.#world = { ...this.#world, actor };
    return this;
  }

  when(name: string, input: object): Decision {
    const row = commands.find((each) => each.name === name);
    if (!row) throw new Error(`there is no command ${name}`);
    return row.rule(this.programme, this.#takenIn(row, input) as never, this.#world);
  }

  done(name: string, input: object): string {
    const decision = this.when(name, input);
    if ('refusal' in decision) throw new Error(`${name} was refused: ${JSON.stringify(decision.refusal)}`);
    return this.#record(name, decision.facts);
  }

  tried(name: string, input: object): Refusal | undefined {
    const decision = this.when(name, input);
    if ('refusal' in decision) return decision.refusal;
    this.#record(name, decision.facts);
    return undefined;
  }

  refusal(name: string, input: object): string {
    const decision = this.when(name, input);
    if (!('refusal' in decision)) return '';
    const { kind, code, path } = decision.refusal;
    return path === undefined ? `${kind} ${code}` : `${kind} ${code} at ${path}`;
  }

  #takenIn(row: Row, input: object): object {
    const taken = takenIn(row, input);
    if (row.intake !== 'batch') return taken;
    const { batch } = this.facts[Number((taken as { entry: number }).entry) - 1] ?? {};
    const facts = this.facts.filter((fact) => fact.batch === batch);
    const first = facts[0]?.seq ?? 1;
    const before = fold(emptyProgramme, this.facts.slice(0, first - 1));
    return { ...taken, facts, before, asOf: this.programme.position };
  }

  #record(operation: string, facts: readonly Fact[]): string {
    const { now: at, actor } = this.#world;
    const after = this.programme.position;
    const placed = recorded(facts, { after, at, actor, operation, batch: `batch-${after + 1}` });
    this.facts.push(...placed);
    this.#erasable.push(...facts.map(({ erasable }) => erasable));
    this.programme = fold(this.programme, placed);
    return placed[0]?.record.id ?? '';
  }
}

type Row = (typeof commands)[number];

interface SentAlong {
  /** Absent where a row takes something else in place of a file. */
  readonly document?: { readonly hash: string };
  readonly catalogue?: object;
  readonly people?: unknown;
}

/** What the server does before a rule runs: a person becomes an id, the hash of a file the file that was kept. */
function takenIn(row: Row, input: object): object {
  const parse = (asked: object) => row.input.parse(asked) as object;
  if (row.intake === 'person') {
    const { person, ...rest } = input as { person: string };
    const {
      name: _name,
      mail: _mail,
      ...taken
    } = parse({
      name: person,
      ...(row.name === 'people add' ? { mail: 'person@example.org' } : {}),
      ...rest,
    }) as Record<string, unknown>;
    return { ...taken, person };
  }
  if (row.intake === 'people') {
    const { people } = input as { people: readonly string[] };
    parse({ people: people.map((name) => ({ name })) });
    return { people };
  }
  if (row.intake === 'document') {
    const { document, catalogue, people = [], ...rest } = input as SentAlong;
    const sent = document ? { file: document.hash } : {};
    const { file: _file, ...taken } = parse({ ...rest, ...sent }) as Record<string, unknown>;
    return { ...taken, ...(document ? { document } : {}), people, ...(catalogue ? { catalogue } : {}) };
  }
  if (row.intake === 'publication') {
    const { rendered, ...rest } = input as { rendered: object };
    return { ...parse(rest), ...rendered };
  }
  const { file, ...rest } = input as { file?: { hash: string } };
  if (row.intake === 'file' && file) return { ...parse({ ...rest, file: file.hash }), file };
  return parse(input);
}
