import { say } from '@concord/catalog';
import type { ExchangeHead, FrameworkNamed } from '@concord/views';
import { line, ownProp, ownProps } from './prop.ts';
import { recordUuid } from './uuid.ts';

/** Something that a document refers to and does not hold. */
export interface Resource {
  readonly uuid: string;
  readonly title: string;
}

const mediaType = 'application/oscal+json';

/** A framework, as a catalog of that name: `catalog` with the framework writes it. */
export function frameworkResource(
  view: ExchangeHead,
  { id, title, edition, hash }: FrameworkNamed,
): Resource {
  return {
    uuid: recordUuid(view, 'framework', id, hash),
    title: line(title.includes(edition) ? title : `${title} ${edition}`),
    ...{ props: [ownProp('resource', 'framework'), ...ownProps({ framework: id, 'edition-hash': hash })] },
    ...linked(`catalog-${encodeURIComponent(id)}`),
  };
}

/** Several frameworks, where what they ask together is spoken of. */
export function frameworksResource(view: ExchangeHead, named: readonly FrameworkNamed[]): Resource {
  const [only] = named;
  if (only && named.length === 1) return frameworkResource(view, only);
  const props = named.map(({ id }) => ownProp('framework', id));
  return {
    uuid: recordUuid(view, 'frameworks', ...named.flatMap(({ id, hash }) => [id, hash])),
    title: line(named.map(({ title }) => title).join(' + ')),
    ...{ props: [ownProp('resource', 'frameworks'), ...props] },
  };
}

/** The organisation's own library, as a catalog. */
export function libraryResource(view: ExchangeHead): Resource {
  return {
    uuid: recordUuid(view, 'library'),
    title: line(say(view.language, 'oscal.title.library', { organisation: view.organisation.name })),
    ...{ props: [ownProp('resource', 'library')] },
    ...linked('catalog-library'),
  };
}

/** Another document of the same organisation. */
export function documentResource(view: ExchangeHead, model: string, about: string): Resource {
  return {
    uuid: recordUuid(view, 'document', model, about),
    title: line(say(view.language, `oscal.title.${model}`, { organisation: view.organisation.name, about })),
    ...linked(model),
  };
}

/** Something that is not there as a document, and why. */
export function absentResource(view: ExchangeHead, kind: string): Resource {
  return {
    uuid: recordUuid(view, 'absent', kind),
    title: say(view.language, `oscal.absent.${kind}`),
    ...{ description: say(view.language, `oscal.absent.${kind}.why`) },
  };
}

function linked(file: string): object {
  return { rlinks: [{ href: `${file}.oscal.json`, 'media-type': mediaType }] };
}

/** How a document refers to a resource of its own. */
export function refersTo({ uuid }: Resource): string {
  return `#${uuid}`;
}

export function backMatter(resources: readonly Resource[]): object {
  return { 'back-matter': { resources } };
}
