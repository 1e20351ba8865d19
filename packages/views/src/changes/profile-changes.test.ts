import { hasWords, languages, say } from '@concord/catalog';
import { statusTexts, targetTexts, tierChoices } from '@concord/programme';
import { expect, it } from 'vitest';
import { csfProfile } from '../csf-profile/csf-profile.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, csf, show, start } from '../testing/library.ts';
import { profileChanges } from './profile-changes.ts';

const nameOf = (person: string) => `${person}!`;
const outcome = 'PR.AA-05';

function profiled() {
  const story = start(csf).on('2026-03-01');
  story.done('people add', { person: 'ben' });
  const profile = story.done('profiles create', { name: 'Two years', framework: csf });
  const view = (language?: string) => answered(csfProfile(asked(story, { language }), profile));
  const said = (from: ReturnType<typeof view>, language = 'en') =>
    profileChanges(from, view(), { nameOf, language }).sentences;
  return { story, profile, view, said };
}

it('given nothing was said otherwise, then nothing changed; also of what was never kept, or in another language', () => {
  const { view } = profiled();
  expect(profileChanges(view(), view(), { nameOf }).rows).toEqual([]);
  expect(profileChanges({}, {}, { nameOf }).rows).toEqual([]);
  expect(profileChanges(view('de'), view(), { nameOf, translated: true }).rows).toEqual([]);
});

it('given a target is set and then changed, then each member is told, people by their names', () => {
  const { story, profile, view, said } = profiled();
  const none = view();
  const target = { profile, requirement: outcome };
  story.done('targets set', { ...target, priority: 'low', due: '2026-09-01', owner: 'ana', tier: 2 });
  expect(said(none)).toEqual([
    'PR.AA-05: target none → wanted; target priority none → low; target day none → 1 Sep 2026; target tier none → 2; target owner none → ana!.',
  ]);
  const before = view();
  const later = {
    priority: 'high',
    due: '2026-06-01',
    owner: 'ben',
    rationale: 'Insured',
    practices: 'Two factors',
  };
  story.done('targets set', { ...target, ...later, tier: 3 });
  expect(said(before)).toEqual([
    'PR.AA-05: target priority low → high; target day 1 Sep 2026 → 1 Jun 2026; why this target none → Insured; target practices none → Two factors; target tier 2 → 3; target owner ana! → ben!.',
  ]);
  expect(said(before, 'de')[0]).toContain('Priorität des Ziels niedrig → hoch; Zieltermin 1. Sept. 2026');
  expect(said(before, 'fr')[0]).toContain('priorité de la cible\u00a0: basse → haute');
});

it('given how an outcome stands is said, and it is left out, then the texts are told', () => {
  const { story, profile, view, said } = profiled();
  const before = view();
  story.done('profiles status', {
    ...{ profile, requirement: outcome, status: 'Half done', priority: 'medium' },
    ...{ roles: 'Service desk', included: false, rationale: 'Sold' },
  });
  expect(said(before)).toEqual([
    'PR.AA-05: in the profile included → left out; why in the profile, or not none → Sold; how it stands none → Half done; priority none → medium; roles and responsibilities none → Service desk.',
  ]);
});

it('given name, tiers and controls changed, then the whole and the outcome say so', () => {
  const { story, profile, view, said } = profiled();
  const before = view();
  story.done('profiles change', { profile, name: 'Three years', assumptions: 'No merger' });
  story.done('profiles tiers', { profile, rationale: 'Audited', governanceCurrent: 2 });
  addControl(story, 'AC-1');
  claim(story, 'AC-1', [csf, outcome]);
  show(story, 'AC-1');
  const [whole = '', ...outcomes] = said(before);
  expect(whole).toBe(
    'the whole: profile Two years → Three years; assumptions none → No merger; governing risk, as it is none → Tier 2, Risk Informed: Audited.',
  );
  const [told] = outcomes.filter((each) => each.startsWith(outcome));
  expect(told).toContain('control AC-1 added');
  expect(told).toContain('evidence none → 1 fresh');
  expect(said(before, 'de')[0]).toContain('Stufe 2, Risikobewusst: Audited');
});

it('given every member that a profile compares, then each is named in every language', () => {
  const named = [
    ...tierChoices,
    ...statusTexts,
    ...['profile', 'assumptions', 'included', 'priority', 'priorityText', 'score'],
    ...['priority', 'priorityText', 'due', 'rationale', 'tier', 'score', 'owner', ...targetTexts].map(
      (name) => `target-${name}`,
    ),
  ];
  const keys = named.map((what) => `change.what.${what}`);
  expect(keys.filter((key) => !hasWords(key))).toEqual([]);
  for (const language of languages.filter((each) => each !== 'en'))
    expect(keys.filter((key) => say(language, key) === key)).toEqual([]);
});
