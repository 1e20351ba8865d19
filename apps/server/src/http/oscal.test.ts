import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crosswalks, frameworks } from '@concord/catalog';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { againstOurselves, againstSchema, hasSchemas } from '../testing/oscal.ts';
import { createOrganisation, fillProgramme, sendFile, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const beside = fileURLToPath(new URL('../../../../../shared/real', import.meta.url));
const published = process.env.CONCORD_PUBLISHED_FILES ?? beside;
if (!existsSync(published)) console.log(`SKIPPED published files: no folder ${published}`);

const place = makePlace();
let running: RunningServer;
let demo: Ask;

beforeAll(async () => {
  running = await startServer(place);
  const loaded = await running.ask('POST', '/api/v1/demo', {});
  demo = within(running.ask, loaded.body.organisation);
}, 120_000);
afterAll(async () => {
  await running.close();
  place.remove();
});

interface Exported {
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into documents of every model
  readonly document: any;
}

async function exported(inside: Ask, address: string): Promise<Exported> {
  const answer = await inside('GET', `/exports/oscal/${address}`);
  if (answer.status !== 200) throw new Error(`${address}: ${answer.text}`);
  expect(answer.headers.get('content-type')).toBe('application/oscal+json');
  return { text: answer.text, document: JSON.parse(answer.text) };
}

async function emptyOrganisation(...frameworks: readonly string[]): Promise<Ask> {
  const inside = within(running.ask, await createOrganisation(running.ask, 'Empty'));
  for (const framework of frameworks) await inside('PUT', `/frameworks/${framework}/adoption`, {});
  return inside;
}

const led = ['iso27001-2022', 'nist-csf-2.0', 'nis2-directive', 'nis2-2024-2690'];
const addresses = [
  ...[
    'catalog',
    'profile',
    'component-definition',
    'ssp',
    'assessment-results',
    'poam',
    'mapping-collection',
  ],
  ...led.flatMap((id) =>
    ['catalog', 'profile', 'assessment-results'].map((kind) => `${kind}?framework=${id}`),
  ),
];

function wrongWith(document: Exported['document']): readonly string[] {
  return [...(hasSchemas ? againstSchema(document) : []), ...againstOurselves(document)];
}

/** Every text under members of these names, however deep; of the parties and roles of a document nothing. */
function valuesOf(value: unknown, name: RegExp): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesOf(each, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, each]) => {
    if (member === 'metadata') return [];
    if (!name.test(member)) return valuesOf(each, name);
    return (Array.isArray(each) ? each : [each]) as string[];
  });
}

describe('every OSCAL document of the demo', () => {
  test.each(addresses)('%s is valid, and leads nowhere but to itself', async (address) => {
    const { document, text } = await exported(demo, address);
    expect(wrongWith(document)).toEqual([]);
    expect(text).not.toMatch(/[\w.]+@[\w-]+\.\w/);
    const { metadata, uuid } = Object.values(document)[0] as Exported['document'];
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
    expect(metadata['oscal-version']).toBe('1.2.1');
  });

  test('the targets of its profile are a profile, and the only one that is wanted by id', async () => {
    const [{ id }] = (await demo('GET', '/profiles')).body.rows;
    const { document } = await exported(demo, `profile?profile=${id}`);
    expect(wrongWith(document)).toEqual([]);
    expect(document.profile.modify.alters.length).toBeGreaterThan(10);
  });

  test('every crosswalk we ship is a mapping-collection, or only suggests', async () => {
    const refused: string[] = [];
    for (const { id } of crosswalks()) {
      const answer = await demo('GET', `/exports/oscal/mapping-collection?crosswalk=${id}`);
      if (answer.status === 200) expect([id, wrongWith(JSON.parse(answer.text))]).toEqual([id, []]);
      else refused.push(`${id} ${answer.body.code}`);
    }
    expect(refused).toEqual([
      'csf2-to-iso27001-2022-derived-via-800-53 oscal.only-suggests',
      'hipaa-to-csf2 oscal.only-suggests',
    ]);
  });

  test('together leave no id open: each that one names, a catalog has', async () => {
    const ids = new Set<string>();
    for (const address of ['catalog', ...led.map((id) => `catalog?framework=${id}`)]) {
      const found = valuesOf((await exported(demo, address)).document, /^id$/);
      expect(new Set(found).size).toBe(found.length);
      for (const id of found) ids.add(id);
    }
    for (const kind of [
      'profile',
      'component-definition',
      'ssp',
      'assessment-results',
      'mapping-collection',
    ]) {
      const named = valuesOf(
        (await exported(demo, kind)).document,
        /^(?:control-id|with-ids|id-ref|target-id)$/,
      );
      expect([kind, named.filter((id) => !ids.has(id))]).toEqual([kind, []]);
      expect(named.length).toBeGreaterThan(3);
    }
  });

  test.each(frameworks().map(({ id }) => id))(
    '%s, as every framework we ship, is a valid catalog',
    async (id) => {
      const inside = await emptyOrganisation(id);
      const { document } = await exported(inside, `catalog?framework=${id}`);
      expect(wrongWith(document)).toEqual([]);
    },
  );

  test('the statement says of all 93 controls whether they apply, and what is not in place is not', async () => {
    const { document } = await exported(demo, 'ssp');
    const { rows } = (await demo('GET', '/views/statement-of-applicability')).body;
    const said = document['system-security-plan']['control-implementation']['implemented-requirements'];
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const stateOf = (one: any) => one['by-components']?.[0]['implementation-status'].state;
    const wanted = { yes: 'implemented', partly: 'partial', no: 'planned' } as Record<string, string>;
    for (const [at, row] of rows.entries()) {
      expect(said[at]['control-id']).toBe(row.id);
      const state = { excluded: 'not-applicable', undecided: undefined, applicable: wanted[row.implemented] };
      expect([row.id, stateOf(said[at])]).toEqual([row.id, state[row.applicability as keyof typeof state]]);
    }
    expect(rows).toHaveLength(93);
  });
});

