import { isRecord } from '../draft/spot.ts';

/** Namespace of what OSCAL has no member for: props and parts of ours. */
export const oscalNamespace = 'urn:concord:oscal';

/** What OSCAL calls a token: a name that begins with a letter (or an underscore, which marks those made here). */
const token = /^\p{L}[\p{L}\p{N}._-]*$/u;

const bracketed = /^([^()]+)((?:\([^()]+\))+)$/u;

/** Frameworks that their publisher has in OSCAL under ids of another form. */
const publishedForms: ReadonlyMap<string, (id: string) => string> = new Map([
  ['nist-sp-800-53r5', (id: string) => id.toLowerCase().replaceAll('(', '.').replaceAll(')', '')],
]);

/**
 * The id of a requirement as OSCAL can write it: itself where it is a token, else with an underscore before it and one
 * for each bracket, `21(2)(a)` as `_21_2_a`. `idOfOscal` gives it back; of SP 800-53 NIST's own form, `ac-2.1`.
 */
export function oscalIdOf(framework: string, id: string): string {
  const published = publishedForms.get(framework)?.(id);
  if (published !== undefined && token.test(published)) return published;
  if (token.test(id)) return id;
  const [, stem = id, brackets = ''] = bracketed.exec(id) ?? [];
  const groups = brackets === '' ? [] : brackets.slice(1, -1).split(')(');
  return `_${[stem, ...groups].map(escaped).join('_')}`;
}

/** The id that was written as a token; of ids that others wrote the same. */
export function idOfOscal(written: string): string {
  if (!written.startsWith('_')) return written;
  const [stem = '', ...groups] = written.slice(1).split(/_(?!-)/u);
  return unescaped(stem) + groups.map((group) => `(${unescaped(group)})`).join('');
}

/** Whatever stands in no token, as `_-28-`; a dash at the start too, which would look like the end of a mark. */
function escaped(part: string): string {
  return part.replace(/^-|[^\p{L}\p{N}.-]/gu, (sign) => `_-${sign.codePointAt(0)!.toString(16)}-`);
}

function unescaped(part: string): string {
  return part.replace(/_-(0?[0-9a-f]{1,5}|10[0-9a-f]{4})-/gu, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

const models: readonly (readonly [member: string, kind: string])[] = [
  ['catalog', 'an OSCAL catalog'],
  ['profile', 'an OSCAL profile'],
  ['mapping-collection', 'an OSCAL mapping-collection'],
  ['component-definition', 'an OSCAL component definition'],
  ['system-security-plan', 'an OSCAL system security plan'],
  ['assessment-plan', 'an OSCAL assessment plan'],
  ['assessment-results', 'OSCAL assessment results'],
  ['plan-of-action-and-milestones', 'an OSCAL plan of action and milestones'],
];

/** Which OSCAL document a value is, by the member that holds it and in words; undefined when it is none. */
export function oscalModelIn(value: unknown): { readonly model: string; readonly kind: string } | undefined {
  const found = models.find(
    ([member]) => isRecord(value) && Object.hasOwn(value, member) && isRecord(value[member]),
  );
  return found && { model: found[0], kind: found[1] };
}
