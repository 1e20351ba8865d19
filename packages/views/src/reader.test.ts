import { emptyProgramme, fold, type Programme, toPlain } from '@concord/programme';
import { anyDeeds, doDeed, given, groundOfDeeds, places, type Story } from '@concord/programme/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseConformity } from './clause-conformity/clause-conformity.ts';
import { controlDiversity } from './control-diversity/control-diversity.ts';
import { newMemory } from './coverage/memory.ts';
import { controlLibrary } from './library/control-library.ts';
import { controlSheet } from './library/control-sheet.ts';
import { maySee, type Reader, seesAll } from './reader.ts';
import { answered, asked, everyPiece, everyView, rowOf, whyOf } from './testing/asked.ts';
import { transition } from './transition/transition.ts';

const ben: Reader = { person: 'ben', sees: 'own' };
const nobody: Reader = { person: 'nobody', sees: 'own' };
const page = { offset: 0, limit: 50 };

/** What of a row a reader may see less of than another: what is hidden of it is counted, or is a text. */
const masked = new Set([
  ...['controls', 'moreControls', 'hiddenControls', 'obligations', 'hiddenObligations'],
  ...['actions', 'hiddenActions', 'artifacts', 'moreArtifacts', 'owners'],
  ...['rationale', 'status', 'target', 'score', 'hinting'],
]);

/** Everything that would name what ben may not see. */
function secretsOf({ controls }: Programme, reader: Reader): string[] {
  const hidden = [...controls.controls.values()].filter(({ owner }) => !maySee(reader, owner));
  const ids = new Set(hidden.map(({ id }) => id));
  const pieces = [...controls.evidence.values()].filter((piece) => piece.controls.every((id) => ids.has(id)));
  const claims = [...controls.claims.values()].filter((claim) => claim.controls.some((id) => ids.has(id)));
  const judged = [...controls.judgements.values()].flatMap((list) => list.toArray());
  return [
    ...hidden.flatMap(({ id, code, name }) => [`"${id}"`, code, name]),
    ...pieces.flatMap(({ id, title }) => [`"${id}"`, title]),
    ...claims.map(({ rationale }) => rationale),
    ...judged.map(({ reasons }) => reasons),
  ];
}

function shownTo(story: Story, reader: Reader): object[] {
  const memory = newMemory();
  const ask = asked(story, { reader, memory });
  const ids = [...story.programme.controls.controls.keys()];
  const sheets = ids.map((id) => controlSheet(ask, id)).filter((sheet) => !('refusal' in sheet));
  const whys = places.map((place) => whyOf(story, place, { reader, memory }));
  return [
    everyView(story, { reader, on: story.today, memory }),
    everyPiece(story, { reader, on: story.today, memory }),
    controlLibrary(ask, page),
    answered(clauseConformity(ask)),
    answered(controlDiversity(ask)),
    ...sheets,
    ...whys,
  ];
}

