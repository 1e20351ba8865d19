import type { Framework } from '@concord/catalog';
import { adoptedEdition, editionInUse, knownFrameworks, type Refusal, refuse } from '@concord/programme';
import {
  type ExchangeAsked,
  type ExchangeHead,
  type FrameworkNamed,
  frameworkNamed,
  headOf,
} from './head.ts';

export interface FrameworkExchange extends ExchangeHead {
  readonly model: 'catalog';
  readonly named: FrameworkNamed;
  readonly framework: Framework;
}

/** An adopted framework in the edition that was adopted, whole: what is taken up of it is a profile. */
export function frameworkExchange(
  asked: ExchangeAsked,
  id: string,
): FrameworkExchange | { refusal: Refusal } {
  const adopted = adoptedOr(asked, id);
  if ('refusal' in adopted) return adopted;
  const { programme } = asked;
  const framework = editionInUse(programme.governance, id) ?? adopted;
  return { model: 'catalog', ...headOf(asked), named: frameworkNamed(programme, id), framework };
}

/** The adopted edition, or why there is none. */
export function adoptedOr({ programme }: ExchangeAsked, id: string): Framework | { refusal: Refusal } {
  const { governance } = programme;
  const framework = adoptedEdition(governance, id);
  if (framework) return framework;
  const known = knownFrameworks(governance);
  return known.split(', ').includes(id)
    ? refuse('conflict', 'framework.not-adopted', { framework: id, at: 'framework' })
    : refuse('missing', 'framework.unknown', { framework: id, known, at: 'framework' });
}
