import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEntry, readPublicKey, sqliteStore, verifyLedger } from '@concord/ledger';
import { stateVersion } from '@concord/programme';
import { factTypes } from '@concord/programme/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { readableLedger } from './ledgers/loaded.ts';
import { hashState } from './testing/golden-story.ts';

const golden = fileURLToPath(new URL('../../../packages/ledger/golden', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'concord-golden-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const releases = readdirSync(golden, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('given the ledger that each release has left', () => {
  it('there is one at least', () => expect(releases.length).toBeGreaterThan(0));

  for (const { name } of releases) {
    const expected = JSON.parse(readFileSync(join(golden, name, 'expected.json'), 'utf8'));

    it(`${name}: when it is opened, then every entry verifies, up to the head that left the machine`, async () => {
      const store = copyOf(name);
      const publicKey = readPublicKey(expected.publicKey);
      const report = await verifyLedger(store, expected.organisation, { head: expected.head, publicKey });
      expect(report).toMatchObject({ ok: true, checked: expected.head.position, redacted: 1, findings: [] });
      await store.close();
    });

    it(`${name}: holds facts that are known, and each of those known by then`, async () => {
      const store = copyOf(name);
      const entries = await store.read(expected.organisation, 0, 10_000);
      await store.close();
      const told = new Set(entries.map((entry) => openEntry(entry).type));
      // A type that came later belongs into the golden ledger of the release that brings it.
      const newest =
        name ===
        releases
          .map((each) => each.name)
          .sort()
          .at(-1);
      if (newest) expect([...told].sort()).toEqual([...new Set(factTypes)].sort());
    });

    it(`${name}: when it is folded, then the state is that of its version`, async () => {
      const store = copyOf(name);
      const { loaded, whole } = await readableLedger({ store }, expected.organisation);
      await store.close();
      expect(whole).toBe(true);
      expect(loaded.newerAt).toBeUndefined();
      // Red? The same facts fold to another state: raise stateVersion, and add its hash to expected.json.
      expect(hashState(loaded.programme)).toBe(expected.states[stateVersion]);
    });
  }
});

function copyOf(release: string) {
  const folder = mkdtempSync(join(scratch, 'copy-'));
  cpSync(join(golden, release), folder, { recursive: true });
  return sqliteStore(folder);
}
