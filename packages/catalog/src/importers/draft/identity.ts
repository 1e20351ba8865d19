import type { Framework } from '../../framework.ts';

/** The id a framework has for what another file calls by a like id. */
export interface FoundId {
  readonly id: string;
  /** Written otherwise than the framework has it by more than capitals and brackets. */
  readonly mended: boolean;
}

interface IdIndex {
  readonly ids: ReadonlySet<string>;
  readonly byForm: ReadonlyMap<string, string>;
}

const LONGEST = 100;
const indexes = new WeakMap<Framework, IdIndex>();

/**
 * Finds the requirement that a file means: gv.oc-01 is GV.OC-01, ac-2.1 is AC-2(1), 4.2 (a) is 4.2.a, PM-09 is PM-9
 * where the framework writes no leading zeros, and 6.11 is 6.1.1 where only that exists.
 */
export function findId(framework: Framework, written: string): FoundId | undefined {
  const { ids, byForm } = indexOf(framework);
  const raw = written.trim();
  if (ids.has(raw)) return { id: raw, mended: false };
  if (raw.length > LONGEST) return undefined;
  const form = formOf(raw);
  const straight = byForm.get(form);
  if (straight !== undefined) return { id: straight, mended: false };
  // Zeros are only ever taken away: 1 is not 01, which is another requirement in CSF 2.0 than in 1.1.
  const unpadded = byForm.get(withoutZeros(form));
  if (unpadded !== undefined) return { id: unpadded, mended: false };
  const dotted = withLostDot(form).flatMap((candidate) => byForm.get(candidate) ?? []);
  return dotted.length === 1 ? { id: dotted[0]!, mended: true } : undefined;
}

function indexOf(framework: Framework): IdIndex {
  const known = indexes.get(framework);
  if (known !== undefined) return known;
  const byForm = new Map<string, string>();
  for (const { id } of framework.requirements) {
    if (!byForm.has(formOf(id))) byForm.set(formOf(id), id);
  }
  const ids = new Set(framework.requirements.map(({ id }) => id));
  const built = { ids, byForm };
  indexes.set(framework, built);
  return built;
}

/** Small letters, no spaces, brackets as dots, no punctuation at the ends. */
function formOf(id: string): string {
  const parts = id
    .toLowerCase()
    .replace(/\s/g, '')
    .split(/[.()[\],;:]/)
    .filter((part) => part !== '');
  return parts.join('.');
}

function withoutZeros(form: string): string {
  return form.replace(/(?<![0-9])0+(?=[0-9])/g, '');
}

/** Only among plain numbers: AC-26 is no slip for AC-2(6). */
function withLostDot(form: string): readonly string[] {
  if (!/^[0-9.]+$/.test(form)) return [];
  const digit = (sign: string | undefined) => sign !== undefined && sign >= '0' && sign <= '9';
  return Array.from(form, (_, place) => place)
    .filter((place) => place > 0 && digit(form[place - 1]) && digit(form[place]))
    .map((place) => `${form.slice(0, place)}.${form.slice(place)}`);
}
