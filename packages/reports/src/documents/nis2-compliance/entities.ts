import { say } from '@concord/catalog';
import type { Nis2Compliance } from '@concord/views';
import type { Block } from '../../blocks.ts';
import { writeDatesIn } from '../../wording/figures.ts';

type Entity = Nis2Compliance['entities'][number];

/** Articles 2, 3 and 26: the likely class of each legal entity, with the articles that lead there. */
export function writeEntities({ entities }: Nis2Compliance, language: string): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: say(language, 'nis2-report.entities') };
  if (entities.length === 0) return [heading, { kind: 'paragraph', text: say(language, 'nis2.no-entity') }];
  return [heading, ...entities.flatMap((entity) => writeEntity(entity, language))];
}

function writeEntity(entity: Entity, language: string): Block[] {
  const { name, sentence, alone, withLinked, linked, byActivity, registration, supervision } = entity;
  const counted = linked ? withLinked : alone;
  const fact = (key: string, value: string) => ({ label: say(language, `nis2-report.entity.${key}`), value });
  const open = counted.wouldDecide.map(({ says }) => says);
  return [
    { kind: 'heading', level: 2, text: name },
    { kind: 'paragraph', text: writeDatesIn(sentence, language) },
    {
      kind: 'facts',
      facts: [
        fact('class', say(language, `nis2.class-${entity.class}`)),
        fact('activities', byActivity.map((each) => each.name).join('\n') || '–'),
        ...(supervision ? [fact('supervision', supervision.mode)] : []),
        ...registration.map(({ provision, says }) =>
          fact('registration', say(language, 'said.of', { of: provision, said: says })),
        ),
        ...(open.length === 0 ? [] : [fact('open', open.join('\n'))]),
      ],
    },
    writeTrail(name, counted.trail, language),
  ];
}

function writeTrail(name: string, trail: Entity['alone']['trail'], language: string): Block {
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `nis2-report.trail.${id}`),
    width,
  });
  return {
    kind: 'table',
    caption: say(language, 'nis2-report.trail', { name }),
    columns: [{ ...column('article', 20), identifies: true }, column('looked', 44), column('says', 36)],
    rows: trail.map(({ article, looked, says }) => [article, looked, says]),
  };
}
