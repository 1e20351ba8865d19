import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crosswalks, type Requirement } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { rowNamed } from '../rows.ts';

// The tables that the catalogue was made from, where they are at hand; the digests below hold without them.
const folder =
  process.env.CONCORD_REFERENCE_TABLES ??
  fileURLToPath(new URL('../../../../../shared/reference', import.meta.url));
const haveTables = existsSync(folder);
if (!haveTables) console.log(`SKIPPED comparing with the reference tables: no folder ${folder}`);

type Line = Readonly<Record<string, string>>;

function table(name: string): Line[] {
  const [head = [], ...lines] = cellsOf(readFileSync(`${folder}/${name}.csv`, 'utf8'));
  return lines.map((line) => Object.fromEntries(head.map((column, at) => [column, line[at] ?? ''])));
}

function cellsOf(text: string): string[][] {
  const lines = text.trimEnd().split('\n');
  return lines.map((line) =>
    [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
      quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
    ),
  );
}

interface Shown {
  readonly rows: readonly Requirement[];
  readonly selections?: readonly { readonly id: string; readonly requirements: number }[];
  readonly figures?: readonly Readonly<Record<string, unknown>>[];
}
interface ShownPair {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly strength?: number;
}
interface Counted {
  readonly pairs: string;
  readonly side: string;
  readonly part: string;
  readonly linked: number;
  readonly underHeadings: number;
  readonly of: number;
  readonly unresolved: number;
}
interface ShownCrosswalk {
  readonly coverage: readonly Counted[];
  readonly pairs: readonly ShownPair[];
  readonly noEquivalent: readonly Readonly<Record<string, string>>[];
}

function ask<Answer>(name: string, input: object): Answer {
  const found = rowNamed(name);
  if (found?.kind !== 'query') throw new Error(name);
  return found.row.answer({ input } as never) as Answer;
}

const framework = (id: string, selection?: string) =>
  ask<Shown>('framework show', selection === undefined ? { framework: id } : { framework: id, selection });
const crosswalk = (id: string) => ask<ShownCrosswalk>('crosswalk show', { crosswalk: id });

/** What a table says of one requirement; what it does not speak of is left out. */
interface Told {
  readonly id: string;
  readonly title?: string;
  readonly own?: boolean;
  readonly parent?: string | null;
  readonly level?: string;
  readonly assessable?: boolean;
  readonly tags?: Line;
}

