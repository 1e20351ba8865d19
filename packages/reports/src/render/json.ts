import type { Document } from '../blocks.ts';

/**
 * The document as it is, for other programmes, and the view that it was set from where that is given. `concord` names
 * the shape and its version.
 */
export function renderJson(document: Document, view?: object): string {
  return [...documentJson(document, view)].join('');
}

/** The same, piece by piece. */
export function documentJson(document: Document, view?: object): Generator<string, void> {
  return jsonPieces({ concord: 'document 1', document, view }, 2);
}

/**
 * What `JSON.stringify` writes and a line end, piece by piece: the members of an object, and of a long list each member,
 * by themselves.
 */
export function* jsonPieces(value: unknown, indent: 0 | 2): Generator<string, void> {
  yield* pieces(value, { indent, pad: indent === 0 ? '' : '\n', levels: 6 });
  yield '\n';
}

interface Writing {
  readonly indent: 0 | 2;
  /** A line end and as many blanks as stand before what is written. */
  readonly pad: string;
  /** So many levels of members are gone through; what lies deeper is written at once. */
  readonly levels: number;
}

const long = 200;

function* pieces(value: unknown, writing: Writing): Generator<string, void> {
  if (typeof value !== 'object' || value === null || 'toJSON' in value || writing.levels === 0)
    yield whole(value, writing);
  else if (Array.isArray(value)) yield* listPieces(value, writing);
  else yield* memberPieces(value, writing);
}

function* listPieces(list: readonly unknown[], writing: Writing): Generator<string, void> {
  const inner = within(writing);
  let before = '[';
  for (const member of list) {
    yield before + inner.pad;
    if (list.length > long) yield whole(member ?? null, inner);
    else yield* pieces(member ?? null, inner);
    before = ',';
  }
  yield before === '[' ? '[]' : `${writing.pad}]`;
}

function* memberPieces(value: object, writing: Writing): Generator<string, void> {
  const inner = within(writing);
  const colon = writing.indent === 0 ? ':' : ': ';
  let before = '{';
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${inner.pad}${JSON.stringify(name)}${colon}`;
    yield* pieces(member, inner);
    before = ',';
  }
  yield before === '{' ? '{}' : `${writing.pad}}`;
}

/** No text in JSON holds a line end, so each is one between lines. */
function whole(value: unknown, { indent, pad }: Writing): string {
  const text = JSON.stringify(value, null, indent);
  return indent === 0 ? text : text.replaceAll('\n', pad);
}

function within({ indent, pad, levels }: Writing): Writing {
  return { indent, pad: indent === 0 ? '' : `${pad}  `, levels: levels - 1 };
}
