import { frequency as frequencyNamed, type SampleSize } from '@concord/catalog';
import type { Evidence } from '@concord/programme';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** How many results an auditor customarily looks at; `upTo` where there is doubt. */
export interface Customary {
  readonly basis: SampleSize['basis'];
  readonly least: number;
  readonly most: number;
  readonly upTo?: number;
}

const ofEvents = { basis: 'share', share: 10, least: 5, most: 25 } as const;

interface Population {
  /** Results that were asked for. */
  readonly expected: number;
  /** Results that are there to be looked at. */
  readonly recorded: number;
  readonly failing: number;
}

/**
 * Methods 6.4, "customary sample for a 12-month population", for a longer or shorter one in proportion, rounded up. Where
 * no rhythm is stated, as for events. Practice, not a rule of a standard.
 */
export function customarySample(frequency: string | undefined, population: Population): Customary {
  const { expected, recorded, failing } = population;
  const size = frequencyNamed(frequency ?? '')?.sample ?? ofEvents;
  const bounded = (count: number) => Math.min(Math.max(1, Math.ceil(count)), Math.max(expected, recorded));
  if (size.basis === 'all') return { basis: size.basis, least: recorded, most: recorded };
  if (size.basis === 'configuration') {
    const count = Math.min(recorded, size.most + failing);
    return { basis: size.basis, least: count, most: count };
  }
  if (size.basis === 'share') {
    const count = Math.min(Math.max((recorded * size.share) / 100, size.least), size.most);
    return { basis: size.basis, least: bounded(count), most: bounded(count) };
  }
  const part = expected / size.population;
  return {
    basis: size.basis,
    least: bounded(size.least * part),
    most: bounded(size.most * part),
    ...(size.upTo === undefined ? {} : { upTo: bounded(size.upTo * part) }),
  };
}

/**
 * So many of the pieces that say something, drawn as `operation.drawn` says in words: by the ledger's seal, so that nobody
 * can choose, and everybody can draw again. For a configuration every failure comes first.
 */
export function draw(
  pieces: readonly Evidence[],
  { seed, control, size }: { seed: string; control: string; size: Customary },
): Evidence[] {
  const rank = new Map(pieces.map(({ id }) => [id, rankOf(`${seed} ${control} ${id}`)]));
  const exceptionsFirst = size.basis === 'configuration';
  const said = pieces.filter(({ outcome }) => outcome !== 'neutral');
  const inOrder = said.sort((one, other) => {
    const [failed, than] = [one.outcome === 'fails', other.outcome === 'fails'];
    if (exceptionsFirst && failed !== than) return failed ? -1 : 1;
    return (rank.get(one.id) ?? '') < (rank.get(other.id) ?? '') ? -1 : 1;
  });
  return inOrder.slice(0, size.most);
}

function rankOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
