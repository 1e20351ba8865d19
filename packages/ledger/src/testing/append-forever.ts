import { appendOf } from '../entry/seal-batch.ts';
import { sqliteStore } from '../stores/sqlite.ts';
import { noteFact, plainFact, sealed } from './sample.ts';

// Appends batches of one to three entries until it is killed, and prints each position once it is acknowledged.
const [directory = '', life = ''] = process.argv.slice(2);
const store = sqliteStore(directory);
let tail = await store.tail('acme');
for (let count = 0; ; count += 1) {
  const facts = [noteFact('a', `note ${count}`), plainFact('b'), plainFact('c')].slice(count % 3);
  const batch = sealed(tail, facts, { batch: `${life}-${count}`, key: `key-${life}-${count}` });
  const outcome = await store.append('acme', tail, appendOf([batch]));
  if (outcome !== 'appended') throw new Error(outcome);
  tail = batch.tail;
  process.stdout.write(`${tail.position} ${tail.seal}\n`);
}
