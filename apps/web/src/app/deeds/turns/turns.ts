import { type Asked, isRevision } from './asked.ts';

/** Where a record stands by one's own deeds of this line; `said` is the last of them, as it was recorded. */
export interface Stand {
  readonly revision: string | undefined;
  readonly said?: Pick<Asked, 'name' | 'input'> | undefined;
}

/** What a deed left a record at; `revision` is undefined where it wrote nothing, or over somebody else's change. */
interface Left<Answer> extends Partial<Stand> {
  readonly answer: Answer;
}

/** The record that a deed changes, as it was read. */
export interface TurnPlace {
  readonly organisation: string;
  /** Of a record that stands at an address of its own; undefined where a deed only adds. */
  readonly address: string | undefined;
  readonly ifMatch: string | undefined;
}

interface Line {
  last: Promise<unknown>;
  stand: Stand;
}

/**
 * Deeds of one record, each sent once the one before it is answered. One that was begun on what is older by one's own
 * changes alone goes on from there, so that nobody is asked about a conflict with oneself; what somebody else changed in
 * between is still found by the server.
 */
export interface Turns {
  readonly take: <Answer>(place: TurnPlace, deed: (stand: Stand) => Promise<Left<Answer>>) => Promise<Answer>;
}

export function makeTurns(): Turns {
  const lines = new Map<string, Line>();
  const lineOf = (key: string, revision: string | undefined): Line => {
    const known = lines.get(key) ?? { last: Promise.resolve(), stand: { revision } };
    lines.set(key, known);
    return known;
  };
  return {
    async take(place, deed) {
      const key = keyOfTurn(place);
      if (key === undefined) return (await deed({ revision: place.ifMatch })).answer;
      const line = lineOf(key, place.ifMatch);
      const turn = line.last.then(async () => {
        const { answer, revision, said } = await deed(line.stand);
        if (revision !== undefined) {
          line.stand = { revision, said };
          // Who has read what this deed left stands in the same line.
          lines.set(keyOfTurn({ ...place, ifMatch: revision }) as string, line);
        }
        return answer;
      });
      line.last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/**
 * The line that a deed stands in. A revision is a position of the ledger, where one record was written: so it names that
 * record, whichever row changes it. What was not there yet is named by its address alone.
 */
export function keyOfTurn({ organisation, address, ifMatch }: TurnPlace): string | undefined {
  if (isRevision(ifMatch)) return `${organisation} revision ${ifMatch}`;
  return address === undefined ? undefined : `${organisation} at ${address}`;
}
