import { say } from '@concord/catalog';
import type { HintedRow } from '@concord/views';
import type { Line } from '../../blocks.ts';
import { writeDatesIn } from '../../wording/figures.ts';
import { quietly, writeFreshness } from './lines.ts';

/** The state of a requirement as its mark and word. */
export function writeState({ word, mark }: Pick<HintedRow, 'word' | 'mark'>, language: string): Line {
  return { text: writeDatesIn(word, language), mark };
}

type Row = Pick<
  HintedRow,
  'controls' | 'moreControls' | 'hiddenControls' | 'evidence' | 'claims' | 'hinting'
>;

/** Our controls behind a requirement and how fresh what shows each is; those that are not printed as counts. */
export function writeControls(row: Row, language: string): Line[] {
  const { controls, moreControls, hiddenControls, claims } = row;
  if (controls.length + hiddenControls === 0) return [quietly(say(language, 'document.how.none'))];
  const inUse = controls.filter(({ struck }) => struck !== true);
  const hints = inUse.filter(({ id }) => row.hinting?.includes(id) === true);
  // Hints alone are told in full; beside what counts, their codes do.
  const told = hints.length === inUse.length ? inUse : inUse.filter((control) => !hints.includes(control));
  const codes = hints.map(({ code }) => code).join(', ');
  return [
    ...told.flatMap((control) => writeControl(control, language)),
    ...(codes === '' ? [] : [quietly(say(language, 'document.how.hints', { codes }))]),
    ...counted('document.how.more', moreControls, language),
    ...counted('document.how.hidden', hiddenControls, language),
    ...counted('document.how.struck', controls.length - inUse.length, language),
    ...writeEvidence(row, language),
    ...counted('document.how.proposed', claims.proposed, language),
  ];
}

const standings = ['fresh', 'due', 'stale', 'failed', 'missing', 'partly', 'planned'] as const;

/** The same by codes alone, those that stand alike on one line: for tables that are about the requirement. */
export function writeControlsInShort(row: Row, language: string): Line[] {
  const { controls, moreControls, hiddenControls, claims } = row;
  if (controls.length + hiddenControls === 0) return [quietly(say(language, 'document.how.none'))];
  const inUse = controls.filter(({ struck }) => struck !== true);
  const standing = ({ implementation, freshness }: Row['controls'][number]) =>
    implementation === 'operating' ? freshness : implementation;
  return [
    ...standings.flatMap((wanted) => {
      const codes = inUse.filter((control) => standing(control) === wanted).map(({ code }) => code);
      return codes.length === 0
        ? []
        : [say(language, `document.short.${wanted}`, { codes: codes.join(', ') })];
    }),
    ...counted('document.how.more', moreControls, language),
    ...counted('document.how.hidden', hiddenControls, language),
    ...counted('document.how.struck', controls.length - inUse.length, language),
    ...counted('document.how.proposed', claims.proposed, language),
  ];
}

/** A quiet line for what is only counted; nothing where there is none. */
function counted(key: string, count: number, language: string): Line[] {
  return count === 0 ? [] : [quietly(say(language, key, { count }))];
}

/** The evidence of all controls together, where not each of them is printed with its own. */
function writeEvidence({ moreControls, hiddenControls, evidence }: Row, language: string): Line[] {
  if (moreControls + hiddenControls === 0) return [];
  const counts = (['fresh', 'due', 'stale', 'missing', 'failed'] as const)
    .filter((freshness) => evidence[freshness] > 0)
    .map((freshness) => say(language, `document.evidence.${freshness}`, { number: evidence[freshness] }));
  return [quietly(say(language, 'document.evidence', { counts: counts.join(', ') }))];
}

function writeControl(
  { code, name, implementation, ...shown }: Row['controls'][number],
  language: string,
): Line[] {
  const works =
    implementation === 'operating' ? [] : [quietly(say(language, `document.control.${implementation}`))];
  return [
    say(language, 'document.how.control', { code, name }),
    ...works,
    quietly(writeFreshness(shown, language)),
  ];
}