describe('a document', () => {
  test('has the same bytes for the same state and day, whatever was recorded since', async () => {
    const inside = await emptyOrganisation();
    await fillProgramme(inside);
    await inside('POST', '/actions', { title: 'Look again', closes: [{ kind: 'control', id: 'AC-01' }] });
    const { position, on } = (await inside('GET', '/views/statement-of-applicability')).body;
    const kinds = ['component-definition', 'ssp', 'assessment-results', 'profile', 'catalog', 'poam'];
    const before = new Map<string, string>();
    for (const kind of kinds) before.set(kind, (await exported(inside, kind)).text);
    await inside('POST', '/controls', { code: 'LATER', name: 'Later' });
    for (const kind of kinds) {
      const again = await exported(inside, `${kind}?knownAt=${position}&on=${on}`);
      expect(again.text).toBe(before.get(kind));
      expect((await exported(inside, kind)).text).not.toBe(again.text);
      const { metadata } = Object.values(again.document)[0] as Exported['document'];
      expect([metadata.version, metadata['last-modified']]).toEqual([
        String(position),
        '2026-03-16T12:00:00.000Z',
      ]);
    }
  });

  test('speaks the language that is asked for, and is the same library in any', async () => {
    const { document } = await exported(demo, 'component-definition?language=de');
    expect(wrongWith(document)).toEqual([]);
    const english = (await exported(demo, 'component-definition')).document;
    const idsOf = (each: Exported['document']) => valuesOf(each, /^(?:uuid|control-id)$/);
    expect(idsOf(document)).toEqual(idsOf(english));
  });

  test('is called as others refer to it', async () => {
    const { document } = await exported(demo, 'component-definition');
    const { resources } = document['component-definition']['back-matter'];
    for (const [at, framework] of [...led].sort().entries()) {
      const { headers } = await demo('GET', `/exports/oscal/catalog?framework=${framework}`);
      expect(headers.get('content-disposition')).toContain(`"${resources[at].rlinks[0].href}"`);
    }
  });

  test('takes no choice that means nothing to it, and says what is missing to make it', async () => {
    const inside = await emptyOrganisation('iso27001-2022');
    const codeOf = async (address: string) => (await inside('GET', `/exports/oscal/${address}`)).body.code;
    expect(await codeOf('ssp?framework=iso27001-2022')).toBe('report.option');
    expect(await codeOf('poam')).toBe('oscal.no-actions');
    expect(await codeOf('mapping-collection')).toBe('oscal.no-relations');
    expect(await codeOf('mapping-collection?crosswalk=none')).toBe('crosswalk.unknown');
    expect(await codeOf('profile')).toBe('oscal.nothing-selected');
    expect(await codeOf('catalog?framework=nist-csf-2.0')).toBe('framework.not-adopted');
    expect(await codeOf('catalog?framework=none')).toBe('framework.unknown');
  });

  test('of an organisation that writes whatever it can is valid too', async () => {
    const name = "<b>“Ünïcode” & 'quotes' {{x}} 𝄞 שלום * _ ` | \\ $";
    const inside = within(running.ask, await createOrganisation(running.ask, name));
    await fillProgramme(inside);
    const long = `${'A justification that goes on. '.repeat(160)}\n\n\t- and on\u2028end`;
    await inside('POST', '/controls', {
      code: 'Ä_1',
      name: `${name}\u2028x`,
      statement: long,
      test: long,
      family: name,
    });
    await inside('PUT', '/applicability/iso27001-2022/A.7.4', { applicable: false, exclusionReason: long });
    await inside('POST', '/actions', { title: name, what: long, closes: [{ kind: 'control', id: 'Ä_1' }] });
    const link = 'https://example.org/ä b?q=[1]|%zz#a#b';
    await inside('POST', '/evidence', {
      controls: ['Ä_1'],
      outcome: 'works',
      title: name,
      link,
      validUntil: '2027-01-01',
    });
    const kinds = ['catalog', 'profile', 'component-definition', 'ssp', 'assessment-results', 'poam'];
    for (const kind of kinds) {
      const { document } = await exported(inside, kind);
      expect([kind, wrongWith(document).filter((each) => !each.includes('{{x}}'))]).toEqual([kind, []]);
    }
    const { text } = await exported(inside, 'component-definition');
    await expectReadBack(inside, text, 'iso27001-2022');
  });
});

