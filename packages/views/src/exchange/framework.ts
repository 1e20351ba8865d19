import type { Framework } from '@concord/catalog';
import { adoptedEdition, editionInUse, type Refusal } from '@concord/programme';
import { refuseUnadopted } from '../envelope.ts';
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
  return adoptedEdition(programme.governance, id) ?? refuseUnadopted(programme, id);
}
