import { describe, expect, it } from 'vitest';
import { dateIn } from '../language/date.ts';
import { whyOf } from '../testing/asked.ts';
import { addControl, claim, csf, exclude, iso, judge, show, start } from '../testing/library.ts';
import { draft, relate } from '../testing/relations.ts';

const access = [iso, 'A.5.15'] as const;
const outcome = [csf, 'PR.AA-05'] as const;
const ben = { person: 'ben', sees: 'own' } as const;

describe('what a result rests on', () => {
  it('then each piece has its age in days on the day asked about', () => {
    const story = start(iso).on('2026-01-10');
    addControl(story, 'C-1');
    claim(story, 'C-1', access);
    show(story, 'C-1', { collectedOn: '2025-12-31' });
    const ages = (on: string) =>
      whyOf(story, access, { on }).claims[0]?.controls.map(({ evidence }) => evidence?.age);
    expect([ages('2026-01-10'), ages('2026-03-01')]).toEqual([[10], [60]]);
  });

  it('then every judgement is there, the latest first, and says whether it counts', () => {
    const story = start(iso).on('2026-01-10');
    judge(story, access, { assessedOn: '2025-03-01', judgement: 'not-met' });
    judge(story, access, { assessedOn: '2025-06-01', validUntil: '2026-01-31' });
    judge(story, access, { assessedOn: '2025-01-01', judgement: 'partly' });
    const shown = (on: string) =>
      whyOf(story, access, { on }).assessments.map(({ judgement, age, lapsed, counts }) => [
        judgement,
        age,
        lapsed,
        counts,
      ]);
    expect(shown('2026-01-10')).toEqual([
      ['met', 223, false, true],
      ['not-met', 315, false, false],
      ['partly', 374, false, false],
    ]);
    expect(shown('2026-02-01')[0]).toEqual(['met', 245, true, false]);
    expect(shown('2025-05-01').map(([judgement]) => judgement)).toEqual(['not-met', 'partly']);
    const hidden = whyOf(story, access, { reader: ben }).assessments;
    expect(JSON.stringify(hidden)).not.toContain('Looked');
  });

  it('then items, parts and wholes are there, and the sentence names the open parts', () => {
    const story = start(iso, csf);
    judge(story, [csf, 'RC.CO-03']);
    expect(whyOf(story, [iso, '6.1.3']).items.map(({ id }) => id)).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `6.1.3.${letter}`),
    );
    const part = whyOf(story, [csf, 'RC.CO-03']);
    expect(part.wholes.map(({ id, met }) => [id, met])).toEqual([
      ['RC.CO', false],
      ['RC', false],
    ]);
    expect(whyOf(story, [csf, 'RC.CO']).sentences).toContain(
      'It is exactly made of 2 parts, of which 1 are not met: RC.CO-04 (Unclaimed).',
    );
    exclude(story, [csf, 'RC.CO-04']);
    expect(whyOf(story, [csf, 'RC.CO']).sentences).toContain(
      'It is exactly made of 1 parts, and each of them is met.',
    );
  });
});

describe('what shows that a control works', () => {
  const shown = (story: ReturnType<typeof start>, said: object = {}) =>
    whyOf(story, access, said).claims.flatMap(({ controls }) => controls)[0];

  function shownByThree() {
    const story = start(iso).on('2026-01-10');
    addControl(story, 'C-1', { owner: 'ana' });
    claim(story, 'C-1', access);
    show(story, 'C-1', { collectedOn: '2025-12-01', title: 'Older', validUntil: '2025-12-31' });
    show(story, 'C-1', { collectedOn: '2026-01-05', title: 'Review', validUntil: '2026-02-28' });
    show(story, 'C-1', { collectedOn: '2026-01-08', title: 'Test' });
    show(story, 'C-1', { collectedOn: '2026-01-09', title: 'Note', outcome: 'neutral' });
    return story;
  }

  it('then the piece that decides is there, and beside it all that count, each with its freshness', () => {
    const member = shown(shownByThree());
    expect(member).toMatchObject({ freshness: 'fresh', evidence: { title: 'Test', age: 2 }, othersCount: 1 });
    expect(member?.others).toMatchObject([
      { title: 'Review', freshness: 'fresh', freshUntil: '2026-02-28', age: 5 },
    ]);
    expect(whyOf(shownByThree(), access).sentences).toContain(
      'Also counting for C-1: “Review”, fresh until 28 Feb 2026.',
    );
  });

  it('given a piece beside it in grace, then until when it counts is told, and not that it is fresh', () => {
    const story = shownByThree();
    show(story, 'C-1', { collectedOn: '2025-10-05', title: 'Old' });
    const until = dateIn(shown(story)?.others[1]?.graceUntil ?? '', 'en');
    const told = `“Review”, fresh until 28 Feb 2026; “Old”, in grace until ${until}.`;
    expect(whyOf(story, access).sentences.join()).toContain(told);
  });

  it('given a control that is planned, not accepted or struck, then nothing counts, nor beside it', () => {
    for (const said of [{ implementation: 'planned' }, { design: 'draft' }, { conditionHolds: false }]) {
      const story = shownByThree();
      story.done('controls set', { control: 'C-1', ...said });
      expect(shown(story)).toMatchObject({ others: [], othersCount: 0 });
      expect(whyOf(story, access).sentences.join()).not.toContain('Also counting');
    }
  });

  it('given a day on which nothing counts any more, then the last that counted decides, and nothing is beside it', () => {
    const member = shown(shownByThree(), { on: '2026-12-31' });
    expect(member).toMatchObject({
      freshness: 'stale',
      evidence: { title: 'Test' },
      others: [],
      othersCount: 0,
    });
  });

  it('given a failure after them all, then they count no more', () => {
    const story = shownByThree();
    show(story, 'C-1', { collectedOn: '2026-01-10', title: 'Broken', outcome: 'fails' });
    const failed = { freshness: 'failed', evidence: { title: 'Broken' }, othersCount: 0 };
    expect(shown(story)).toMatchObject(failed);
  });

  it('given more than can be listed, then all are counted', () => {
    const story = shownByThree();
    for (let at = 0; at < 25; at += 1) show(story, 'C-1', { collectedOn: '2026-01-07', title: `Run ${at}` });
    const member = shown(story);
    expect([member?.others.length, member?.othersCount]).toEqual([20, 26]);
    expect(whyOf(story, access).sentences.find((said) => said.startsWith('Also counting'))).toMatch(
      /and 23 more[.]$/,
    );
  });

  it('given somebody who does not see the control, then they see nothing of its evidence either', () => {
    const seen = JSON.stringify(whyOf(shownByThree(), access, { reader: ben }));
    expect([seen.includes('Test'), seen.includes('Review')]).toEqual([false, false]);
    expect(seen).toContain('"hiddenControls":1');
    expect(
      JSON.stringify(whyOf(shownByThree(), access, { reader: { person: 'ana', sees: 'own' } })),
    ).toContain('Review');
  });
});

