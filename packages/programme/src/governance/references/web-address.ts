import { z } from 'zod';

/** An address on the web. One that carries a password would keep it for as long as what refers to it. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'is no address; begin it with https:// or http://' })
  .max(2000)
  .refine((value) => !/[\p{Cc}\p{Cs}]/u.test(value), 'holds a control character or half a character')
  .refine(
    (value) => !/^https?:[/\\]*[^/?#\\]*@/i.test(value),
    'holds a user name or a password before the “@”; leave them out, for what is recorded stays',
  );
