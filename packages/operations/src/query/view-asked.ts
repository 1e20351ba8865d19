import type { ViewAsked } from '@concord/views';
import type { Asked } from './query.ts';

type ViewInput = Readonly<Partial<Record<'scope' | 'on' | 'from' | 'to' | 'language', string | undefined>>>;

/** A view that looks back on a time is about its last day, unless it says another. */
export function viewAsked(asked: Asked<ViewInput>): ViewAsked {
  const { programme, organisation, head, reader, memory, today, input } = asked;
  const { scope, from, to, language } = input;
  const on = input.on ?? to ?? asked.on;
  const period = from === undefined && to === undefined ? undefined : { from, to, today };
  return { programme, organisation, on, head, reader, memory, scope, period, language };
}

/** What is asked, in the language that its input names. */
export function spokenTo<Question extends { readonly input: { readonly language: string } }>(
  asked: Question,
): Question & { readonly language: string } {
  return { ...asked, language: asked.input.language };
}
