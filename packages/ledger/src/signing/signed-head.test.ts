import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  headText,
  isHeadSignedBy,
  isSnapshotSignedBy,
  readSignedHead,
  signHead,
  signSnapshot,
} from './signed-head.ts';
import {
  keyFingerprint,
  loadOrMakeSigningKey,
  loadSigningKey,
  publicKeyPem,
  readPublicKey,
  signingKeyPath,
} from './signing-key.ts';

const directory = mkdtempSync(join(tmpdir(), 'concord-signing-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const key = loadOrMakeSigningKey(join(directory, 'config', 'concord', 'signing-key.pem'));
const otherKey = loadOrMakeSigningKey(join(directory, 'other.pem'));
const tail = { position: 42, seal: 'ab'.repeat(32) };

describe('the signing key', () => {
  test('lies where $CONCORD_KEY says, else in the configuration folder of the user', () => {
    expect(signingKeyPath({ CONCORD_KEY: '/k/mine.pem', HOME: '/h' })).toBe('/k/mine.pem');
    expect(signingKeyPath({ HOME: '/h' })).toBe('/h/.config/concord/signing-key.pem');
    expect(signingKeyPath({ HOME: '/h', XDG_CONFIG_HOME: '/x' })).toBe('/x/concord/signing-key.pem');
  });

  test('is made once, for its owner alone, and read again', () => {
    const path = join(directory, 'config', 'concord', 'signing-key.pem');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(keyFingerprint(loadOrMakeSigningKey(path).publicKey)).toBe(keyFingerprint(key.publicKey));
  });

  test('is refused when others can read it or it is of another kind', () => {
    const path = join(directory, 'open.pem');
    loadOrMakeSigningKey(path);
    chmodSync(path, 0o644);
    expect(() => loadSigningKey(path)).toThrow('chmod 600');
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(join(directory, 'rsa.pem'), rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }), {
      mode: 0o600,
    });
    expect(() => loadSigningKey(join(directory, 'rsa.pem'))).toThrow('Ed25519');
    expect(() => readPublicKey(publicKeyPem(rsa.publicKey))).toThrow('Ed25519');
  });

  test('is refused for what is really wrong with it, and what stands there stays', () => {
    const at = (name: string) => join(directory, name);
    const keep = (name: string, content: string) => writeFileSync(at(name), content, { mode: 0o600 });
    mkdirSync(at('folder'), { mode: 0o755 });
    keep('empty.pem', '');
    writeFileSync(at('notes.txt'), 'no key', { mode: 0o644 });
    keep('public.pem', publicKeyPem(key.publicKey));
    const locked = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' } as const;
    keep('locked.pem', key.privateKey.export(locked).toString());
    symlinkSync(at('nowhere/at-all.pem'), at('link.pem'));
    const wrong = (name: string) => {
      try {
        return loadOrMakeSigningKey(at(name));
      } catch (error) {
        return String(error).replaceAll(directory, '');
      }
    };
    expect(wrong('folder')).toMatch(
      /key \/folder can not be used: it is a folder; let CONCORD_KEY name the file/,
    );
    for (const name of ['empty.pem', 'notes.txt', 'public.pem', 'locked.pem'])
      expect(wrong(name)).toMatch(
        `key /${name} can not be used: it holds no private key in PEM that opens without a passphrase`,
      );
    expect(wrong('link.pem')).toMatch(/key \/link.pem is a link to what is not there/);
    expect(wrong('notes.txt/below.pem')).toMatch(/ENOTDIR/);
    expect(readFileSync(at('notes.txt'), 'utf8')).toBe('no key');
    expect(readdirSync(directory).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test.skipIf(process.getuid?.() !== 0)('of another user says whose it is', () => {
    const path = join(directory, 'theirs.pem');
    loadOrMakeSigningKey(path);
    chmodSync(path, 0o640);
    chownSync(path, 4321, 4321);
    expect(() => loadSigningKey(path)).toThrow('it belongs to user 4321, and this is user 0; chown');
  });
});

describe('a signed head', () => {
  test('is over exactly the lines of the entry format, the same each time', () => {
    const head = signHead(key, 'acme', tail);
    expect(headText(head)).toBe(`concord head 1\nacme\n42\n${'ab'.repeat(32)}\n`);
    expect(signHead(key, 'acme', tail)).toEqual(head);
    expect(isHeadSignedBy(head, readPublicKey(publicKeyPem(key.publicKey)))).toBe(true);
  });

  test('does not verify with another key or with any member changed', () => {
    const head = signHead(key, 'acme', tail);
    expect(isHeadSignedBy(head, otherKey.publicKey)).toBe(false);
    expect(isHeadSignedBy({ ...head, publicKey: 'f'.repeat(64) }, key.publicKey)).toBe(false);
    expect(
      isHeadSignedBy({ ...head, publicKey: keyFingerprint(otherKey.publicKey) }, otherKey.publicKey),
    ).toBe(false);
    expect(isHeadSignedBy({ ...head, organisation: 'acma' }, key.publicKey)).toBe(false);
    expect(isHeadSignedBy({ ...head, position: 41 }, key.publicKey)).toBe(false);
    expect(isHeadSignedBy({ ...head, seal: 'ac'.repeat(32) }, key.publicKey)).toBe(false);
  });

  test('is read from its file, and anything else is refused by name', () => {
    const head = signHead(key, 'acme', tail);
    expect(readSignedHead(JSON.stringify(head))).toEqual(head);
    expect(() => readSignedHead('{')).toThrow('not JSON');
    expect(() => readSignedHead('null')).toThrow('format, organisation');
    expect(() => readSignedHead(JSON.stringify({ ...head, organisation: 'a\n42' }))).toThrow('organisation');
    expect(() => readSignedHead(JSON.stringify({ ...head, position: -1 }))).toThrow('position');
  });

  const openssl = spawnSync('openssl', ['version']);
  test.skipIf(openssl.status !== 0)('is checked with openssl alone', () => {
    const head = signHead(key, 'acme', tail);
    const file = (name: string, content: string | Buffer): string => {
      writeFileSync(join(directory, name), content);
      return join(directory, name);
    };
    const pem = file('pub.pem', publicKeyPem(key.publicKey));
    const signature = file('head.sig', Buffer.from(head.signature, 'base64'));
    const check = (text: string) =>
      spawnSync('openssl', [
        ...['pkeyutl', '-verify', '-pubin', '-inkey', pem, '-rawin'],
        ...['-in', text, '-sigfile', signature],
      ]);
    expect(check(file('head.txt', headText(head))).stdout.toString()).toContain('Verified Successfully');
    expect(check(file('false.txt', headText({ ...head, position: 41 }))).status).not.toBe(0);
    const der = execFileSync('openssl', ['pkey', '-pubin', '-in', pem, '-outform', 'DER']);
    const digest = execFileSync('openssl', ['dgst', '-sha256', '-r'], { input: der }).toString();
    expect(digest.slice(0, 64)).toBe(head.publicKey);
  });
});

describe('a signed snapshot', () => {
  test('verifies as it was, for its organisation and key alone', () => {
    const body = new Uint8Array([1, 2, 3]);
    const snapshot = signSnapshot(key, 'acme', { ...tail, stateVersion: 7, body });
    expect(isSnapshotSignedBy(snapshot, 'acme', key.publicKey)).toBe(true);
    expect(isSnapshotSignedBy(snapshot, 'other', key.publicKey)).toBe(false);
    expect(isSnapshotSignedBy(snapshot, 'acme', otherKey.publicKey)).toBe(false);
    for (const change of [{ body: new Uint8Array([1, 2, 4]) }, { position: 1 }, { stateVersion: 8 }])
      expect(isSnapshotSignedBy({ ...snapshot, ...change }, 'acme', key.publicKey)).toBe(false);
  });
});
