import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { atOnceDeed, houseRules } from './at-once.ts';
import { before, codeAt, pick, scopeAt } from './choose.ts';
import { contextDeed } from './context-deeds.ts';
import { profileDeed } from './profile-deeds.ts';
import { registerDeed } from './register-deeds.ts';
import { confirmNewRelation, relationDeed } from './relation-deeds.ts';
import { given, type Story } from './story.ts';

/** One thing that somebody may try to do; the numbers choose whom and what it is about. */
export interface Deed {
  readonly what: (typeof whats)[number];
  /** Days since the deed before. */
  readonly days: number;
  readonly one: number;
  readonly other: number;
  readonly more: number;
}

const whats = [
  'control',
  'change',
  'retire',
  ...(['claim', 'claim', 'claim', 'claim', 'claim', 'claim'] as const),
  'confirm',
  'withdraw',
  ...(['evidence', 'evidence', 'evidence'] as const),
  'assign',
  'frequency',
  'applicability',
  'necessity',
  'assessment',
  'target',
  'scope',
  ...(['relation', 'relation', 'relation', 'relation-turn'] as const),
  ...(['action', 'register', 'context', 'context'] as const),
  ...(['undo', 'undo', 'import', 'many', 'decide-all', 'starter', 'edition'] as const),
] as const;

function deedsOf(kinds: readonly Deed['what'][]): fc.Arbitrary<Deed[]> {
  const deed = fc.record({
    what: fc.constantFrom(...kinds),
    days: fc.constantFrom(0, 0, 1, 5, 20),
    one: fc.nat({ max: 999 }),
    other: fc.nat({ max: 999 }),
    more: fc.nat({ max: 999 }),
  });
  return fc.array(deed, { minLength: 10, maxLength: 40 });
}

/** Any course of events, with a leaning towards those in which something is met. */
export const anyDeeds: fc.Arbitrary<Deed[]> = deedsOf(whats);

/** The same, with a leaning towards those in which something follows from another requirement. */
export const anyRelationDeeds: fc.Arbitrary<Deed[]> = deedsOf([
  ...(['relation', 'relation', 'relation', 'relation', 'relation', 'relation', 'relation-turn'] as const),
  ...(['assessment', 'assessment', 'assessment', 'assessment', 'assessment', 'claim', 'evidence'] as const),
  ...(['applicability', 'edition', 'change', 'scope'] as const),
]);

/** What the deeds are about: few requirements, so that they meet; RC.CO and 2 are wholes of two and three parts. */
export const places: readonly (readonly [framework: string, requirement: string])[] = [
  ['iso27001-2022', 'A.5.15'],
  ['iso27001-2022', 'A.5.16'],
  ['iso27001-2022', '5.1'],
  ['nist-csf-2.0', 'PR.AA-05'],
  ['nist-csf-2.0', 'RC.CO-03'],
  ['nist-csf-2.0', 'RC.CO-04'],
  ['nis2-directive', '21(2)(i)'],
  ['nis2-2024-2690', '2.1'],
  ['nis2-2024-2690', '2.2'],
  ['nis2-2024-2690', '2.3'],
];

/** Beside them those of a framework that was imported in two editions; one of the two has ZX-3. */
const claimed = [...places, ...['ZX-1', 'ZX-2', 'ZX-3'].map((each) => ['house-rules', each] as const)];

