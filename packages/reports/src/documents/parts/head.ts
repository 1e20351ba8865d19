import { say } from '@concord/catalog';
import type { Block, Document } from '../../blocks.ts';
import { writeDate, writeNumber } from '../../wording/figures.ts';
import { writeRunningLines } from '../../wording/running-lines.ts';
import { shorten } from '../../wording/shorten.ts';
import type { DocumentChoices } from '../choices.ts';

/** What every view says of itself, and every document repeats: whose, of what scope, as of when, at which seal. */
export interface Ground {
  readonly organisation: { readonly name: string };
  readonly scope: { readonly name: string; readonly statement: string };
  readonly on: string;
  readonly knownAt: number;
  readonly position: number;
  readonly head: string;
  /** Day of the first entry, where `on` lies before it. */
  readonly begins?: string;
}

/** What the document itself brings. */
export type Headed = Pick<Document, 'title' | 'blocks'> &
  Pick<Partial<Document>, 'asked' | 'lead' | 'layout' | 'status'>;

/** A document around its blocks: what stands on its first page, and at the top and foot of each. */
export function writeDocument(headed: Headed, ground: Ground, choices: DocumentChoices): Document {
  const { language, version, keyFingerprint } = choices;
  const { blocks, ...said } = headed;
  const facts: Omit<Document, 'running' | 'lacking' | 'blocks'> = {
    ...said,
    language,
    organisation: ground.organisation.name,
    scope: nameScope(ground, language),
    ...(version === undefined ? {} : { version }),
    on: ground.on,
    knownAt: ground.knownAt,
    position: ground.position,
    head: ground.head,
    ...(keyFingerprint === undefined ? {} : { keyFingerprint }),
    status: headed.status ?? writeStatus(ground, choices),
  };
  const lacking = say(language, 'document.lacking');
  return { ...facts, running: writeRunningLines(facts), lacking, blocks };
}

/** Which version it calls itself; without one it is a draft, known by its place. Nobody approves it by publishing it. */
function writeStatus({ position }: Ground, { language, version }: DocumentChoices): string {
  return version === undefined
    ? say(language, 'document.status.draft', { position: writeNumber(position, language) })
    : say(language, 'document.status.version.not-approved', { version });
}

const longestScopeName = 120;

/**
 * The whole organisation as a scope bears the organisation's name, which would say nothing beside it. What was stated of
 * it may be a part: the statement then names the scope, with its first line, and only without one is it all.
 */
export function nameScope({ scope, organisation }: Ground, language: string): string {
  if (scope.name !== organisation.name) return scope.name;
  const [first = ''] = scope.statement.trim().split('\n');
  const stated = first.trim().replace(/\.$/, '');
  return stated === '' ? say(language, 'document.scope.whole') : shorten(stated, longestScopeName);
}

export interface FactShown {
  readonly label: string;
  readonly value: string;
}

/** The edition of a framework that a document answers. */
export interface EditionShown {
  readonly title: string;
  readonly edition: string;
  readonly hash: string;
}

interface Basis {
  readonly editions: readonly EditionShown[];
  readonly more?: readonly FactShown[];
  /** Of what is never a version, and so no draft of one. */
  readonly inPlaceOfVersion?: FactShown;
}

/**
 * Whose, of what scope, by which editions, in which version or of what else, as of when; `more` stands at the end. What it
 * is checked by stands in its record, at the end of the document.
 */
export function writeBasis(
  ground: Ground & { readonly scopeStatement?: ScopeStated | undefined },
  { editions, more = [], inPlaceOfVersion }: Basis,
  { language, version }: DocumentChoices,
): Block {
  const { organisation } = ground;
  const fact = (key: string, value: string) => ({ label: say(language, `document.fact.${key}`), value });
  const facts = [
    fact('organisation', organisation.name),
    fact('scope', writeScope(ground, language)),
    ...writeEdges(ground.scopeStatement, language),
    ...editions.map((edition) => writeEdition(edition, language)),
    inPlaceOfVersion ?? fact('version', version ?? say(language, 'document.fact.version.none')),
    fact('on', writeDay(ground, language)),
    ...more,
  ];
  return { kind: 'facts', facts };
}

/** As of which day, and from what: of a day before the first entry there is only what was entered later for it. */
function writeDay({ on, knownAt, begins }: Ground, language: string): string {
  const asOf = { date: writeDate(on, language), position: writeNumber(knownAt, language) };
  const value = say(language, 'document.fact.on.value', asOf);
  return begins === undefined
    ? value
    : `${value}\n${say(language, 'document.fact.on.before', { begins: writeDate(begins, language) })}`;
}

/** The edition of a law is its full name, with its number: the short title only explains it. */
function writeEdition({ title, edition }: EditionShown, language: string): FactShown {
  const kind = /\d{4}\/\d+/.test(edition) ? 'act' : 'standard';
  return {
    label: say(language, `document.fact.${kind}`),
    value: say(language, `document.fact.${kind}.value`, { title, edition }),
  };
}

interface ScopeStated {
  readonly statement: string;
  readonly boundaries: string;
  readonly interfaces: string;
  readonly exclusions: string;
}

/** Clause 4.3, where it is stated: where the scope ends, what crosses its edge and what is left out. */
function writeEdges(stated: ScopeStated | undefined, language: string): FactShown[] {
  return (['boundaries', 'interfaces', 'exclusions'] as const).flatMap((member) => {
    const value = stated?.[member].trim() ?? '';
    return value === '' ? [] : [{ label: say(language, `document.fact.${member}`), value }];
  });
}

function writeScope(
  ground: Ground & { readonly scopeStatement?: ScopeStated | undefined },
  language: string,
): string {
  const statement = ground.scopeStatement?.statement ?? ground.scope.statement;
  if (ground.scope.name === ground.organisation.name && statement.trim() !== '') return statement;
  const name = nameScope(ground, language);
  const said = statement.trim() === '' ? say(language, 'document.scope.unstated') : statement;
  return `${name}\n${said}`;
}