/** Takes a library into another organisation, and holds it against the one that it comes from. */
async function expectReadBack(from: Ask, text: string, ...frameworks: readonly string[]): Promise<void> {
  const inside = await emptyOrganisation(...frameworks);
  const wanted = (await from('GET', '/exports/controls?format=json')).body;
  const { components } = JSON.parse(text)['component-definition'];
  const owners = new Map<string, string>(
    components.map((component: Component) => [propOf(component, 'code'), propOf(component, 'owner')]),
  );
  const people = new Map<string, string>();
  for (const { code, owner } of wanted.controls) if (owner) people.set(owner, owners.get(code) ?? '');
  for (const [mail, name] of people) await inside('POST', '/people', { name, mail });
  const scopes = new Set<string>(wanted.controls.flatMap((control: { scopes: string[] }) => control.scopes));
  for (const name of scopes) await inside('POST', '/scopes', { name });
  const file = await sendFile(inside, 'library.oscal.json', text);
  const taken = await inside('POST', '/imports/controls', { file, confirm: true });
  expect([taken.status, taken.body.errors]).toEqual([201, undefined]);
  const found = (await inside('GET', '/exports/controls?format=json')).body;
  expect(found.controls).toEqual(wanted.controls);
  expect(found.claims).toEqual(wanted.claims);
  // What is retired is in no table of controls in use: it is looked for in the document itself.
  const again = await exported(inside, 'component-definition');
  expect(retiredIn(again.document)).toEqual(retiredIn(JSON.parse(text)));
}

interface Component {
  readonly title: string;
  readonly props: readonly { readonly name: string; readonly value: string }[];
}

const propOf = ({ props }: Component, wanted: string) => props.find(({ name }) => name === wanted)?.value;

/** The retired controls of a library, since when, and what was claimed of each alone. */
function retiredIn(document: Exported['document']): unknown[] {
  const { components } = document['component-definition'];
  const retired = components.filter((each: Component) => propOf(each, 'retiredOn') !== undefined);
  return retired.map((each: Component) => [
    each.title,
    propOf(each, 'code'),
    propOf(each, 'retiredOn'),
    valuesOf(each, /^control-id$/),
  ]);
}