/** An organisation with four frameworks and one that it imported, three owners, a profile, two scopes, one within the other, and four controls. */
export function groundOfDeeds(): Story {
  const story = given(...new Set(places.map(([framework]) => framework)));
  for (const at of [0, 1]) story.done('catalogue import', { document: houseRules(at) });
  story.done('frameworks adopt', { framework: 'house-rules' });
  for (const person of owners) story.done('people add', { person });
  const outer = story.done('scopes define', { name: 'Outer' });
  story.done('scopes define', { name: 'Inner', within: outer });
  story.done('profiles create', { name: 'Target', framework: 'nist-csf-2.0' });
  for (const at of [0, 1, 2, 3]) {
    const control = `ZQ-${at}`;
    const stated = { frequency: frequencies[at], implementation: 'operating', owner: owners[at] };
    const present = Object.entries(stated).filter(([, value]) => value !== undefined);
    story.done('controls add', {
      code: control,
      name: `secret name of ${control}`,
      ...Object.fromEntries(present),
    });
    const title = `secret title ${at}.`;
    const link = `https://example.org/${at}/0`;
    story.done('evidence add', { controls: [control], outcome: 'works', title, link });
  }
  return story;
}

const owners = ['ben', 'cleo', 'dina'];
const frequencies = ['quarterly', 'annual', 'document', 'monthly', null];
const implementations = [
  'operating',
  'operating',
  'operating',
  'operating',
  'operating',
  'partly',
  'planned',
];
const contributions = ['meets', 'meets', 'meets', 'meets', 'equals', 'part', 'contributes'];

/** Tries it: what is refused is not done. Names and titles say `secret`, so that a leak can be seen. */
export function doDeed(story: Story, deed: Deed): void {
  story.on(Temporal.PlainDate.from(story.today).add({ days: deed.days }).toString());
  const asked = commandOf(story, deed);
  const { claims: before, relations } = story.programme.controls;
  if (asked) story.tried(...asked);
  if (deed.other % 5 !== 0) confirmNewRelation(story, relations);
  const claim = story.programme.controls.claims.findKey((_, id) => !before.has(id));
  if (claim && deed.other % 4 !== 0) story.tried('claims confirm', { claim });
}

type Asked = [name: string, input: object] | undefined;

function commandOf(story: Story, deed: Deed): Asked {
  const { what, one, other } = deed;
  const atOnce = atOnceDeed(story, deed);
  if (atOnce) return atOnce;
  if (what === 'control' || what === 'change') return controlDeed(story, deed);
  if (what === 'claim' || what === 'confirm' || what === 'withdraw') return claimDeed(story, deed);
  if (what === 'evidence') return evidenceDeed(story, deed);
  if (what === 'target') return profileDeed(story, deed);
  if (what === 'context') return contextDeed(story, deed);
  if (what === 'action' || what === 'register') return registerDeed(story, deed);
  if (what === 'relation' || what === 'relation-turn') return relationDeed(story, deed, claimed);
  if (what === 'assign' || what === 'frequency') return upkeepDeed(story, deed);
  if (what === 'retire') {
    const control = codeAt(story, one);
    return control && other % 3 === 0
      ? ['controls retire', { control, reason: 'secret', effective: before(story, other % 40) }]
      : undefined;
  }
  if (what === 'scope') return ['scopes define', { name: `Scope ${one % 4}`, within: scopeAt(story, other) }];
  return what === 'necessity' ? necessityDeed(story, deed) : requirementDeed(story, deed);
}

function necessityDeed(story: Story, { one, other, more }: Deed): Asked {
  const control = codeAt(story, one);
  const necessary = other % 3 !== 0;
  const said = necessary ? { reasons: [{ kind: 'contract', text: 'It is promised' }] } : {};
  if (!control) return undefined;
  return ['necessity decide', { control, necessary, scope: scopeAt(story, more), ...said }];
}

function controlDeed(story: Story, { what, one, other, more }: Deed): Asked {
  const stated = {
    owner: pick([...owners, null], other),
    frequency: pick(frequencies, more),
    implementation: pick(implementations, one),
    design: more % 9 === 0 ? 'draft' : 'accepted',
    conditionHolds: other % 9 !== 0,
    scopes: other % 5 === 0 ? [scopeAt(story, more)] : [],
    ...(one % 4 === 0 ? { effective: before(story, more % 60) } : {}),
  };
  if (what === 'control') {
    const present = Object.entries(stated).filter(([, value]) => value !== null);
    const code = `ZQ-${one % 6}`;
    return ['controls add', { code, name: `secret name of ${code}`, ...Object.fromEntries(present) }];
  }
  const control = codeAt(story, one);
  if (!control) return undefined;
  const changed = Object.entries(stated).filter((_, at) => (more + at) % 3 === 0);
  const { effective, ...rest } = Object.fromEntries(changed) as Record<string, unknown>;
  const dated = 'implementation' in rest && effective !== undefined ? { effective } : {};
  return ['controls set', { control, ...rest, ...dated }];
}

