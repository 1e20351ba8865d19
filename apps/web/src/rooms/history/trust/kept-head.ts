import type { InputOf } from '@concord/operations/client';

export type KeptHead = NonNullable<InputOf<'verify'>['head']>;

/** What was kept outside: a signed head, and perhaps the public key to check it with. */
export interface Kept {
  readonly head?: KeptHead;
  readonly publicKey?: string;
}

/** What a dropped file holds; undefined for what is neither a signed head nor a public key. */
export function keptIn(text: string): Kept | undefined {
  if (/^\s*-----BEGIN PUBLIC KEY-----/.test(text)) return { publicKey: text.trim() };
  try {
    const value: unknown = JSON.parse(text);
    return isHead(value) ? { head: value } : undefined;
  } catch {
    return undefined;
  }
}

/** The server looks closer: here it is only told apart from other files. */
function isHead(value: unknown): value is KeptHead {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === 'concord head 1'
  );
}

/** A seal in groups, so that two people can compare it by voice. */
export function grouped(seal: string): string {
  return seal.replace(/(.{4})(?=.)/g, '$1 ');
}
