import { oscalNamespace } from '@concord/catalog';

/** A member of OSCAL that is told by name and value. */
export interface Prop {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
  readonly class?: string;
  readonly remarks?: string;
}

const longestValue = 300;

/** A text as OSCAL has it in one line: no breaks, nothing empty around it, and never nothing. */
export function line(text: string): string {
  return text.replace(/\s+/gu, ' ').trim() || '–';
}

/** A title as it is: OSCAL only asks that it has one line. */
export function titled(text: string): string {
  return text.replace(/\n+/gu, ' ') || '–';
}

/** A prop of our own; a text that is no single short line stands whole in its remarks. */
export function ownProp(name: string, text: string, about?: string): Prop {
  const whole = line(text);
  const value =
    whole.length > longestValue ? line(`${[...whole].slice(0, longestValue - 1).join('')}…`) : whole;
  return {
    name,
    ns: oscalNamespace,
    value,
    ...(about === undefined ? {} : { class: about }),
    ...(value === text ? {} : { remarks: text }),
  };
}

/** Props of our own for what is said; none for what is not. */
export function ownProps(said: Readonly<Record<string, string | number | undefined>>): Prop[] {
  return Object.entries(said).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [ownProp(name, String(value))],
  );
}

/** The member, unless it is an empty list, of which OSCAL knows none. */
export function listed<K extends string, T>(
  name: K,
  list: readonly T[],
): { readonly [P in K]?: readonly T[] } {
  return (list.length === 0 ? {} : { [name]: list }) as { readonly [P in K]?: readonly T[] };
}

/** A local day as OSCAL writes points in time. */
export function dayAt(day: string): string {
  return `${day}T00:00:00Z`;
}

/** An address with nothing in it that RFC 3986 does not allow: brackets only about a host. */
export function uriOf(address: string): string {
  const [, host = '', path = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?(.*)$/isu.exec(address) ?? [];
  const [before = '', ...after] = path.replace(/%(?![0-9A-Fa-f]{2})/g, '%25').split('#');
  const whole = after.length === 0 ? before : `${before}#${after.join('%23')}`;
  const encode = (sign: string) => encodeURIComponent(sign);
  return (
    host.replace(/[^A-Za-z0-9\-._~:/@!$&'()*+,;=%[\]]/gu, encode) +
    whole.replace(/[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/gu, encode)
  );
}
