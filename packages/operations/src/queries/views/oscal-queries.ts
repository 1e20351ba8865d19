import { id, type Refusal, refuse } from '@concord/programme';
import {
  type Exchange,
  type ExchangeChoices,
  type ExchangeKind,
  exchangeKinds,
  exchanges,
  type InParts,
  withPauses,
} from '@concord/views';
import { z } from 'zod';
import { inLanguage, inScope, timed } from '../../query/inputs.ts';
import { type Asked, query, type ToRender } from '../../query/query.ts';
import { viewAsked } from '../../query/view-asked.ts';

/** What somebody chooses of an OSCAL document. */
export interface OscalChoices extends ExchangeChoices {
  readonly scope?: string | undefined;
}

type OscalAsked = Asked<{ readonly on?: string | undefined; readonly language?: string | undefined }>;

/**
 * The programme as an OSCAL document of one kind. Its time is that of the last entry up to the position, so that the same
 * state has the same bytes. A choice that means nothing to the kind is refused.
 */
export async function oscalDocument(
  asked: OscalAsked,
  kind: ExchangeKind,
  choices: OscalChoices,
): Promise<ToRender | { refusal: Refusal }> {
  const { takes, of } = exchanges[kind];
  const given = (Object.keys(choices) as (keyof OscalChoices)[]).filter(
    (each) => choices[each] !== undefined,
  );
  const idle = given.find((each) => !(takes as readonly string[]).includes(each));
  if (idle) return refuse('invalid', 'report.option', { report: kind, option: idle, at: idle });
  const { programme, ports } = asked;
  const [last] = await ports.batches(programme.position + 1, 1);
  const found = await ports.people([...programme.governance.people.keys()]);
  const people = [...found].map(([person, { name, mail }]) => ({ id: person, name, mail }));
  const { scope, ...chosen } = choices;
  const { on, language } = asked.input;
  const ground = {
    ...viewAsked({ ...asked, input: { on, language, scope } }),
    recordedAt: last?.at ?? `${asked.on}T00:00:00Z`,
    people,
  };
  const work: InParts<Exchange | { refusal: Refusal }> = of(ground, chosen);
  const view = await withPauses(work, ports.pause);
  if ('refusal' in view) return view;
  return { render: fileOf(view), view, format: 'oscal.json' };
}

/** What its file is called, as documents that refer to it call it. */
function fileOf(view: Exchange): string {
  if (view.model === 'catalog') return `catalog-${view.framework.id}`;
  return view.model === 'library-catalog' ? 'catalog-library' : view.model;
}

/** What machines read of the programme. */
export const oscalQueries = [
  query({
    name: 'export oscal',
    method: 'GET',
    path: '/exports/oscal/{model}',
    reach: 'organisation',
    permission: 'programme.read',
    reader: 'whole',
    timed: true,
    restsOn: 'requirements',
    summary:
      'The programme in OSCAL 1.2.1: library, frameworks, selection, statement, assessments, actions, mappings',
    input: z.strictObject({
      ...timed,
      ...inScope,
      ...inLanguage,
      model: z
        .enum(exchangeKinds)
        .describe('Which OSCAL model: ssp is the Statement of Applicability, poam the actions'),
      framework: id
        .optional()
        .describe(
          'Of a catalog: the adopted framework, the own library when left out; of a profile or assessment-results too',
        ),
      profile: id.optional().describe('Of a profile: id of the profile whose targets are wanted'),
      crosswalk: id
        .optional()
        .describe('Of a mapping-collection: id of a crosswalk; our own relations when left out'),
    }),
    answer: (asked) => {
      const { model, scope, framework, profile, crosswalk } = asked.input;
      return oscalDocument(asked, model, { scope, framework, profile, crosswalk });
    },
  }),
];
