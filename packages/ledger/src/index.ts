export { Unsealable } from './entry/canonical-text.ts';
export {
  commitTo,
  type Fact,
  openEntry,
  type RecordedFact,
  redactionOf,
  type SplitFact,
  splitFact,
} from './entry/commitment.ts';
export {
  type EntryContent,
  entryText,
  genesisSeal,
  longestEntry,
  MalformedEntry,
  type RecordName,
  readEntryText,
  sealEntry,
  type Via,
} from './entry/entry.ts';
export {
  appendOf,
  type BatchCircumstances,
  emptyTail,
  type SealedBatch,
  sealBatch,
} from './entry/seal-batch.ts';
export {
  headText,
  isHeadSignedBy,
  isSnapshotSignedBy,
  readSignedHead,
  type SignedHead,
  signHead,
  signSnapshot,
  signSums,
  snapshotText,
} from './signing/signed-head.ts';
export {
  keyFingerprint,
  loadOrMakeSigningKey,
  loadSigningKey,
  publicKeyPem,
  readPublicKey,
  type SigningKey,
  signingKeyPath,
} from './signing/signing-key.ts';
export * from './store.ts';
export {
  DirectoryHeld,
  type HeldDirectory,
  type HolderNote,
  holdDirectory,
  readHolderNote,
} from './stores/directory-lock.ts';
export { makeFolder } from './stores/make-folder.ts';
export { memoryStore } from './stores/memory.ts';
export { postgresStore } from './stores/postgres.ts';
export { postgresConnections, reachPostgres } from './stores/postgres-pool.ts';
export { joinPostgres, type PostgresPresence, type PostgresTaken } from './stores/postgres-presence.ts';
export {
  holdPostgres,
  type PostgresHeld,
  type PostgresScratch,
  postgresAdoptedAs,
} from './stores/postgres-scratch.ts';
export { sqliteStore } from './stores/sqlite.ts';
export { StoreDamaged } from './stores/store-damaged.ts';
export { type StoreLack, storeLackOf } from './stores/store-lack.ts';
export type { Finding, FindingKind, VerifyWarning } from './verify/findings.ts';
export { filesNamed } from './verify/named-files.ts';
export { type KeptFiles, type VerifyOptions, type VerifyReport, verifyLedger } from './verify/verify.ts';