const yes = (value?: string) => value === 'yes';
const tags = (all: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as Line;
/** A heading the tables name only beside its requirements. */
function heading(lines: readonly Line[], [id, title]: readonly [string, string]): Told[] {
  return [...new Map(lines.map((line) => [line[id]!, line[title]!]))].map(([each, named]) => ({
    id: each,
    title: named,
    assessable: false,
  }));
}

// Where our own name says more than the one in the table, or the official title stands in its place.
const reworded = new Set(
  (
    '5.2.g 10.2.b GV.OC-01 GV.OC-05 GV.RM-07 GV.PO-01 GV.OV-01 GV.OV-02 GV.OV-03 GV.SC-10 ID.AM-05 ID.RA-01 ' +
    'ID.RA-03 ID.RA-05 ID.RA-06 ID.RA-10 PR.AA-03 PR.PS-02 PR.PS-03 PR.PS-05 PR.IR-01 PR.IR-02 DE.AE-02 DE.AE-06 ' +
    'RS.MA-02 RS.MA-03 RC.RP-02 RC.RP-03 RC.RP-04 26(1) 32 33'
  ).split(' '),
);

const readings: Readonly<Record<string, () => Told[]>> = {
  'iso27001-2022': () => [
    ...table('iso27001-2022-clauses').map(({ id, parent, title, auditable_leaf }) => ({
      ...{ id: id!, parent: parent || null, title: title!, own: false, assessable: yes(auditable_leaf) },
    })),
    ...table('iso27001-2022-clause-items').map(({ id, parent, own_short_name }) => ({
      ...{ id: id!, parent: parent!, title: own_short_name!, own: true, assessable: false },
    })),
    ...heading(table('iso27001-2022-annex-a'), ['theme', 'theme_name']),
    ...table('iso27001-2022-annex-a').map(({ id, theme, title, change_from_2013 }) => ({
      ...{ id: id!, parent: theme!, title: title!, own: false, assessable: true },
      tags: tags({ changeFrom2013: change_from_2013 }),
    })),
  ],
  'iso27001-2013': () => {
    const lines = table('iso27001-2013-annex-a');
    return [
      ...heading(lines, ['section_id', 'section_title']),
      ...heading(lines, ['objective_id', 'objective_title']),
      ...lines.map(({ id, title, objective_id }) => ({
        ...{ id: id!, title: title!, own: false, parent: objective_id!, level: 'control', assessable: true },
      })),
    ];
  },
  'nist-csf-2.0': () =>
    table('nist-csf-2.0').map(({ id, level, parent, name, name_origin, risk_party }) => ({
      ...{ id: id!, level: level!, parent: parent || null, title: name!, own: name_origin === 'own' },
      ...{
        assessable: level === 'subcategory',
        tags: tags({ riskParty: risk_party === 'first;third' ? 'both' : risk_party }),
      },
    })),
  'nist-csf-1.1': () =>
    table('nist-csf-1.1').map(({ id, level, parent, name }) => ({
      ...{ id: id!, level: level!, parent: parent || null, own: name === '' },
      ...(name ? { title: name } : {}),
      assessable: level === 'subcategory',
    })),
  'nis2-directive': () => {
    const lines = table('nis2-directive');
    const articles = new Set(lines.map(({ article }) => article!));
    for (const { id } of lines) articles.delete(id!);
    return [
      ...[...articles].map((id) => ({ id, parent: null, assessable: false, own: false })),
      ...lines.map(({ id, own_short_name, parent, article, deadline, obligation_type }) => ({
        ...{ id: id!, title: own_short_name!, parent: parent || (id === article ? null : article!) },
        tags: tags({ deadline, obligationType: obligation_type }),
      })),
    ];
  },
  'nis2-2024-2690': () =>
    table('nis2-2024-2690-annex').map(({ id, level, parent, name, name_origin, directive_point }) => ({
      ...{
        id: id!,
        level: level === 'roman' ? 'subletter' : level!,
        parent: parent || null,
        title: name!,
        own: name_origin === 'own',
      },
      tags: tags({ directivePoint: directive_point }),
    })),
  'nist-sp-800-53r5': () => {
    const lines = table('nist-sp-800-53r5');
    return [
      ...heading(lines, ['family', 'family_name']),
      ...lines.map((line) => ({
        ...{ id: line.id!, title: line.title!, own: false, parent: line.family! },
        level: yes(line.is_enhancement) ? 'enhancement' : 'control',
        assessable: !yes(line.withdrawn),
        tags: tags({
          oscalId: line.oscal_id,
          enhances: line.parent,
          withdrawn: yes(line.withdrawn) ? 'yes' : undefined,
          release: line.added_in_release === '5.0' ? undefined : line.added_in_release,
        }),
      })),
    ];
  },
  'soc2-tsc-2017': () => {
    const lines = table('soc2-tsc-2017');
    return [
      ...heading(lines, ['series', 'series_name']),
      ...lines.map(({ id, series, own_short_name, category, coso_principle }) => ({
        ...{ id: id!, title: own_short_name!, own: true, parent: series!, assessable: true },
        tags: tags({ category, cosoPrinciple: coso_principle }),
      })),
    ];
  },
  'cis-v8.1': () =>
    table('cis-controls-v8.1').map(({ id, level, parent, asset_class, security_function }) => ({
      ...{ id: id!, level: level!, own: true, parent: parent || null, assessable: level === 'safeguard' },
      tags: tags({ assetClass: asset_class, securityFunction: security_function }),
    })),
  'hipaa-security-rule': () =>
    table('hipaa-security-rule').map(
      ({ id, level, parent, title, safeguard_family, required_or_addressable }) => {
        const leaf = required_or_addressable !== 'has specifications';
        return {
          ...{ id: id!, level: level!, own: false, parent: parent || null, title: title!, assessable: leaf },
          tags: tags({
            safeguards: safeguard_family,
            implementation: leaf ? required_or_addressable : undefined,
          }),
        };
      },
    ),
  'ftc-safeguards': () =>
    table('ftc-safeguards').map(({ id, parent, own_short_name }) => ({
      ...{ id: id!, own: true, parent: parent || null, title: own_short_name! },
    })),
  'nydfs-500': () =>
    table('nydfs-500').map(({ id, level, parent, name, name_origin }) => ({
      ...{ id: id!, level: level!, own: name_origin === 'own', parent: parent || null, title: name! },
    })),
  'cmmc-2.0': () => [
    ...[...new Set(table('cmmc-2.0').map(({ domain }) => domain!))].map((id) => ({ id, assessable: false })),
    ...table('cmmc-2.0').map(({ id, domain, title, nist_800_171r2_id }) => ({
      ...{ id: id!, own: false, parent: domain!, title: title!, assessable: true },
      tags: tags({ nistSp800171r2: nist_800_171r2_id }),
    })),
  ],
  'gdpr-security-articles': () =>
    table('gdpr-security-articles').map(({ id, own_short_name, kind }) => ({
      ...{ id: id!, own: true, title: own_short_name!, tags: tags({ kind }) },
    })),
};

/** The members of a shown requirement that the table speaks of. */
function asTold(told: Told, shown: Requirement): Told {
  const { id, title, titleOrigin, parent, level, assessable, tags: all = {} } = shown;
  const known = { id, title, own: titleOrigin === 'own', parent, level, assessable };
  const spoken = Object.entries(known).filter(([member]) => Object.hasOwn(told, member));
  const spokenTags = Object.entries(all).filter(([tag]) => told.tags && Object.hasOwn(told.tags, tag));
  return {
    ...Object.fromEntries(spoken),
    ...(told.tags ? { tags: Object.fromEntries(spokenTags) } : {}),
  } as Told;
}

describe.runIf(haveTables)('framework show agrees line by line with the reference table', () => {
  it.each(Object.entries(readings))('of %s', (id, read) => {
    const shown = new Map(framework(id).rows.map((row) => [row.id, row]));
    const told = read();
    expect([...shown.keys()].sort()).toEqual(told.map((line) => line.id).sort());
    for (const line of told) {
      const { title, ...rest } = line;
      const row = shown.get(line.id)!;
      const said = title !== undefined && reworded.has(line.id) ? rest : line;
      expect(asTold(said, row)).toEqual(said);
    }
  });

  it('of the selections', () => {
    const columns: Record<string, Record<string, string>> = {
      'nist-sp-800-53r5': {
        ...{ low: 'baseline_low', moderate: 'baseline_moderate', high: 'baseline_high' },
        ...{ privacy: 'baseline_privacy', 'fedramp-low': 'fedramp_low' },
        ...{ 'fedramp-moderate': 'fedramp_moderate', 'fedramp-high': 'fedramp_high' },
      },
      'cis-v8.1': { ig1: 'ig1', ig2: 'ig2', ig3: 'ig3' },
    };
    for (const [id, named] of Object.entries(columns)) {
      const lines = table(id === 'cis-v8.1' ? 'cis-controls-v8.1' : id);
      for (const [selection, column] of Object.entries(named)) {
        const shown = framework(id, selection).rows.filter((row) => row.assessable);
        const told = lines.filter((line) => yes(line[column]));
        expect(shown.map((row) => row.id)).toEqual(told.map((line) => line.id));
      }
    }
    const first = framework('cmmc-2.0', 'level-1').rows.filter((row) => row.assessable);
    const told = table('cmmc-2.0').filter(({ level }) => level === 'L1');
    expect(first.map((row) => row.id)).toEqual(told.map((line) => line.id));
  });

  it('of the figures', () => {
    for (const id of ['ftc-safeguards', 'nydfs-500']) {
      const shown = framework(id).figures!.map((figure) => ({
        condition: '',
        ...figure,
        value: `${figure.value}`,
      }));
      expect(shown).toEqual(table(`${id}-numbers`));
    }
  });

  it('of no CIS title: all names are ours', () => {
    const own = new Map(framework('cis-v8.1').rows.map((row) => [row.id, row.title.toLowerCase()]));
    const same = table('cis-controls-v8.1').filter(({ id, title }) => own.get(id!) === title!.toLowerCase());
    expect(same).toEqual([]);
  });
});

const fileOf: Readonly<Record<string, string>> = {
  'nis2-21-to-iso27001-2022-overview': 'map-nis2-21-to-iso27001-2022-seed',
};

describe.runIf(haveTables)('crosswalk show agrees line by line with the reference table', () => {
  const correspondence = 'iso27001-2013-to-2022';
  const maps = crosswalks().filter(({ id }) => id !== correspondence);

  it.each(maps.map((each) => [each.id, each] as const))('of %s', (id, { from, to, relation }) => {
    const line = (pair: ShownPair) =>
      `${from} ${pair.from} ${to} ${pair.to} ${pair.relation} ${pair.strength ?? ''}`;
    const told = table(fileOf[id] ?? `map-${id}`).map((each) => {
      const ends = `${each.from_framework} ${each.from_id} ${each.to_framework} ${each.to_id}`;
      return `${ends} ${each.relationship || relation} ${each.strength}`;
    });
    expect(crosswalk(id).pairs.map(line).sort()).toEqual(told.sort());
  });

  it('of the correspondence of 2013 to 2022', () => {
    const { pairs, noEquivalent } = crosswalk(correspondence);
    const shown = [
      ...pairs.map(({ from, to, relation }) => `${from} ${to} ${relation}`),
      ...noEquivalent.map(({ id, side, statement }) => `${side === 'to' ? '' : '?'} ${id} ${statement}`),
    ];
    const told = table(correspondence).map((line) => `${line.from_id} ${line.to_id} ${line.relationship}`);
    expect(shown.sort()).toEqual(told.sort());
  });

  it('of what has no equivalent', () => {
    const statements: Line = {
      stated: 'none',
      'blank in source': 'blank',
      'all applicable controls': 'all-applicable',
    };
    const told = table('map-csf2-to-iso27001-2022-no-equivalent');
    const shown = crosswalk('csf2-to-iso27001-2022').noEquivalent;
    expect(
      shown.map(({ side, id, among, statement }) => `${side} ${id} ${among} ${statement}`).sort(),
    ).toEqual(
      told.map((line) => `from ${line.from_id} ${line.to_part} ${statements[line.statement!]}`).sort(),
    );
  });
});

/** The table "Coverage, measured": name of the map, which of its pairs, and the share of each side. */
function measuredTable(): (readonly [id: string, pairs: string, from: string, to: string])[] {
  const text = readFileSync(`${folder}/README.md`, 'utf8')
    .split('## Coverage, measured')[1]!
    .split('## ')[0]!;
  const rows = [...text.matchAll(/^\| map-(\S+)\.csv ?(\(.*?\))? \| \d+ \| (.*?) \| (.*?) \|$/gm)];
  return rows.map(([, id, part, from, to]) => {
    const pairs = part === '(subcategory rows only)' ? 'those of requirements' : 'all';
    return [id!, pairs, from!, to!] as const;
  });
}

/** What `crosswalk show` counts, put as that table puts it. */
function measuredAs(id: string, label: string, counted: readonly Counted[]): string {
  const at = (part: string) => counted.find((row) => row.part === part)!;
  const direct = ({ linked, of }: Counted) => `${linked}/${of}`;
  const withHeadings = ({ linked, underHeadings, of }: Counted) => `${linked + underHeadings}/${of}`;
  const named = (every: (requirement: Requirement) => boolean) => {
    const pairs = new Set(crosswalk(id).pairs.map(({ from }) => from));
    const asked = framework(crosswalks().find((each) => each.id === id)!.from).rows.filter(every);
    return `${asked.filter((requirement) => pairs.has(requirement.id)).length}/${asked.length}`;
  };
  const ways: Record<string, () => string> = {
    'active controls and enhancements': () => direct(at('All')),
    'base controls': () => direct(at('Control')),
    'Annex A controls': () => withHeadings(at('Control')),
    'clause leaves': () => withHeadings(at('Subclause')),
    'controls and clauses': () => withHeadings(at('All')),
    subcategories: () => direct(at('All')),
    'annex subsections': () => direct(at('All')),
    standards: () => named(({ level }) => level === 'standard'),
    'Art. 21(2) points': () => named((requirement) => /^21\(2\)\([a-j]\)$/.test(requirement.id)),
    'distinct requirements': () => `${at('All').unresolved}`,
  };
  return `${label} ${ways[label]!()}`;
}

describe.runIf(haveTables)('the shares that crosswalk show counts are those of the measured table', () => {
  const names = Object.fromEntries(
    Object.entries(fileOf).map(([id, file]) => [file.slice('map-'.length), id]),
  );
  const shipped = new Set(crosswalks().map(({ id }) => id));
  const rows = haveTables
    ? measuredTable().map(([map, ...rest]) => [names[map] ?? map, ...rest] as const)
    : [];

  it('of every map but those we do not ship, and the correspondence, of which it has none', () => {
    const left = rows.map(([id]) => id).filter((id) => !shipped.has(id));
    expect(left).toEqual(['cis-v8-to-iso27001-2022', 'cis-v8.1-to-csf2', 'soc2-to-iso27001-2022']);
    expect(new Set(rows.map(([id]) => id)).size - left.length).toBe(shipped.size - 1);
  });

  it.each(rows.filter(([id]) => shipped.has(id)))('of %s, pairs: %s', (id, pairs, from, to) => {
    for (const [side, told] of Object.entries({ from, to })) {
      const counted = crosswalk(id).coverage.filter((row) => row.side === side && row.pairs === pairs);
      for (const part of told.split('; ')) {
        const [, label, figure] = /^(.*) (\d+(?:\/\d+)?)(?: \(.*\))?$/.exec(part)!;
        expect(measuredAs(id, label!, counted)).toBe(`${label} ${figure}`);
      }
    }
  });
});

const sha256 = (lines: readonly string[]) =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);

