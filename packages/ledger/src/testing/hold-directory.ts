import { holdDirectory } from '../stores/directory-lock.ts';

// Holds a data directory until it is killed.
const [directory = ''] = process.argv.slice(2);
const held = holdDirectory(directory);
held.writeNote({ pid: process.pid, address: 'http://127.0.0.1:4180', token: 'secret' });
process.stdout.write('held\n');
setInterval(() => undefined, 60_000);