describe('read back into an empty organisation', () => {
  test('the library of the demo is the same: controls, claims and what is claimed together', async () => {
    const { text, document } = await exported(demo, 'component-definition');
    const { components, capabilities } = document['component-definition'];
    expect([components.length > 80, capabilities.length > 10]).toEqual([true, true]);
    expect(retiredIn(document)).toEqual([
      [expect.any(String), expect.any(String), expect.stringMatching(/^\d{4}-/), expect.any(Array)],
    ]);
    await expectReadBack(demo, text, ...led);
  });

  test('what is retired comes in as retired, and says nothing new where it came from', async () => {
    const { text } = await exported(demo, 'component-definition');
    const file = await sendFile(demo, 'library.oscal.json', text);
    const taken = await demo('POST', '/imports/controls?preview=true', { file, confirm: true });
    expect([taken.status, taken.body.errors, taken.body.facts]).toEqual([200, undefined, 0]);
  });

  test('a library says which frameworks and scopes it needs, each once, and comes in without people', async () => {
    const { text } = await exported(demo, 'component-definition');
    const inside = await emptyOrganisation();
    const file = await sendFile(inside, 'library.oscal.json', text);
    const refused = await inside('POST', '/imports/controls', { file });
    const errors: { at: string; code: string }[] = refused.body.errors;
    expect(errors.filter(({ code }) => code === 'table.framework-not-adopted')).toHaveLength(led.length);
    expect(errors[0]!.at).toBe('/component-definition/components/0/control-implementations/0/source');
    for (const framework of led) await inside('PUT', `/frameworks/${framework}/adoption`, {});
    await inside('POST', '/scopes', { name: 'Managed service operations' });
    const taken = await inside('POST', '/imports/controls?preview=true', { file });
    expect([taken.status, taken.body.errors]).toEqual([200, undefined]);
    const said = taken.body.notices.join('\n');
    expect(said).toMatch(/Controls whose owner nobody here is called.*: \d+/);
    expect(said).toMatch(/claims that the file calls confirmed stay proposed/);
  });

  test.each(led)('%s is the text beside ours, with every id', async (framework) => {
    const { text } = await exported(demo, `catalog?framework=${framework}`);
    const inside = await emptyOrganisation();
    const file = await sendFile(inside, 'catalog.oscal.json', text);
    const taken = await inside('POST', '/catalogue/imports', { file });
    expect([taken.status, taken.body.notices.length]).toEqual([201, 1]);
    expect(taken.text).toContain("; 0 of ours are not in the file, 0 of the file's are not in ours");
  });

  test('a selection selects the same', async () => {
    const { text, document } = await exported(demo, 'profile');
    const inside = await emptyOrganisation();
    const file = await sendFile(inside, 'profile.oscal.json', text);
    const taken = await inside('POST', '/catalogue/imports', { file });
    expect(taken.status).toBe(201);
    const { rows } = (await inside('GET', `/records/edition/${taken.body.id}/history`)).body;
    const selected = rows[0].data.content.selections.at(-1).requirements;
    expect(selected).toEqual(document.profile.imports[0]['include-controls'][0]['with-ids']);
    expect(taken.body.notices.join('\n')).toMatch(/own library, which no framework has; left out: 1/);
  });

  test('crosswalks have the same pairs, also where OSCAL has no word for their relation', async () => {
    for (const id of ['csf2-to-iso27001-2022', 'iso27001-2013-to-2022', 'nis2-21-to-csf2']) {
      const { text } = await exported(demo, `mapping-collection?crosswalk=${id}`);
      const inside = await emptyOrganisation();
      const file = await sendFile(inside, 'mapping.oscal.json', text);
      const taken = await inside('POST', '/catalogue/imports', { file, direction: 'as-written' });
      expect([id, taken.status, taken.body.errors]).toEqual([id, 201, undefined]);
      const again = await exported(inside, `mapping-collection?crosswalk=${taken.body.id}`);
      expect(mapsOf(again.document)).toEqual(mapsOf(JSON.parse(text)));
    }
  });

  test('our own relations come in as crosswalks, but for those that join several frameworks', async () => {
    const { text, document } = await exported(demo, 'mapping-collection');
    const inside = await emptyOrganisation();
    const file = await sendFile(inside, 'mapping.oscal.json', text);
    const taken = await inside('POST', '/catalogue/imports', { file, direction: 'as-written' });
    expect([taken.status, taken.body.errors]).toEqual([201, undefined]);
    expect(taken.body.records).toHaveLength(document['mapping-collection'].mappings.length);
  });
});

/** What each map says, without what tells it from others. */
function mapsOf(document: Exported['document']): unknown[] {
  const { maps } = document['mapping-collection'].mappings[0];
  return maps.map(({ uuid: _uuid, ...map }: { uuid: string }) => map);
}

describe.runIf(existsSync(published))('OSCAL files that others published', () => {
  const names = existsSync(published)
    ? readdirSync(published).filter((name) => /oscal.*\.json$/.test(name))
    : [];

  const comesIn: Readonly<Record<string, number>> = { catalog: 201, profile: 201, 'mapping-collection': 201 };

  test.each(names)('%s comes in, or is refused with a word on what does', async (name) => {
    const inside = await emptyOrganisation('nist-csf-2.0', 'nist-sp-800-53r5');
    const bytes = readFileSync(`${published}/${name}`);
    const [model = ''] = Object.keys(JSON.parse(bytes.toString('utf8')) as object);
    const file = await sendFile(inside, name, bytes);
    const asCatalogue = await inside('POST', '/catalogue/imports', { file, direction: 'as-written' });
    expect([model, asCatalogue.status]).toEqual([model, comesIn[model] ?? 422]);
    if (asCatalogue.status === 422) expect(asCatalogue.body.errors[0].code).toBe('import.other-document');
    const asLibrary = await inside('POST', '/imports/controls', { file });
    expect([asLibrary.status, asLibrary.body.code]).toEqual([422, 'table.other-document']);
    expect(asLibrary.body.detail).toContain('component-definition');
  });
});