describe('what was compared with the reference tables has not changed since', () => {
  const frameworkDigests: Readonly<Record<string, string>> = {
    'cis-v8.1': '22432bcb2475ac3c',
    'cmmc-2.0': '6eaaca6312985fe1',
    'ftc-safeguards': 'dd3f8e809fe174b4',
    'gdpr-security-articles': 'd8eeda64e5b29926',
    'hipaa-security-rule': '3ccd8cd7d2410ced',
    'iso27001-2013': 'd0b66e9511aa4760',
    'iso27001-2022': '476f2ef1955a3ea9',
    'nis2-2024-2690': '882005140fb78cde',
    'nis2-directive': 'cbb4355a9abf40bf',
    'nist-csf-1.1': '2b7f0e9ae015cd3a',
    'nist-csf-2.0': '0fd53a083386901b',
    'nist-sp-800-53r5': 'a54795853375dc23',
    'nydfs-500': 'ef100287dc138ea5',
    'soc2-tsc-2017': '822fa0f874343999',
  };
  const crosswalkDigests: Readonly<Record<string, string>> = {
    '800-53r5-to-iso27001-2022': 'ee812dd85870aa0f',
    'csf1.1-to-csf2.0': '0932707bff7dfcb9',
    'csf2-to-800-171r3': '4757177f6c509e3f',
    'csf2-to-800-53r5': 'd767f2ca43028f36',
    'csf2-to-iso27001-2022': '734ce963b0ff42be',
    'csf2-to-iso27001-2022-derived-via-800-53': '2f7a5369bbeb4fc6',
    'hipaa-to-800-53r5': '0735be08beb91b17',
    'hipaa-to-csf1.1': '9a4039adf10809a6',
    'hipaa-to-csf2': 'a464b8e49f6ed5a7',
    'iso27001-2013-to-2022': '1654caa904ee1a3d',
    'nis2-21-to-csf2': '18938acee3b99dce',
    'nis2-21-to-iso27001-2022': 'aee17dbc9c8ad54f',
    'nis2-21-to-iso27001-2022-overview': '60602af786c0a1ff',
    'nis2-2690-to-csf2': '0cbe2e52af30bfc7',
    'nis2-2690-to-iso27001-2022': 'dadae8a6b772062a',
  };

  it('in frameworks: ids, places and titles', () => {
    const now = Object.keys(frameworkDigests).map((id) => {
      const lines = framework(id).rows.map((row) =>
        [row.id, row.parent, row.level, row.titleOrigin, row.assessable, row.title].join('\t'),
      );
      return [id, sha256(lines)];
    });
    expect(Object.fromEntries(now)).toEqual(frameworkDigests);
  });

  it('in crosswalks: pairs, relations, strengths and what has no equivalent', () => {
    const now = Object.keys(crosswalkDigests).map((id) => {
      const { pairs, noEquivalent } = crosswalk(id);
      const lines = pairs.map((pair) => [pair.from, pair.to, pair.relation, pair.strength ?? ''].join('\t'));
      const none = noEquivalent.map(({ side, id, among, statement }) =>
        [side, id, among, statement].join('\t'),
      );
      return [id, sha256([...lines, ...none])];
    });
    expect(Object.fromEntries(now)).toEqual(crosswalkDigests);
  });
});
