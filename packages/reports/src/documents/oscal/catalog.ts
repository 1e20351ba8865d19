import { childrenOf, oscalIdOf, type Requirement, say } from '@concord/catalog';
import type { FrameworkExchange, LibraryExchange } from '@concord/views';
import { metadataOf } from './parts/metadata.ts';
import { line, listed, ownProp, ownProps } from './parts/prop.ts';
import { recordUuid } from './parts/uuid.ts';

/** The statement of a control within its catalog: what a finding is about. */
export function statementId(control: string): string {
  return `${control}_smt`;
}

/** An adopted framework: ids, short titles and our own words, and the publisher's where we have none of our own. */
export function writeCatalog(view: FrameworkExchange): object {
  const { framework, named } = view;
  const { id, title, edition, publisher, licence, source } = framework;
  const holds = holdingOf(view, childrenOf(framework, null));
  return {
    catalog: {
      uuid: recordUuid(view, 'document', 'catalog', id, named.hash, String(view.position), view.on),
      metadata: metadataOf(view, {
        title,
        version: edition,
        publisher,
        props: ownProps({ framework: id, 'edition-hash': named.hash, licence, source }),
        remarks: say(view.language, 'oscal.remarks.catalog'),
      }),
      ...holds,
    },
  };
}

const isControl = ({ assessable, tags }: Requirement) => assessable || tags?.withdrawn !== undefined;

/** OSCAL has a group hold groups or controls: where a heading has both, controls in a row get a group for themselves. */
function holdingOf(view: FrameworkExchange, nodes: readonly Requirement[]): object {
  if (nodes.every(isControl))
    return listed(
      'controls',
      nodes.map((node) => controlOf(view, node)),
    );
  const groups: object[] = [];
  let run: Requirement[] = [];
  const close = () => {
    if (run.length > 0) groups.push(grouping(view, run));
    run = [];
  };
  for (const node of nodes) {
    if (isControl(node)) run.push(node);
    else {
      close();
      groups.push(groupOf(view, node));
    }
  }
  close();
  return { groups };
}

function grouping(view: FrameworkExchange, nodes: readonly Requirement[]): object {
  const ids = nodes.map(({ id }) => id);
  return {
    title: line(nodes.length === 1 ? ids[0]! : `${ids[0]} – ${ids.at(-1)}`),
    props: [ownProp('grouping', 'controls')],
    controls: nodes.map((node) => controlOf(view, node)),
  };
}

function groupOf(view: FrameworkExchange, node: Requirement): object {
  const words = wordsOf(node);
  return {
    ...identified(view, node),
    ...listed('parts', words === '' ? [] : [{ name: 'overview', prose: words }]),
    ...holdingOf(view, childrenOf(view.framework, node.id)),
  };
}

function controlOf(view: FrameworkExchange, node: Requirement): object {
  const below = childrenOf(view.framework, node.id);
  const prose = wordsOf(node) || node.title;
  const id = oscalIdOf(view.framework.id, node.id);
  return {
    ...identified(view, node),
    parts: [{ id: statementId(id), name: 'statement', prose }],
    ...listed(
      'controls',
      below.map((child) => controlOf(view, child)),
    ),
  };
}

/** Our own words first: what a publisher sells is never handed on. */
function wordsOf({ asks, statement }: Requirement): string {
  return asks ?? statement ?? '';
}

function identified({ framework }: FrameworkExchange, node: Requirement) {
  const { id, title, level, excludable, assessable, tags } = node;
  const no = {
    excludable: excludable || !assessable ? undefined : 'no',
    assessable: isControl(node) ? undefined : 'no',
  };
  return {
    id: oscalIdOf(framework.id, id),
    class: oscalIdOf('', level),
    title: line(title),
    props: [
      { name: 'label', value: line(id) },
      ...ownProps({ id, ...no }),
      ...(tags?.withdrawn === undefined ? [] : [{ name: 'status', value: 'withdrawn' }]),
    ],
  };
}

/** The organisation's own library: a group for each family. */
export function writeLibraryCatalog(view: LibraryExchange): object {
  const title = say(view.language, 'oscal.title.library', { organisation: view.organisation.name });
  const families = [
    ...new Set(view.controls.map(({ family }) => family).filter((family) => family !== '')),
  ].sort();
  const controlsIn = (wanted: string) =>
    view.controls.filter(({ family }) => family === wanted).map(libraryControl);
  const groups = families.map((family) => ({
    id: oscalIdOf('', family),
    class: 'family',
    title: line(family),
    props: ownProps({ id: family }),
    controls: controlsIn(family),
  }));
  return {
    catalog: {
      uuid: recordUuid(view, 'document', 'library', String(view.position), view.on),
      metadata: metadataOf(view, { title, roles: ['control-owner'] }),
      ...listed('controls', controlsIn('')),
      ...listed('groups', groups),
    },
  };
}

function libraryControl({ code, name, statement, test }: LibraryExchange['controls'][number]): object {
  const id = oscalIdOf('', code);
  const { ns } = ownProp('test', 'x');
  return {
    id,
    class: 'control',
    title: line(name),
    props: [{ name: 'label', value: line(code) }, ...ownProps({ id: code })],
    parts: [
      { id: statementId(id), name: 'statement', prose: statement || name },
      ...(test === '' ? [] : [{ id: `${id}_test`, name: 'test', ns, prose: test }]),
    ],
  };
}
