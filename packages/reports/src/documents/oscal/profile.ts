import { oscalIdOf, say } from '@concord/catalog';
import type { SelectionExchange } from '@concord/views';
import { metadataOf } from './parts/metadata.ts';
import { listed, ownProp, ownProps, type Prop } from './parts/prop.ts';
import { backMatter, frameworkResource, libraryResource, refersTo } from './parts/resource.ts';
import { recordUuid } from './parts/uuid.ts';

/** What is selected of a framework: included with why, excluded with why not, beside it necessary controls of our own. */
export function writeProfile(view: SelectionExchange): object {
  const { framework, included, excluded, further } = view;
  const idOf = (id: string) => oscalIdOf(framework.id, id);
  const catalog = frameworkResource(view, framework);
  const library = libraryResource(view);
  const about = [framework.id, view.scope.id, view.profile?.id ?? ''];
  const alters = included.filter(({ said }) => said.length > 0);
  return {
    profile: {
      uuid: recordUuid(view, 'document', 'profile', ...about, String(view.position), view.on),
      metadata: metadataOf(view, {
        title: titleOf(view),
        props: [
          ...ownProps({ framework: framework.id, 'edition-hash': framework.hash }),
          ...notIncluded(view),
        ],
        remarks: say(view.language, 'oscal.remarks.profile', {
          included: included.length,
          excluded: excluded.length,
          undecided: view.undecided.length,
        }),
      }),
      imports: [
        {
          href: refersTo(catalog),
          'include-controls': [{ 'with-ids': included.map(({ id }) => idOf(id)) }],
          ...listed(
            'exclude-controls',
            excluded.length === 0 ? [] : [{ 'with-ids': excluded.map(({ id }) => idOf(id)) }],
          ),
        },
        ...(further.length === 0
          ? []
          : [
              {
                href: refersTo(library),
                'include-controls': [{ 'with-ids': further.map((code) => oscalIdOf('', code)) }],
              },
            ]),
      ],
      merge: { 'as-is': true },
      ...(alters.length === 0
        ? {}
        : {
            modify: {
              alters: alters.map(({ id, said }) => ({
                'control-id': idOf(id),
                adds: [{ props: said.map(({ name, value }) => ownProp(name, value)) }],
              })),
            },
          }),
      ...backMatter(further.length === 0 ? [catalog] : [catalog, library]),
    },
  };
}

function titleOf(view: SelectionExchange): string {
  const { by, profile, scope, organisation, framework } = view;
  const said = { organisation: organisation.name, scope: scope.name, framework: framework.title };
  return by === 'target'
    ? say(view.language, 'oscal.title.target', { ...said, profile: profile?.name ?? '' })
    : say(view.language, 'oscal.title.selection', said);
}

/** Of what a profile does not select OSCAL says nothing: why not, and what is undecided, stands in the metadata. */
function notIncluded({ excluded, undecided, framework }: SelectionExchange): Prop[] {
  const about = (id: string) => oscalIdOf(framework.id, id);
  return [
    ...excluded.map(({ id, reason }) => ownProp('exclusion-reason', reason || '–', about(id))),
    ...undecided.map((id) => ownProp('undecided', id, about(id))),
  ];
}
