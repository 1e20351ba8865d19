import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { storeContract } from '../testing/contract.ts';
import { memoryStore } from './memory.ts';
import { sqliteStore } from './sqlite.ts';

const directory = mkdtempSync(join(tmpdir(), 'concord-ledger-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

storeContract('memory', { open: memoryStore, keeps: false });
storeContract('SQLite', { open: () => sqliteStore(directory), keeps: true });
