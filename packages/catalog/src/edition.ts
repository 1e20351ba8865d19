import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import released from '../data/released-editions.json' with { type: 'json' };
import { type Framework, frameworks } from './framework.ts';

/** A framework edition that has been released: the id and content hash organisations may have adopted. */
export interface ReleasedEdition {
  readonly id: string;
  readonly hash: string;
}

// Superseded editions stay readable: import them from data/editions and list them here.
const SUPERSEDED: readonly Framework[] = [];
const READABLE: readonly Framework[] = [...frameworks(), ...SUPERSEDED];

const hashes = new WeakMap<Framework, string>();

/** SHA-256 over the canonical JSON (RFC 8785) of the whole edition, 64 lower-case hex digits. */
export function editionHash(edition: Framework): string {
  const known = hashes.get(edition);
  if (known !== undefined) return known;
  const hash = bytesToHex(sha256(utf8ToBytes(canonicalize(edition)!)));
  hashes.set(edition, hash);
  return hash;
}

/** The shipped edition, current or superseded, with this id and content hash; undefined when there is none. */
export function edition(id: string, hash: string): Framework | undefined {
  return READABLE.find((candidate) => candidate.id === id && editionHash(candidate) === hash);
}

/** Every edition ever released. Each of them must stay readable, because an organisation may have adopted it. */
export function releasedEditions(): readonly ReleasedEdition[] {
  return released.released;
}
