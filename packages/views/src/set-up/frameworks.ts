import { framework, frameworks, phraseIn } from '@concord/catalog';
import { type Refusal, refuse } from '@concord/programme';
import { languageOf, sayIn } from '../language/say.ts';
import type { EntityClassFound } from '../nis2/entity-class/index.ts';
import type { FactAnswer, SetUpAnswers } from './answers.ts';

const iso = 'iso27001-2022';
const csf = 'nist-csf-2.0';
const directive = 'nis2-directive';
const regulation = 'nis2-2024-2690';

/** What a framework is to the organisation: chosen, asked for by law, perhaps asked for, not asked for, or to be had. */
export type FrameworkPart = 'lead' | 'reference' | 'applies' | 'may-apply' | 'not-needed' | 'optional';

export interface FrameworkProposed {
  readonly framework: string;
  readonly title: string;
  readonly part: FrameworkPart;
  readonly why: string;
  /** Whether its adoption is proposed. */
  readonly adopt: boolean;
}

/** Whether the directive asks anything of it beyond being registered; `unsure` while its class is open. */
export function isAskedByNis2({ possible }: Pick<EntityClassFound, 'possible'>): FactAnswer {
  const asked = possible.filter((each) => each === 'important' || each === 'essential');
  if (asked.length === 0) return 'no';
  return asked.length === possible.length ? 'yes' : 'unsure';
}

/** Which frameworks matter, those that lead first. Where none was chosen to lead, what we would choose: our own view. */
export function frameworksProposed(
  answers: SetUpAnswers,
  nis2: EntityClassFound,
): readonly FrameworkProposed[] | { refusal: Refusal } {
  const { lead, reference } = answers;
  for (const [at, named] of [
    ['lead', lead] as const,
    ...reference.map((each, i) => [`reference[${i}]`, each] as const),
  ]) {
    if (named === undefined || framework(named)) continue;
    const known = frameworks().map(({ id }) => id);
    return refuse('refused', 'framework.unknown', { framework: named, known: known.join(', '), at });
  }
  const chosen = [...new Set([lead, ...reference].flatMap((each) => each ?? []))];
  const own = chosen.length === 0;
  const ids = [...new Set([...(own ? [iso, csf] : chosen), directive, ...named2690(nis2), iso, csf])];
  return ids.map((id) => proposed(id, { answers, nis2, own }));
}

function named2690({ regulation2690 }: EntityClassFound): readonly string[] {
  return regulation2690 ? [regulation] : [];
}

interface Ground {
  readonly answers: SetUpAnswers;
  readonly nis2: EntityClassFound;
  /** Nobody chose any. */
  readonly own: boolean;
}

function proposed(id: string, ground: Ground): FrameworkProposed {
  const part = partOf(id, ground);
  const adopt = part === 'lead' || part === 'reference' || part === 'applies';
  const title = phraseIn(languageOf(ground.answers), framework(id)?.title ?? id);
  return { framework: id, title, part, why: whyOf(id, part, ground), adopt };
}

const byLaw = { yes: 'applies', unsure: 'may-apply', no: 'not-needed' } as const;

function partOf(id: string, { answers, nis2, own }: Ground): FrameworkPart {
  if (id === answers.lead) return 'lead';
  if (answers.reference.includes(id)) return 'reference';
  if (id === directive || id === regulation) return byLaw[isAskedByNis2(nis2)];
  if (!own) return 'optional';
  return id === iso ? 'lead' : 'reference';
}

function whyOf(id: string, part: FrameworkPart, { answers, nis2, own }: Ground): string {
  const say = sayIn(answers);
  const law = id === directive ? nis2.sentence : id === regulation ? say('set-up.why-2690') : '';
  const chosen = part === 'lead' || part === 'reference';
  const choice = chosen && !own ? say(`set-up.why-${part}`) : '';
  const ours = id === iso || id === csf ? say(id === iso ? 'set-up.why-iso' : 'set-up.why-csf') : '';
  return [choice, law, ours].filter(Boolean).join(' ');
}
