import { sqliteStore, verifyLedger } from '@concord/ledger';

/** A process that does nothing but verify one ledger: what it held at its peak is what verifying takes. */
const [folder, organisation] = process.argv.slice(2) as [string, string];
const store = sqliteStore(folder);
const { ok, checked } = await verifyLedger(store, organisation, {});
await store.close();
// In kilobytes.
const { maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ ok, checked, resident: maxRSS / 1000 }));
