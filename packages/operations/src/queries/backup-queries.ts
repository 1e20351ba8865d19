import { id, refuse } from '@concord/programme';
import { z } from 'zod';
import { query } from '../query/query.ts';

const shortestPassphrase = 12;

/** Everything of the installation in one encrypted file, to be restored elsewhere. */
export const backupQueries = [
  query({
    name: 'backup',
    method: 'POST',
    path: '/backups',
    reach: 'platform',
    permission: 'platform.back-up',
    reader: 'whole',
    timed: false,
    long: true,
    summary:
      'One encrypted file with every ledger, all files of evidence and the people, made while others work',
    input: z.strictObject({
      passphrase: z
        .string()
        .max(1000)
        .optional()
        .describe('What opens the backup again; kept nowhere')
        .meta({ secret: 'CONCORD_BACKUP_PASSPHRASE', writeOnly: true }),
      recipients: z
        .array(z.string().max(4000))
        .max(20)
        .optional()
        .describe('In place of a passphrase: age recipients (age1…), of which any one opens it'),
      organisations: z
        .array(id)
        .max(1000)
        .optional()
        .describe('Ids of the organisations to take; all of them when left out'),
    }),
    answer: ({ input: { passphrase, recipients = [], organisations }, ports }) => {
      if (passphrase === undefined && recipients.length === 0)
        return refuse('invalid', 'backup.no-secret', { at: 'passphrase' });
      if (passphrase === undefined)
        return { stream: ports.backup({ to: { recipients }, only: organisations }) };
      if (recipients.length > 0) return refuse('invalid', 'backup.two-secrets', { at: 'recipients' });
      const { length } = passphrase;
      if (length < shortestPassphrase)
        return refuse('invalid', 'backup.passphrase-short', {
          length,
          least: shortestPassphrase,
          at: 'passphrase',
        });
      return { stream: ports.backup({ to: { passphrase }, only: organisations }) };
    },
  }),
];
