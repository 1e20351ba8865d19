/** What was typed into a field for a quantity: the number, nothing, two numbers that it may be, or none. */
export type NumberRead =
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'two-ways'; readonly whole: number; readonly broken: number }
  | { readonly kind: 'unreadable' };

/**
 * A quantity as the language writes it; `decimals` is how many it may have. Where it may have three, the mark in `1,200`
 * could be read as a decimal mark: then its decimals are begun, as `1,200.0`.
 */
export function writeQuantity(value: number | undefined, language: string, decimals = 0): string {
  if (value === undefined) return '';
  const written = new Intl.NumberFormat(language, { maximumFractionDigits: decimals }).format(value);
  const isDoubtful = Number.isInteger(value) && readQuantity(written, decimals).kind === 'two-ways';
  if (!isDoubtful) return written;
  const begun = { minimumFractionDigits: 1, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(language, begun).format(value);
}

/** A broken quantity as it can be typed without doubt: three decimals could be a group, a fourth can not. */
export function writeBroken(value: number, language: string): string {
  const written = writeQuantity(value, language, 3);
  return readQuantity(written).kind === 'two-ways' ? `${written}0` : written;
}

/**
 * Reads a quantity as people of any language write it: comma and point are both taken as the decimal mark where that is
 * the only reading. One of them before exactly three digits may part thousands as well: it does where fewer decimals are
 * taken than these would be, and is never guessed at where three are.
 */
export function readQuantity(text: string, decimalsTaken = 3): NumberRead {
  const typed = text.trim().replace(/^[\u2212\u2013](?=\d)/u, '-');
  if (typed === '') return { kind: 'none' };
  const plain = /^(-?)(\d+)(?:([.,])(\d+))?$/.exec(typed);
  if (plain) {
    const [, sign = '', whole = '', mark, decimals = ''] = plain;
    const isDoubtful = mark !== undefined && decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
    if (!isDoubtful) return numberOf(`${sign}${whole}`, decimals);
    if (decimalsTaken < 3) return numberOf(`${sign}${whole}${decimals}`, '');
    return {
      kind: 'two-ways',
      whole: Number(`${sign}${whole}${decimals}`),
      broken: Number(`${sign}${whole}.${decimals}`),
    };
  }
  return readGroups(typed);
}

/** Groups of three, parted alike; after them, perhaps, another mark and decimals. */
function readGroups(typed: string): NumberRead {
  const [, sign = '', first = '', mark = '', rest = '', decimalMark, decimals = ''] =
    /^(-?)(\d{1,3})([.,\s'’])(\d{3}(?:\3\d{3})*)(?:([.,])(\d+))?$/u.exec(typed) ?? [];
  if (mark === '' || mark === decimalMark) return { kind: 'unreadable' };
  return numberOf(`${sign}${first}${rest.replace(/\D/gu, '')}`, decimals);
}

function numberOf(whole: string, decimals: string): NumberRead {
  return {
    kind: 'number',
    value: Number(`${whole}.${decimals || '0'}`),
    decimals: decimals.replace(/0+$/, '').length,
  };
}