function claimDeed(story: Story, { what, one, other, more }: Deed): Asked {
  if (what !== 'claim') {
    const wanted = what === 'confirm' ? 'proposed' : 'confirmed';
    const claims = [...story.programme.controls.claims.values()].filter(({ state }) => state === wanted);
    const claim = claims.sort((a, b) => a.seq - b.seq)[one % Math.max(1, claims.length)]?.id;
    if (!claim) return undefined;
    return what === 'confirm'
      ? ['claims confirm', { claim }]
      : ['claims withdraw', { claim, reason: 'secret' }];
  }
  const controls = [codeAt(story, one), ...(more % 4 === 0 ? [codeAt(story, more)] : [])];
  if (controls.includes(undefined)) return undefined;
  const [framework, requirement] = pick(claimed, other);
  const confidence = more % 11 === 0 ? 'low' : 'high';
  const contribution = pick(contributions, more);
  const rationale = `secret rationale ${story.programme.position}.`;
  return ['claims state', { controls, framework, requirement, contribution, confidence, rationale }];
}

function evidenceDeed(story: Story, { one, other, more }: Deed): Asked {
  const control = codeAt(story, one);
  if (!control) return undefined;
  const outcome = pick(['works', 'works', 'works', 'works', 'works', 'works', 'fails', 'neutral'], other);
  return [
    'evidence add',
    {
      controls: more % 5 === 0 ? [control, codeAt(story, more)] : [control],
      outcome,
      title: `secret title ${story.programme.position}.`,
      link: `https://example.org/${one % 6}/${other % 2}`,
      collectedOn: before(story, pick([0, 0, 3, 20, 100], more)),
      ...(more % 7 === 0 ? { validUntil: story.today } : {}),
      ...(more % 6 === 0 ? { scope: scopeAt(story, other) } : {}),
    },
  ];
}

function upkeepDeed(story: Story, { what, one, other, more }: Deed): Asked {
  if (what === 'frequency') {
    const period = pick(['P1D', 'P10D', 'P2M', 'P1Y'], other);
    const effective = before(story, pick([0, 0, 10, 50], more));
    const frequency = pick(['quarterly', 'annual', 'document', 'monthly'], one);
    return ['frequencies set', { frequency, period, graceDays: more % 9, reason: 'secret', effective }];
  }
  const pieces = [...story.programme.controls.evidence.values()].sort((a, b) => a.seq - b.seq);
  const control = codeAt(story, more);
  const evidence = pieces[one % Math.max(1, pieces.length)]?.id;
  return control && evidence ? ['evidence assign', { evidence, controls: [control] }] : undefined;
}

function requirementDeed(story: Story, { what, one, other, more }: Deed): Asked {
  const [framework, requirement] = pick(claimed, one);
  if (what === 'assessment') {
    const judgement = pick(['met', 'met', 'met', 'partly', 'not-met'], other);
    const assessedOn = before(story, more % 50);
    return [
      'requirements assess',
      { framework, requirement, judgement, assessedOn, reasons: `secret reasons ${more}.` },
    ];
  }
  const applicable = other % 3 !== 0;
  const said = applicable
    ? { reasons: [{ kind: 'risk', text: 'Our risks' }] }
    : { exclusionReason: 'We do no such thing' };
  const effective = more % 3 === 0 ? { effective: before(story, more % 30) } : {};
  return ['applicability decide', { framework, requirement, applicable, ...said, ...effective }];
}
