import { standings } from '@concord/views';
import { z } from 'zod';
import { orNone, page, timed } from '../../query/inputs.ts';

/** How every register is read. */
export const reading = {
  reach: 'organisation',
  method: 'GET',
  permission: 'own.read',
  reader: 'masked',
  timed: true,
} as const;

const owner = orNone.describe('Id of the owner; - for what nobody owns');
export const listed = { ...timed, ...page, owner };
export const state = z.enum(standings).optional().describe('Whether it is in force on the day, or has ended');
