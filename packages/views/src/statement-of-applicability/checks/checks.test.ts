import { assessableOf, framework } from '@concord/catalog';
import { emptyProgramme, fold } from '@concord/programme';
import type { Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { newMemory } from '../../coverage/memory.ts';
import type { ViewAsked } from '../../envelope.ts';
import { soaOf } from '../../testing/asked.ts';
import { addControl, claim, csf, exclude, iso, show, start } from '../../testing/library.ts';
import { checkWhole } from './checks.ts';
import { checkExclusion } from './decided.ts';

const include = (story: Story, requirement: string, said: object = {}) =>
  story.done('applicability decide', {
    framework: iso,
    requirement,
    applicable: true,
    reasons: [{ kind: 'risk', text: 'Others could read it' }],
    ...said,
  });

/** What is found on a row, by severity, id and the words. */
const foundOn = (story: Story, row: string, said: Partial<ViewAsked> = {}) =>
  soaOf(story, said).checks.filter((each) => each.row === row);
const idsOn = (story: Story, row: string, said: Partial<ViewAsked> = {}) =>
  foundOn(story, row, said).map(({ id }) => id);

/** A control that operates and lacks nothing, claimed for a requirement. */
function inPlace(story: Story, code: string, requirement: string, said: object = {}): void {
  addControl(story, code, { owner: 'ben', test: 'Look', ...said });
  claim(story, code, [iso, requirement]);
}

function begun(): Story {
  const story = start(iso, csf);
  story.done('people add', { person: 'ben' });
  return story;
}

describe('SOA-01: Annex A is there in whole', () => {
  it('given a control that nobody decided on, then that is an error of a rule, with its mend', () => {
    const story = begun();
    const { checks, checked } = soaOf(story);
    expect(checks).toHaveLength(93);
    expect(checks[0]).toEqual({
      id: 'SOA-01',
      severity: 'E',
      basis: 'rule',
      row: 'A.5.1',
      message: 'A.5.1 is not decided, so the statement does not say whether it is necessary.',
      mend: 'Decide whether it is necessary.',
    });
    expect(checked).toMatchObject({ E: 93, W: 0, hidden: 0 });
    exclude(story, [iso, 'A.5.1']);
    expect(idsOn(story, 'A.5.1')).not.toContain('SOA-01');
  });

  it('given an edition that leaves one out or names one twice, then it says which', () => {
    const rows = assessableOf(framework(iso)!)
      .filter(({ level }) => level === 'control')
      .map((requirement) => ({ requirement }));
    expect(checkWhole(rows)).toEqual([]);
    expect(checkWhole(rows.slice(1)).map(({ row, message }) => `${row}: ${message}`)).toEqual([
      'A.5.1: A.5.1 is not in the statement: the edition that was adopted leaves it out.',
    ]);
    expect(checkWhole([...rows, rows[0]!]).map(({ message }) => message)).toEqual([
      'A.5.1 stands 2 times in the statement.',
    ]);
  });
});

describe('SOA-02 and SOA-03: what is decided says why', () => {
  it('given a reason or an exclusion reason was erased since, then it is missing', () => {
    const story = begun();
    include(story, 'A.8.1');
    exclude(story, [iso, 'A.8.2']);
    addControl(story, 'OWN-1');
    story.done('necessity decide', {
      control: 'OWN-1',
      necessary: true,
      reasons: [{ kind: 'business', text: 'Promised' }],
    });
    const rows = ['A.8.1', 'A.8.2', 'OWN-1'];
    const unsaid = (programme: Story['programme']) =>
      rows.map((row) =>
        idsOn(story, row, { programme })
          .filter((id) => id === 'SOA-02' || id === 'SOA-03')
          .join(),
      );
    expect(unsaid(story.programme)).toEqual(['', '', '']);
    expect(unsaid(fold(emptyProgramme, story.erased()))).toEqual(['SOA-02', 'SOA-03', 'SOA-02']);
  });

  it('given the text was erased and an obligation is linked, then the link is reason enough', () => {
    const story = begun();
    const obligation = story.done('obligations add', { kind: 'legal', title: 'Act', asks: 'Encrypt' });
    include(story, 'A.8.24', { reasons: [{ kind: 'law', text: 'The act', obligation }] });
    const erased = fold(emptyProgramme, story.erased());
    expect(idsOn(story, 'A.8.24', { programme: erased })).not.toContain('SOA-02');
  });
});

it('SOA-03 is not asked of what Annex A does not list', () => {
  const entry = {
    row: 'x',
    necessary: false,
    reasons: [],
    exclusionReason: '',
    implementation: 'no',
  } as const;
  const beside = { actions: [], naming: [], obligations: [], standings: [] };
  const found = (ofAnnexA: boolean) => checkExclusion({ ...entry, ...beside, ofAnnexA }).map(({ id }) => id);
  expect([found(true), found(false)]).toEqual([['SOA-03'], []]);
});

describe('SOA-04: an exclusion does not go against what is asked or relied on', () => {
  const asked = (story: Story, said: object = {}) =>
    story.done('obligations add', {
      kind: 'contractual',
      title: 'Hosting agreement',
      asks: 'Encrypt',
      requirements: [{ framework: iso, requirement: 'A.8.24' }],
      ...said,
    });

  it('given an obligation names it, then it is an error until that ends', () => {
    const story = begun();
    exclude(story, [iso, 'A.8.24']);
    expect(idsOn(story, 'A.8.24')).not.toContain('SOA-04');
    const obligation = asked(story);
    expect(foundOn(story, 'A.8.24').find(({ id }) => id === 'SOA-04')).toMatchObject({
      severity: 'E',
      message: 'A.8.24 is excluded, and an obligation calls for it: “Hosting agreement”.',
    });
    story.done('obligations end', { obligation, reason: 'Over' });
    expect(idsOn(story, 'A.8.24')).not.toContain('SOA-04');
  });

  it('given only a claim of low confidence says that a control answers it, then nothing relies on that', () => {
    const story = begun();
    addControl(story, 'C-9');
    claim(story, 'C-9', [csf, 'PR.DS-01']);
    claim(story, 'C-9', [iso, 'A.8.24'], { confidence: 'low' });
    exclude(story, [iso, 'A.8.24']);
    expect(idsOn(story, 'A.8.24')).not.toContain('SOA-04');
    claim(story, 'C-9', [iso, 'A.8.24'], { contribution: 'part' });
    expect(idsOn(story, 'A.8.24')).toContain('SOA-04');
  });

  it('given the obligation is of a part of the scope it counts, given of a scope beside it not', () => {
    const story = begun();
    const [one, other] = ['One', 'Other'].map((name) => story.done('scopes define', { name }));
    asked(story, { scope: one });
    for (const scope of ['organisation', one, other]) exclude(story, [iso, 'A.8.24'], { scope });
    const found = ['organisation', one, other].map((scope) =>
      idsOn(story, 'A.8.24', { scope: scope as string }).includes('SOA-04'),
    );
    expect(found).toEqual([true, true, false]);
  });

  it('given what is claimed for it is relied on for another framework, then it is an error', () => {
    const story = begun();
    addControl(story, 'C-1');
    const own = claim(story, 'C-1', [iso, 'A.8.24']);
    exclude(story, [iso, 'A.8.24']);
    expect(idsOn(story, 'A.8.24')).not.toContain('SOA-04');
    const other = story.done('claims state', {
      controls: ['C-1'],
      framework: csf,
      requirement: 'PR.DS-01',
    });
    const memory = newMemory();
    expect(idsOn(story, 'A.8.24', { memory })).not.toContain('SOA-04');
    story.done('claims confirm', { claim: other });
    expect(foundOn(story, 'A.8.24', { memory }).find(({ id }) => id === 'SOA-04')?.message).toBe(
      'A.8.24 is excluded, and what is claimed to answer it is relied on elsewhere: C-1 (NIST Cybersecurity Framework PR.DS-01).',
    );
    story.done('controls set', { control: 'C-1', condition: 'Where keys are kept', conditionHolds: false });
    expect(idsOn(story, 'A.8.24', { memory }), 'of no use here').not.toContain('SOA-04');
    story.done('controls set', { control: 'C-1', conditionHolds: true });
    expect(idsOn(story, 'A.8.24', { memory })).toContain('SOA-04');
    story.done('claims withdraw', { claim: own, reason: 'Not for that' });
    expect(idsOn(story, 'A.8.24', { memory })).not.toContain('SOA-04');
  });

  it('given a control of our own declared not necessary, then it is used where another framework relies on it', () => {
    const story = begun();
    addControl(story, 'OWN-1');
    story.done('necessity decide', { control: 'OWN-1', necessary: false });
    claim(story, 'OWN-1', [iso, 'A.8.1']);
    expect(foundOn(story, 'OWN-1')).toEqual([]);
    const other = claim(story, 'OWN-1', [csf, 'PR.DS-01']);
    expect(foundOn(story, 'OWN-1')).toMatchObject([
      {
        id: 'SOA-04',
        severity: 'E',
        message:
          'OWN-1 was declared not necessary, and what it is confirmed to answer elsewhere relies on it: NIST Cybersecurity Framework PR.DS-01.',
        mend: expect.stringContaining('withdraw the claims on it'),
      },
    ]);
    expect(soaOf(story)).toMatchObject({ further: [], hiddenFurther: 0, checked: { hidden: 0 } });
    const cleo = soaOf(story, { reader: { person: 'cleo', sees: 'own' } });
    expect([cleo.checked.hidden, cleo.hiddenFurther]).toEqual([1, 0]);
    expect(JSON.stringify(cleo)).not.toContain('OWN-1');
    story.done('claims withdraw', { claim: other, reason: 'Not that one' });
    expect(foundOn(story, 'OWN-1')).toEqual([]);
  });

  it('given an obligation names what it is confirmed to answer, then it is called for, once, until one of them ends', () => {
    const story = begun();
    addControl(story, 'OWN-1');
    story.done('necessity decide', { control: 'OWN-1', necessary: false });
    claim(story, 'OWN-1', [iso, 'A.8.24']);
    claim(story, 'OWN-1', [iso, 'A.8.25']);
    const requirements = ['A.8.24', 'A.8.25'].map((requirement) => ({ framework: iso, requirement }));
    const obligation = asked(story, { requirements });
    expect(foundOn(story, 'OWN-1').map(({ message }) => message)).toEqual([
      'OWN-1 was declared not necessary, and an obligation calls for what it is confirmed to answer: “Hosting agreement”.',
    ]);
    const necessary = { control: 'OWN-1', necessary: true, reasons: [{ kind: 'business', text: 'x' }] };
    story.on('2026-02-01').done('necessity decide', necessary);
    expect([idsOn(story, 'OWN-1'), idsOn(story, 'OWN-1', { on: '2026-01-31' })]).toEqual([
      expect.not.arrayContaining(['SOA-04']),
      ['SOA-04'],
    ]);
    story.done('necessity decide', { control: 'OWN-1', necessary: false });
    expect(idsOn(story, 'OWN-1')).toEqual(['SOA-04']);
    story.done('obligations end', { obligation, reason: 'Over' });
    expect(idsOn(story, 'OWN-1')).toEqual([]);
  });

  it('given it is retired, or its condition of use does not hold, then nothing relies on it', () => {
    const story = begun();
    addControl(story, 'OWN-1');
    story.done('necessity decide', { control: 'OWN-1', necessary: false });
    claim(story, 'OWN-1', [csf, 'PR.DS-01']);
    expect(idsOn(story, 'OWN-1')).toEqual(['SOA-04']);
    story.done('controls set', { control: 'OWN-1', condition: 'If we host', conditionHolds: false });
    expect(idsOn(story, 'OWN-1')).toEqual([]);
    story.done('controls set', { control: 'OWN-1', conditionHolds: true });
    story.on('2026-02-01').done('controls retire', { control: 'OWN-1', reason: 'Sold' });
    expect([idsOn(story, 'OWN-1'), idsOn(story, 'OWN-1', { on: '2026-01-31' })]).toEqual([[], ['SOA-04']]);
  });
});

describe('SOA-06: what is necessary and not in place is planned', () => {
  const action = { title: 'Encrypt', what: 'All disks' };

  it('given an action with an owner and a day closes the requirement or its control, then it is', () => {
    const story = begun();
    include(story, 'A.8.24');
    const memory = newMemory();
    const found = () => foundOn(story, 'A.8.24', { memory }).find(({ id }) => id === 'SOA-06');
    expect(found()).toMatchObject({ severity: 'E', message: expect.stringContaining('no open action') });
    const closes = [{ kind: 'requirement', id: `${iso}/A.8.24` }];
    const added = story.done('actions add', { ...action, closes, owner: 'ben' });
    expect(found()?.message).toContain('both an owner and a due date');
    story.done('actions change', { action: added, due: '2026-06-30' });
    expect(found()).toBeUndefined();
    story.done('actions close', { action: added, result: 'Done' });
    expect(found()?.message).toContain('no open action');
    addControl(story, 'C-1', { implementation: 'partly' });
    claim(story, 'C-1', [iso, 'A.8.24']);
    const control = story.programme.controls.byCode.get('C-1') as string;
    story.done('actions add', {
      ...action,
      closes: [{ kind: 'control', id: control }],
      owner: 'ben',
      due: '2026-06-30',
    });
    expect(found()).toBeUndefined();
  });

  it('given it is in place, excluded or undecided, then nothing has to be planned', () => {
    const story = begun();
    inPlace(story, 'C-1', 'A.8.1');
    include(story, 'A.8.1');
    exclude(story, [iso, 'A.8.2']);
    for (const row of ['A.8.1', 'A.8.2', 'A.8.3']) expect(idsOn(story, row)).not.toContain('SOA-06');
  });
});

describe('SOA-07: what is in place is shown', () => {
  const message = (story: Story) =>
    foundOn(story, 'A.8.1').find(({ id }) => id === 'SOA-07')?.message ?? 'shown';

  it('given nothing fresh, then it is a warning; given a result, then it is shown', () => {
    const story = begun();
    inPlace(story, 'C-1', 'A.8.1');
    include(story, 'A.8.1');
    expect(message(story)).toContain('nothing fresh shows it');
    show(story, 'C-1');
    expect(message(story)).toBe('shown');
    expect(message(story.on('2026-05-01'))).toContain('nothing fresh shows it');
  });

  it('given only documents, then it is a warning: of the register, or of a control that keeps one', () => {
    const story = begun();
    inPlace(story, 'C-1', 'A.8.1');
    include(story, 'A.8.1');
    const policy = story.done('documents add', { title: 'Policy', kind: 'document' });
    const piece = { controls: ['C-1'], outcome: 'works', title: 'Policy', record: `document/${policy}` };
    story.done('evidence add', piece);
    expect(message(story)).toContain('only documents show it');
    show(story, 'C-1', { collectedOn: '2025-12-01', validUntil: '2026-01-05' });
    expect(message(story)).toBe('shown');

    const kept = begun();
    inPlace(kept, 'C-1', 'A.8.1', { frequency: 'document' });
    include(kept, 'A.8.1');
    show(kept, 'C-1');
    expect(message(kept)).toContain('only documents show it');
  });
});

describe('SOA-08: a reason of law or contract points at an obligation', () => {
  it('given none, then it is a warning; one that names the requirement will do if it is of that kind', () => {
    const story = begun();
    const reasons = [
      { kind: 'law', text: 'The act' },
      { kind: 'contract', text: 'The agreement' },
      { kind: 'business', text: 'We want it' },
    ];
    include(story, 'A.8.24', { reasons });
    const message = () => foundOn(story, 'A.8.24').find(({ id }) => id === 'SOA-08')?.message;
    expect(message()).toBe('A.8.24 is necessary by law, contract, and no obligation is linked for that.');
    const requirements = [{ framework: iso, requirement: 'A.8.24' }];
    story.done('obligations add', { kind: 'regulatory', title: 'Rule', asks: 'x', requirements });
    expect(message()).toContain('by contract,');
    const obligation = story.done('obligations add', { kind: 'contractual', title: 'Deal', asks: 'x' });
    const [law, contract] = reasons;
    include(story, 'A.8.24', { reasons: [law, { ...contract, obligation }] });
    expect(message()).toBeUndefined();
    story.done('obligations end', { obligation });
    expect(message()).toContain('by contract,');
  });
});

describe('SOA-09: an exclusion says something', () => {
  it.each([
    ['We write no code', 'A.8.4 is excluded for a reason of fewer than 5 words.'],
    ['Not applicable.', '“Not applicable.”, which says no more'],
    ['This control is not applicable to us!', '“This control is not applicable to us!”, which'],
    ['We write no code ourselves', undefined],
  ])('given “%s”', (exclusionReason, said) => {
    const story = begun();
    exclude(story, [iso, 'A.8.4'], { exclusionReason });
    const finding = foundOn(story, 'A.8.4').find(({ id }) => id === 'SOA-09');
    if (said === undefined) expect(finding).toBeUndefined();
    else expect(finding).toMatchObject({ severity: 'W', message: expect.stringContaining(said) });
  });
});

describe('SOA-12: exclusions go with what the scope statement says', () => {
  const stated = { scope: 'organisation', statement: 'All of it', boundaries: 'The fence' };

  it.each([
    ['developsSoftware', 'A.8.25', 'software is developed'],
    ['developsSoftware', 'A.8.31', 'software is developed'],
    ['ownPremises', 'A.7.14', 'there are premises of its own'],
    ['suppliers', 'A.5.19', 'there are suppliers'],
    ['cloud', 'A.5.23', 'cloud services are used'],
    ['remoteWork', 'A.6.7', 'people work remotely'],
  ])('given %s, then %s is not excluded without a word', (fact, requirement, said) => {
    const story = begun();
    exclude(story, [iso, requirement]);
    story.done('scopes state', { ...stated, [fact]: false });
    expect(idsOn(story, requirement)).not.toContain('SOA-12');
    story.done('scopes state', { ...stated, [fact]: true });
    expect(foundOn(story, requirement).find(({ id }) => id === 'SOA-12')).toMatchObject({
      severity: 'W',
      basis: 'own computation',
      message: expect.stringContaining(said),
    });
    exclude(story, [iso, 'A.8.4']);
    expect(idsOn(story, 'A.8.4')).not.toContain('SOA-12');
  });

  it('given the statement does not say, then that is not passed but not held against', () => {
    const story = begun();
    const said = () => soaOf(story).checked.notRun.find(({ id }) => id === 'SOA-12')?.message;
    expect(said()).toContain('whether software is developed');
    const facts = { developsSoftware: true, ownPremises: true, suppliers: true, cloud: true };
    story.done('scopes state', { ...stated, ...facts });
    expect(said()).toBe(
      'Not held against everything: the scope statement does not say whether people work remotely.',
    );
    story.done('scopes state', { ...stated, ...facts, remoteWork: false });
    expect(said()).toBeUndefined();
  });
});

describe('SOA-13: a control that is in place lacks nothing', () => {
  it('given no owner, frequency or test, then it says what is lacking of which control', () => {
    const story = begun();
    inPlace(story, 'C-1', 'A.8.1');
    addControl(story, 'C-2', { frequency: undefined });
    claim(story, 'C-2', [iso, 'A.8.1']);
    include(story, 'A.8.1');
    const message = () => foundOn(story, 'A.8.1').find(({ id }) => id === 'SOA-13')?.message;
    expect(message()).toBe(
      'A.8.1 is stated to be in place, and its controls lack something: C-2 (no owner, no frequency, no test).',
    );
    story.done('controls set', { control: 'C-2', owner: 'ben', frequency: 'annual', test: 'Look' });
    expect(message()).toBeUndefined();
    addControl(story, 'C-3');
    story.done('claims state', { controls: ['C-3'], framework: iso, requirement: 'A.8.1' });
    expect(message()).toBeUndefined();
  });
});

describe('what is found', () => {
  it('is the same from memory as from nothing', () => {
    const story = begun();
    const memory = newMemory();
    const same = () => {
      const { checks, checked } = soaOf(story, { memory });
      expect({ checks, checked }).toEqual({
        checks: soaOf(story).checks,
        checked: soaOf(story).checked,
      });
    };
    same();
    inPlace(story, 'C-1', 'A.8.1', { owner: undefined });
    include(story, 'A.8.1');
    same();
    show(story, 'C-1');
    same();
    story.done('controls set', { control: 'C-1', owner: 'ben' });
    same();
    exclude(story, [iso, 'A.8.1']);
    same();
  });

  it('has words for everything, and names what has nothing to be held against', () => {
    const story = begun();
    const { checks, checked } = soaOf(story);
    for (const { message, mend } of checks) expect(`${message} ${mend}`).not.toMatch(/check\.|\{\{/);
    expect(checked.notRun.map(({ id }) => id)).toEqual([
      'SOA-05',
      'SOA-08',
      'SOA-10',
      'SOA-11',
      'SOA-12',
      'SOA-14',
    ]);
    expect(checked.ran).not.toContain('SOA-10');
    expect(
      checked.notRun.every(({ message }) => message.startsWith('Not held') || message.startsWith('Held')),
    ).toBe(true);
  });

  it('names no control, action or obligation that the reader may not see', () => {
    const story = begun();
    story.done('people add', { person: 'cleo' });
    inPlace(story, 'SECRET-1', 'A.8.1', { test: undefined });
    include(story, 'A.8.1');
    addControl(story, 'SECRET-2', { owner: 'ben' });
    const reasons = [{ kind: 'business', text: 'x' }];
    story.done('necessity decide', { control: 'SECRET-2', necessary: true, reasons });
    const requirements = [{ framework: iso, requirement: 'A.8.2' }];
    story.done('obligations add', { kind: 'legal', title: 'SECRET-3', asks: 'x', requirements });
    exclude(story, [iso, 'A.8.2']);
    const own = soaOf(story, { reader: { person: 'cleo', sees: 'own' } });
    expect(JSON.stringify(own)).not.toContain('SECRET');
    expect(own).toMatchObject({ hiddenFurther: 1, further: [] });
    const all = soaOf(story);
    expect([own.checked.E, own.checked.W]).toEqual([all.checked.E, all.checked.W]);
    expect(own.checked.hidden).toBe(all.checks.filter(({ row }) => row === 'SECRET-2').length);
    expect(own.checked.hidden).toBeGreaterThan(0);
  });
});