describe('given any course of events', () => {
  it('then no view, proof or sheet names what the reader may not see', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        const story = groundOfDeeds();
        for (const deed of deeds) doDeed(story, deed);
        const passed = answered(transition(asked(story, { reader: ben })));
        const text = JSON.stringify([...shownTo(story, ben), passed]);
        expect(secretsOf(story.programme, ben).filter((secret) => text.includes(secret))).toEqual([]);
        const all = JSON.stringify(shownTo(story, seesAll));
        expect(secretsOf(story.programme, nobody).some((secret) => all.includes(secret))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('then it can all be erased: it still folds, nothing of it is shown, and every view is answered', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        const story = groundOfDeeds();
        for (const deed of deeds) doDeed(story, deed);
        const programme = fold(emptyProgramme, story.erased());
        const shown = JSON.stringify(shownTo({ ...story, programme, today: story.today }, seesAll));
        expect(shown).not.toContain('secret');
        expect(JSON.stringify(toPlain(programme))).not.toContain('secret');
      }),
      { numRuns: 15 },
    );
  });

  it('then no number depends on who reads, and what is hidden is counted', () => {
    fc.assert(
      fc.property(anyDeeds, fc.constantFrom(ben, nobody), (deeds, reader) => {
        const story = groundOfDeeds();
        for (const deed of deeds) doDeed(story, deed);
        const on = story.today;
        const all = Object.values(everyView(story, { reader: seesAll, on }));
        const own = Object.values(everyView(story, { reader, on }));
        for (const [at, view] of all.entries()) {
          expect(own[at]?.numbers).toEqual(view.numbers);
          for (const [line, row] of view.rows.entries()) {
            const seen = own[at]?.rows[line];
            const rest = Object.fromEntries(Object.entries(row).filter(([name]) => !masked.has(name)));
            expect(seen).toMatchObject(rest);
            const counted = [seen?.controls.length, seen?.moreControls, seen?.hiddenControls];
            expect(counted.reduce((sum: number, count) => sum + (count ?? Number.NaN), 0)).toBe(
              row.controls.length + row.moreControls,
            );
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('then a memory shared by readers, days and changes never alters an answer', () => {
    fc.assert(
      fc.property(anyDeeds, fc.constantFrom([seesAll], [seesAll, ben]), (deeds, readers) => {
        const story = groundOfDeeds();
        const memory = newMemory();
        deeds.forEach((deed, at) => {
          doDeed(story, deed);
          if (at % 3 !== 2 && at < deeds.length - 1) return;
          for (const reader of readers) {
            for (const on of ['2026-02-15', '2026-09-01']) {
              const remembered = everyView(story, { reader, on, memory });
              expect(JSON.stringify(remembered)).toBe(JSON.stringify(everyView(story, { reader, on })));
              const pieces = everyPiece(story, { reader, on, memory });
              expect(JSON.stringify(pieces)).toBe(JSON.stringify(everyPiece(story, { reader, on })));
            }
          }
        });
      }),
      { numRuns: 12 },
    );
  });
});

describe('given two controls of different owners', () => {
  const story = given('iso27001-2022');
  for (const person of ['ben', 'cleo']) {
    story.done('people add', { person });
    const control = story.done('controls add', {
      code: `${person}-1`,
      name: `${person}s work`,
      owner: person,
    });
    const claim = story.done('claims state', {
      controls: [control],
      framework: 'iso27001-2022',
      requirement: 'A.5.15',
    });
    story.done('claims confirm', { claim });
  }
  story.done('controls add', { code: 'NO-1', name: 'Nobodys work' });

  it('then an owner sees their own, and that there is another', () => {
    const row = rowOf(story, 'iso27001-2022', 'A.5.15', { reader: ben });
    expect(row.controls.map(({ code }) => code)).toEqual(['ben-1']);
    expect([row.hiddenControls, row.moreControls, row.claims.confirmed]).toEqual([1, 0, 2]);
    expect(row.controls[0]).not.toHaveProperty('owner');
    expect(whyOf(story, ['iso27001-2022', 'A.5.15'], { reader: ben }).sentences.join(' ')).toContain(
      '1 control(s) you may not see',
    );
  });

  it('then what has no owner is hidden from everybody who does not see all', () => {
    expect(maySee({ person: '', sees: 'own' }, undefined)).toBe(false);
    expect(controlLibrary(asked(story, { reader: ben }), page)).toMatchObject({ total: 1, hidden: 2 });
    expect(controlLibrary(asked(story), page)).toMatchObject({ total: 3, hidden: 0 });
  });

  it('then a search answers no guess at the name of a hidden control', () => {
    const reader = ben;
    const counts = ['cleo', 'no such name', 'ben'].map((text) => {
      const { total, hidden } = controlLibrary(asked(story, { reader }), { ...page, text });
      return [total, hidden];
    });
    expect(counts).toEqual([
      [0, 2],
      [0, 2],
      [1, 2],
    ]);
  });

  it('then a hidden control is refused in the words used for one that does not exist', () => {
    const ask = asked(story, { reader: ben });
    const refused = (control: string) => ({
      refusal: { kind: 'missing', code: 'control.unknown', params: { control }, path: 'control' },
    });
    expect(controlSheet(ask, 'cleo-1')).toEqual(refused('cleo-1'));
    expect(controlSheet(ask, 'none-1')).toEqual(refused('none-1'));
    expect(controlSheet(ask, 'ben-1')).toMatchObject({ code: 'ben-1' });
  });
});

describe('given a control shared with others in claims and evidence', () => {
  const story = given('iso27001-2022');
  for (const person of ['ben', 'cleo']) story.done('people add', { person });
  const own = story.done('controls add', { code: 'B-1', name: 'Ben', owner: 'ben' });
  const other = story.done('controls add', { code: 'C-1', name: 'Cleo', owner: 'cleo' });
  const claimed = { controls: [own, other], framework: 'iso27001-2022', requirement: 'A.5.16' };
  story.done('claims state', { ...claimed, rationale: 'B-1 asks and C-1 checks' });
  const ofOther = story.done('evidence add', {
    controls: [other],
    outcome: 'neutral',
    title: 'Of another',
    link: 'https://example.org/1',
  });
  const both = { controls: [own, other], outcome: 'neutral', title: 'Of both' };
  story.done('evidence add', { ...both, record: `evidence/${ofOther}`, versionOf: ofOther });
  story.done('evidence add', { ...both, record: `control/${own}` });

  it('then the sheet says how many others there are, not which', () => {
    const sheet = controlSheet(asked(story, { reader: ben }), 'b-1');
    expect(sheet).toMatchObject({
      claimed: [{ controls: [own], hiddenControls: 1, rationale: '' }],
      evidence: [
        { controls: [own], hiddenControls: 1 },
        { controls: [own], hiddenControls: 1, record: `control/${own}` },
      ],
    });
    expect(JSON.stringify(sheet)).not.toContain(ofOther);
  });

  it('then who sees all sees all of it', () => {
    expect(controlSheet(asked(story), 'b-1')).toMatchObject({
      claimed: [{ controls: [own, other], hiddenControls: 0, rationale: 'B-1 asks and C-1 checks' }],
      evidence: [{ controls: [own, other], record: `evidence/${ofOther}`, versionOf: ofOther }, {}],
    });
  });
});
