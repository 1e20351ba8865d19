import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const beside = fileURLToPath(new URL('../../../../../shared/oscal-schemas', import.meta.url));

/** Where NIST's JSON schemas of OSCAL lie, when they do. */
const schemaFolder = process.env.CONCORD_OSCAL_SCHEMAS ?? beside;
export const hasSchemas = existsSync(schemaFolder);
if (!hasSchemas) console.log(`SKIPPED OSCAL schemas: no folder ${schemaFolder}`);

const files: Readonly<Record<string, string>> = {
  catalog: 'catalog',
  profile: 'profile',
  'component-definition': 'component',
  'system-security-plan': 'ssp',
  'assessment-results': 'assessment-results',
  'plan-of-action-and-milestones': 'poam',
  'mapping-collection': 'mapping',
};

type Validate = (document: unknown) => readonly string[];
const validators = new Map<string, Validate>();

/** What the schema of its model has against a document. */
export function againstSchema(document: Readonly<Record<string, unknown>>): readonly string[] {
  const [model = ''] = Object.keys(document);
  const known = validators.get(model) ?? compile(model);
  validators.set(model, known);
  return known(document);
}

function compile(model: string): Validate {
  const file = `${schemaFolder}/oscal_${files[model]}_schema.json`;
  const ajv = new Ajv({ strict: false, allErrors: true });
  (formats as unknown as (ajv: Ajv) => void)(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  return (document) =>
    validate(document)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const relationships = new Set([
  'equivalent-to',
  'equal-to',
  'subset-of',
  'superset-of',
  'intersects-with',
  'no-relationship',
]);
const referring = /^(?:component|subject|actor|risk|observation)-uuid$/;

interface Seen {
  readonly uuids: string[];
  readonly refers: string[];
  readonly wrong: string[];
}

/** What is wrong with a document where the schemas are loose: uuids that repeat or lead nowhere, words that are none. */
export function againstOurselves(document: unknown): readonly string[] {
  const seen: Seen = { uuids: [], refers: [], wrong: [] };
  walk(document, '', seen);
  const known = new Set(seen.uuids);
  const twice = seen.uuids.filter((uuid, at) => seen.uuids.indexOf(uuid) !== at);
  return [
    ...seen.wrong,
    ...[...new Set(twice)].map((uuid) => `${uuid} stands twice`),
    ...seen.refers.filter((uuid) => !known.has(uuid)).map((uuid) => `${uuid} leads nowhere`),
  ];
}

function walk(value: unknown, at: string, seen: Seen): void {
  if (Array.isArray(value)) {
    if (value.length === 0) seen.wrong.push(`${at} is empty`);
    for (const [place, each] of value.entries()) walk(each, `${at}/${place}`, seen);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      look(name, each, `${at}/${name}`, seen);
      walk(each, `${at}/${name}`, seen);
    }
  }
}

function look(name: string, value: unknown, at: string, { uuids, refers, wrong }: Seen): void {
  if (name === 'party-uuids') refers.push(...(value as string[]));
  if (typeof value !== 'string') return;
  if (name === 'uuid') uuids.push(value);
  if (referring.test(name)) refers.push(value);
  if ((name === 'href' || name === 'source') && value.startsWith('#')) refers.push(value.slice(1));
  if (name === 'relationship' && !relationships.has(value)) wrong.push(`${at} is ${value}`);
  if (/\{\{|^oscal\./.test(value)) wrong.push(`${at} says ${value}`);
}
