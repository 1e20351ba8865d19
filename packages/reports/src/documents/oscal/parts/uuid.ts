import { createHash } from 'node:crypto';

/** Made once for Concord; every name of ours is hashed within it. */
const namespace = Buffer.from('6f1f4a0de0c25b7e9d43c8b25a6e7f10', 'hex');

/** RFC 4122, 4.3: the same name has the same UUID (version 5), wherever and whenever it is asked. */
export function uuidOf(...name: readonly string[]): string {
  const bytes = createHash('sha1').update(namespace).update(JSON.stringify(name)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The UUID of one record of an organisation: no other kind of record has it, nor another organisation's. */
export function recordUuid(
  { organisation }: { readonly organisation: { readonly id: string } },
  kind: string,
  ...id: readonly string[]
): string {
  return uuidOf(organisation.id, kind, ...id);
}