describe('our own relations', () => {
  it('given one that informs, then what it says, why, and how the other end stands', () => {
    const story = start(iso, csf).on('2026-01-10');
    judge(story, access);
    const id = relate(story, access, ['SUP', outcome]);
    const why = whyOf(story, outcome);
    expect(why.relations).toMatchObject([
      {
        id,
        relation: 'SUP',
        status: 'confirmed',
        rationale: 'Read side by side',
        by: 'ana',
        statedOn: '2026-01-10',
        informs: true,
        ends: [{ framework: iso, requirement: 'A.5.15', word: 'Met, as assessed', state: ['F'] }],
      },
    ]);
    expect(why.sentences).toContain(
      'By our own reading iso27001-2022 A.5.15 contains everything in nist-csf-2.0 PR.AA-05, and more: Read side by side (A.5.15: Met, as assessed). The result follows from it.',
    );
    expect(why.changes).toEqual([]);
    expect(whyOf(story, access).relations).toMatchObject([
      { id, informs: false, ends: [{ framework: csf }] },
    ]);
  });

  it('given a draft, then to confirm it is what would change the result', () => {
    const story = start(iso, csf).on('2026-01-10');
    judge(story, access);
    const relation = draft(story, access, ['SUP', outcome]);
    const why = whyOf(story, outcome);
    expect(why.relations).toMatchObject([{ gate: 'draft', informs: false }]);
    expect(why.changes[0]).toMatchObject({
      steps: [{ step: 'confirm-relation', operation: 'relations confirm', relation }],
      gives: { kind: 'inferred' },
    });
    expect(why.sentences.at(-1)).toMatch(
      /^If it were confirmed that iso27001-2022 A\.5\.15 contains everything/,
    );
    story.done('relations confirm', { relationId: relation });
    expect(whyOf(story, outcome)).toMatchObject({ kind: 'inferred', word: why.changes[0]?.gives.word });
  });

  it('given the other end waits for evidence, then that would change it here too', () => {
    const story = start(iso, csf).on('2026-01-10');
    addControl(story, 'C-1');
    claim(story, 'C-1', access);
    relate(story, access, ['EQ', outcome]);
    const [nearest] = whyOf(story, outcome).changes;
    expect([nearest?.steps.map(({ step, code }) => [step, code]), nearest?.gives.kind]).toEqual([
      [['record', 'C-1']],
      'inferred',
    ]);
  });

  it('given somebody who sees only their own, then the reasons are not theirs', () => {
    const story = start(iso, csf);
    relate(story, access, ['SUP', outcome]);
    expect(JSON.stringify(whyOf(story, outcome, { reader: ben }))).not.toContain('Read side by side');
  });
});

describe('what is missing', () => {
  const missing = (story: ReturnType<typeof start>, said: object = {}) =>
    whyOf(story, access, said).missing.map(({ kind, control = '' }) => `${kind} ${control}`.trim());

  it('then each thing between the requirement and its being met is listed by its kind', () => {
    const story = start(iso).on('2026-01-10');
    expect(missing(story)).toEqual(['claim']);
    addControl(story, 'C-1', { implementation: 'planned' });
    addControl(story, 'C-2', { design: 'draft' });
    addControl(story, 'C-3');
    story.done('claims state', {
      controls: ['C-1'],
      framework: iso,
      requirement: 'A.5.15',
      contribution: 'part',
    });
    expect(missing(story)).toEqual(['whole-claim', 'confirmation', 'implementation C-1']);
    claim(story, ['C-2', 'C-3'], access);
    claim(story, 'C-3', access, { confidence: 'low' });
    expect(missing(story).slice(2)).toEqual(['design C-2', 'evidence C-3', 'confidence', 'evidence C-3']);
    judge(story, access, { judgement: 'not-met' });
    expect(missing(story)).toContain('judgement');
    judge(story, access);
    expect(missing(story)).toEqual([]);
  });

  it('given a whole, then its open parts are missing', () => {
    const story = start(csf);
    judge(story, [csf, 'RC.CO-03']);
    expect(whyOf(story, [csf, 'RC.CO']).missing).toMatchObject([{ kind: 'part', requirement: 'RC.CO-04' }]);
  });

  it('given a control that was retired, then the claim of it is gone, and said to be', () => {
    const story = start(iso).on('2026-01-10');
    addControl(story, 'C-1');
    claim(story, 'C-1', access);
    story.done('controls retire', { control: 'C-1', reason: 'Gone' });
    expect(missing(story)).toEqual(['claim', 'control C-1']);
  });
});
