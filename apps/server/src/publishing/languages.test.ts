import { reportNamed, reportNames } from '@concord/operations';
import { given, type Story } from '@concord/programme/testing';
import { documents, renderDocument } from '@concord/reports';
import { newMemory, type ReportChanges, seesAll } from '@concord/views';
import { beforeAll, describe, expect, it } from 'vitest';

const [iso, csf, nis2, annex] = ['iso27001-2022', 'nist-csf-2.0', 'nis2-directive', 'nis2-2024-2690'];
const frequencies = ['continuous', 'daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'annual'];
const careful = { exclusionReason: 'qq qq qq qq qq', owner: 'ana', reviewOn: '2026-02-01' };

/** Every control as it may stand, with what it is claimed for; whatever a person types is `qq`. */
function controlsOf(story: Story): void {
  const add = (code: string, said: object) =>
    story.done('controls add', { code, name: 'qq', statement: 'qq', implementation: 'operating', ...said });
  for (const [at, frequency] of [...frequencies, 'event-driven', 'document'].entries())
    add(`C-${at + 1}`, { frequency, family: 'qq', test: 'qq', owner: 'ana' });
  add('P-1', { implementation: 'partly', design: 'draft', condition: 'qq' });
  add('P-2', { implementation: 'planned', owner: 'ben' });
  add('P-3', { condition: 'qq', conditionHolds: false });
  const state = (controls: readonly string[], framework = '', requirement = '', said: object = {}) =>
    story.done('claims state', { controls, framework, requirement, ...said });
  const claim = (...asked: Parameters<typeof state>) =>
    story.done('claims confirm', { claim: state(...asked) });
  for (const number of [7, 8, 9, 10, 11, 12, 13, 14, 15]) {
    claim([`C-${number - 6}`], iso, `A.8.${number}`);
    claim([`C-${number - 6}`], iso, `A.5.${number}`, { contribution: 'contributes' });
  }
  for (const number of [1, 2, 3, 4]) claim([`C-${number}`], csf, `PR.AA-0${number}`);
  claim(['P-1'], csf, 'PR.AA-05', { contribution: 'part', confidence: 'low' });
  claim(['P-2', 'C-2'], csf, 'PR.AA-06');
  claim(['P-2'], csf, 'GV.OC-01');
  claim(['C-1', 'C-2'], nis2, '21(2)(i)');
  claim(['C-3'], nis2, '23(4)(a)');
  claim(['C-3'], iso, '5.2');
  claim(['C-4'], annex, '11.1');
  state(['C-5'], annex, '11.2');
}

/** A piece of evidence for each way in which one may stand on 1 July. */
function evidenceOf(story: Story): void {
  const show = (control: string, said: object = {}) =>
    story.done('evidence add', {
      ...{
        controls: [control],
        title: `qq ${story.facts.length}`,
        link: `https://qq.example/${control}${story.facts.length}`,
      },
      ...{ outcome: 'works', ...said },
    });
  show('C-1', { validUntil: '2026-12-01' });
  show('C-4', { validUntil: '2026-02-01' });
  show('C-5', { outcome: 'fails', coversFrom: '2025-10-01', coversTo: '2025-12-31' });
  show('C-6', { outcome: 'neutral' });
  show('C-7', { collectedOn: '2025-07-01' });
  show('P-3', { validUntil: '2027-01-01' });
  const before = show('C-3');
  show('C-3', { versionOf: before, validUntil: '2026-08-01' });
  show('C-8', { outcome: 'fails' });
  story.on('2026-07-01');
  show('C-8', { validUntil: '2027-01-01' });
}

function decide(story: Story): void {
  const reasons = ['law', 'contract', 'business', 'risk'].map((kind) => ({ kind, text: 'qq' }));
  const apply = (framework = '', requirement = '', said: object = { applicable: true, reasons }) =>
    story.done('applicability decide', { framework, requirement, ...said });
  for (const id of ['A.5.7', 'A.8.7', 'A.8.15']) apply(iso, id);
  for (const id of ['A.8.4', 'A.8.8', 'A.5.9']) apply(iso, id, { applicable: false, exclusionReason: 'n/a' });
  apply(nis2, '21(2)(e)', { applicable: false, exclusionReason: 'qq' });
  for (const id of ['6.2', '1.1', '13.1']) apply(annex, id, { applicable: false, ...careful });
  for (const point of ['3.2.6', '6.10.2.c'])
    story.done('points decide', { framework: annex, point, applied: false, ...careful });
  story.done('necessity decide', { control: 'P-1', necessary: true, reasons });
  for (const [id, judgement] of [
    ['A.5.10', 'met'],
    ['A.5.11', 'partly'],
    ['A.5.12', 'not-met'],
  ])
    story.done('requirements assess', { framework: iso, requirement: id, judgement, reasons: 'qq' });
  story.done('requirements assess', {
    framework: nis2,
    requirement: '20(2)',
    judgement: 'met',
    reasons: 'qq',
  });
}

function profileOf(story: Story): void {
  const profile = story.done('profiles create', { name: 'qq', framework: csf, assumptions: 'qq' });
  const chosen = { governanceCurrent: 1, governanceTarget: 2, managementCurrent: 3, managementTarget: 4 };
  story.done('profiles tiers', { profile, rationale: 'qq', ...chosen });
  const levels = [0, 1, 2].map((value) => ({ value, label: `qq ${value}` }));
  story.done('profiles scale', { profile, levels });
  story.done('profiles score', { profile, requirement: 'PR.AA-01', score: 1, rationale: 'qq' });
  for (const [at, priority] of ['high', 'medium', 'low'].entries())
    story.done('targets set', {
      ...{
        profile,
        requirement: `PR.AA-0${at + 1}`,
        priority,
        due: '2026-11-30',
        owner: 'ana',
        tier: at + 2,
      },
      ...{ score: 2, practices: 'qq' },
    });
  for (const requirement of ['GV.OC-01', 'PR.AA-05', 'PR.AA-06'])
    story.done('targets set', { profile, requirement });
  story.done('targets set', { profile, requirement: 'RC.CO-04', wanted: false });
  const status = { profile, status: 'qq', policies: 'qq', roles: 'qq', priority: 'high' };
  story.done('profiles status', { ...status, requirement: 'PR.AA-02' });
  story.done('profiles status', { profile, requirement: 'RC.CO-03', included: false, rationale: 'qq' });
}

function registersOf(story: Story): void {
  const names = [{ framework: iso, requirement: 'A.8.4' }];
  story.done('obligations add', { kind: 'legal', title: 'qq', asks: 'qq', requirements: names });
  const entity = (activities: readonly string[], said: object = {}) =>
    story.done('entities add', { name: `qq ${activities}`, activities, establishedIn: ['DE'], ...said });
  entity(['I.8.1', 'I.9.1'], { alone: { persons: 300, turnover: 60e6, balance: 50e6 } });
  entity(['II.1.1'], { alone: { persons: 60 } });
  entity(['I.8.3'], { alone: { persons: 10, turnover: 1e6, balance: 1e6 } });
  entity(['I.1.a.4'], {});
  const policy = { title: 'qq', meets: [{ framework: iso, need: 'DOC-02' }] };
  const document = story.done('documents add', { ...policy, version: '1', link: 'https://qq.example/1' });
  story.done('documents approve', { document });
  story.done('actions add', { title: 'qq', what: 'qq', due: '2026-03-01' });
  story.done('actions add', { title: 'qq 2', what: 'qq', owner: 'ana', due: '2026-12-01', priority: 'high' });
}

/** A programme with every state that a document tells, and one day on which some of it has lapsed. */
function told(): Story {
  const story = given(iso!, csf!, nis2!, annex!).on('2026-01-10');
  story.done('people add', { person: 'ben' });
  controlsOf(story);
  decide(story);
  profileOf(story);
  registersOf(story);
  evidenceOf(story);
  return story;
}

const english = [
  'the and of is are was were with not from who which that this been has have their its they each every than',
  'must should may yes none to at by for be we it if when what where how only nobody nothing all',
  'fresh stale meets meet confirmed proposed withdrawn works fails failed missing expired',
  'months? days? hours? weeks? years? monthly daily weekly yearly quarterly half-yearly event-driven continuous',
  'owner owners due unknown unclaimed gaps? met partly current target targets evidence controls? claims? claimed',
  'wanted priority high medium low requirements? operating planned draft accepted within covers asks',
  'partial informed repeatable adaptive preventive detective identify protect detect respond recover govern',
  'availability integrity confidentiality providers? services? undertakings? notification handling request clauses?',
]
  .join(' ')
  .replaceAll(' ', '|');
const giveaways = new RegExp(`(?<![\\p{L}\\p{N}.-])(?:${english})(?![\\p{L}\\p{N}-])`, 'giu');

/** Words that are German or French as well. */
const own: Readonly<Record<string, readonly string[]>> = {
  de: ['was'],
  fr: ['service', 'services', 'notification', 'clause', 'clauses'],
};

/** What is called so in every language: names, and commands as they are typed. */
const names = /NIST Cybersecurity Framework|[„«“][^“»”]*[“»”]|https:\S+/gu;

function giveawaysOf(line: string, language: string): string[] {
  const spared = own[language] ?? [];
  return [...line.replace(names, '').matchAll(giveaways)]
    .filter(([word]) => !spared.includes(word.toLowerCase()))
    .map(([word]) => `${word}: ${line.trim().slice(0, 160)}`);
}

async function giveawaysIn(document: Parameters<typeof renderDocument>[0]): Promise<string[]> {
  const { bytes } = await renderDocument(document, 'html');
  const lines = new TextDecoder()
    .decode(bytes)
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .split(/<\/?[a-z][^>]*>/)
    .map((line) => line.replace(/&#?\w+;/g, "'"));
  return [...new Set(lines)].flatMap((line) => giveawaysOf(line, document.language));
}

describe.each(['de', 'fr'])('given a programme with every state, told in %s', (language) => {
  let story: Story;
  beforeAll(() => {
    story = told();
  });
  const viewed = () => ({
    ...{ programme: story.programme, organisation: 'qq', on: story.today, head: 'f'.repeat(64) },
    ...{ reader: seesAll, memory: newMemory(), language },
  });
  const choices = { language, people: { ana: 'qq', ben: 'qq' } };

  it.each(reportNames)('then no English is left in the report %s', async (name) => {
    const report = reportNamed(name);
    if ('refusal' in report) throw new Error(name);
    const view = await report.view(viewed(), {}, async () => {});
    expect(view).not.toHaveProperty('refusal');
    expect(await giveawaysIn(documents[name](view, choices))).toEqual([]);
  });

  it.each(reportNames)('then no English is left in what changed of the report %s', async (name) => {
    const report = reportNamed(name);
    if ('refusal' in report) throw new Error(name);
    const bare = given(iso!, csf!, nis2!, annex!).on('2026-01-10');
    const seen = (programme: Story['programme']) =>
      report.view({ ...viewed(), programme }, {}, async () => {});
    const [before, after] = [await seen(bare.programme), await seen(story.programme)];
    const by = { language, nameOf: () => 'qq' };
    const forth = report.changes(before, after, by);
    const back = report.changes(after, before, by);
    const at = { on: '2026-01-10', position: 1, head: 'f'.repeat(64) };
    const { organisation, scope, on, knownAt, position, head } = after as ReportChanges;
    const view = { ...{ organisation, scope, on, knownAt, position, head }, report: name, from: at, to: at };
    for (const { rows, sentences } of [forth, back]) {
      expect(rows.length).toBeGreaterThan(0);
      const document = documents.changes({ ...view, rows, titles: {} }, choices);
      expect(await giveawaysIn(document)).toEqual([]);
      expect(sentences.flatMap((each) => giveawaysOf(each, language))).toEqual([]);
    }
  });
});
