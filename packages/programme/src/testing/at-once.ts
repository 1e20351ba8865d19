import type { SentDocument } from '@concord/catalog';
import { before, codeAt, pick, scopeAt } from './choose.ts';
import type { Deed } from './deeds.ts';
import type { Story } from './story.ts';

type Asked = [name: string, input: object] | undefined;

/** What touches many records, or what all of them stand on, in one command. */
export function atOnceDeed(story: Story, deed: Deed): Asked {
  const { what, one, other, more } = deed;
  if (what === 'undo') return ['undo', { entry: Math.max(1, story.programme.position - (one % 12)) }];
  if (what === 'import')
    return ['controls import', { document: library(story, deed), confirm: more % 3 === 0 }];
  if (what === 'many') return changeMany(story, deed);
  if (what === 'decide-all') {
    const controls = [codeAt(story, one), codeAt(story, other)].flatMap((each) => each ?? []);
    const refused = more % 4 === 0;
    return [
      refused ? 'claims refuse-all' : 'claims confirm-all',
      { controls, ...(refused ? { reason: 'secret' } : {}) },
    ];
  }
  if (what === 'starter') return ['library adopt', { controls: [pick(['SUP-06', 'LOG-03'], one)] }];
  return what === 'edition' ? adoption(story, deed) : undefined;
}

function changeMany(story: Story, { one, other, more }: Deed): Asked {
  const controls = [codeAt(story, one), codeAt(story, other)].flatMap((each) => each ?? []);
  const set = pick<object>(
    [
      { implementation: 'operating', effective: before(story, more % 60) },
      { frequency: pick(['monthly', 'annual'], more) },
      { scopes: more % 2 === 0 ? [] : [scopeAt(story, more)] },
      { conditionHolds: more % 3 !== 0, family: 'secret family' },
    ],
    other,
  );
  if (more % 7 === 0) return ['controls retire-many', { controls, reason: 'secret reason' }];
  return ['controls change-many', { controls, set }];
}

/** Changes what has the code, and adds what has not; a claim that nobody made before. */
function library(story: Story, { one, other, more }: Deed): SentDocument {
  const codes = [`ZQ-${one % 8}`, `ZQ-${(one + 1 + (other % 6)) % 8}`];
  const controls = codes.map((code) => ({
    code,
    name: `secret name of ${code}`,
    implementation: pick(['operating', 'operating', 'planned'], more),
    frequency: pick(['quarterly', 'annual'], other),
  }));
  const requirement = pick(['ZX-1', 'ZX-2', 'ZX-3'], other);
  const rationale = `secret rationale ${story.programme.position}.`;
  const claim = { framework: 'house-rules', requirement, controls: codes, rationale, state: 'confirmed' };
  return sent({ controls, claims: more % 2 === 0 ? [claim] : [] });
}

/** Another edition, another selection, another scope. */
function adoption(story: Story, { one, other, more }: Deed): Asked {
  const editions = [...story.programme.governance.editions.keys()].sort();
  const scope = more % 3 === 0 ? { scope: scopeAt(story, more) } : {};
  const selection = other % 2 === 0 ? { selection: 'core' } : {};
  return [
    'frameworks adopt',
    { framework: 'house-rules', edition: pick(editions, one), ...selection, ...scope },
  ];
}

/** A small framework with a selection; its second edition has lost a requirement and says another otherwise. */
export function houseRules(edition: number): SentDocument {
  const rules = [
    ['ZX', '', 'Rules', ''],
    ['ZX-1', 'ZX', edition === 0 ? 'Wash up' : 'Wash up at once', 'Core'],
    ['ZX-2', 'ZX', 'Lock up', ''],
    ...(edition === 0 ? [['ZX-3', 'ZX', 'Put out the light', 'Core']] : []),
  ];
  const head = [
    ['framework', 'house-rules'],
    ['title', 'House rules'],
    ['edition', String(edition + 1)],
  ];
  const rows = [...head, ['id', 'parent', 'title', 'selections'], ...rules];
  const sheet = { name: 'Framework', rows: rows.map((cells, at) => ({ number: at + 1, cells })) };
  return {
    kind: 'sheets',
    name: `house-rules-${edition}.csv`,
    hash: String(edition).repeat(64),
    sheets: [sheet],
  };
}

function sent(value: object): SentDocument {
  return { kind: 'value', name: 'library.json', hash: 'f'.repeat(64), value };
}
