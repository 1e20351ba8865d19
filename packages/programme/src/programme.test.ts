import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedFact } from './foundation/index.ts';
import { emptyProgramme, evolve, fold, type Programme, UnknownFact } from './programme.ts';
import { fromPlain, plainPieces, toPlain } from './snapshot.ts';
import { anyDeeds, doDeed, given, groundOfDeeds } from './testing/index.ts';

const plainOf = (programme: Programme) => JSON.stringify(toPlain(programme));

describe('given a ledger', () => {
  it('then a fact of a type or version that nobody here knows stops the fold, and names it', () => {
    const [first] = given().facts as [RecordedFact];
    const unknown = { ...first, seq: 7, type: 'SomethingNew' };
    expect(() => evolve(emptyProgramme, unknown)).toThrow(UnknownFact);
    expect(() => evolve(emptyProgramme, unknown)).toThrow(/entry 7 .* SomethingNew/);
    expect(() => evolve(emptyProgramme, { ...first, version: 2 })).toThrow(UnknownFact);
    for (const type of ['constructor', 'toString', '__proto__', '']) {
      expect(() => evolve(emptyProgramme, { ...first, type }), type).toThrow(UnknownFact);
    }
  });

  it('then the revision of a record is the position of its last fact', () => {
    const story = given();
    story.done('controls add', { code: 'C-1', name: 'One' });
    const id = story.programme.controls.byCode.get('C-1');
    const added = story.programme.position;
    expect(story.programme.revisions.get(`control/${id}`)).toBe(added);
    story.done('controls set', { control: 'C-1', name: 'Renamed' });
    expect(story.programme.revisions.get(`control/${id}`)).toBe(added + 1);
    expect(story.programme.revisions.get('organisation/organisation')).toBe(1);
  });
});

describe('given any course of events', () => {
  const folded = (deeds: Parameters<typeof doDeed>[1][]) => {
    const story = groundOfDeeds();
    for (const deed of deeds) doDeed(story, deed);
    return story;
  };

  it('then folding in pieces, through a snapshot each time, equals folding at once', () => {
    fc.assert(
      fc.property(anyDeeds, fc.array(fc.nat({ max: 60 }), { maxLength: 3 }), (deeds, cuts) => {
        const { facts, programme } = folded(deeds);
        const ends = [...cuts.map((cut) => Math.min(cut, facts.length)).sort((a, b) => a - b), facts.length];
        let state = emptyProgramme;
        let from = 0;
        for (const end of ends) {
          state = fromPlain(JSON.parse(plainOf(fold(state, facts.slice(from, end)))));
          from = end;
        }
        expect(state.position).toBe(facts.length);
        expect(sorted(state)).toEqual(sorted(programme));
      }),
      { numRuns: 40 },
    );
  });

  it('then a snapshot is the same after another round', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        const { programme } = folded(deeds);
        const once = fromPlain(JSON.parse(plainOf(programme)));
        expect(sorted(fromPlain(JSON.parse(plainOf(once))))).toEqual(sorted(programme));
        expect([...plainPieces(programme)].join('')).toBe(plainOf(programme));
      }),
      { numRuns: 20 },
    );
  });

  it('then the state before a fact is left as it was', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        const { facts } = folded(deeds);
        let state = emptyProgramme;
        for (const fact of facts) {
          const before = plainOf(state);
          const next = evolve(state, fact);
          expect(plainOf(state)).toBe(before);
          state = next;
        }
      }),
      { numRuns: 10 },
    );
  });
});

it('given an imported text with names like those of a snapshot’s own marks, then it comes back as it was', () => {
  const [first] = given().facts as [RecordedFact];
  const names = JSON.parse(
    '{"#table":"x","#list":[1],"#object":{"#table":2},"__proto__":"y","constructor":"z"}',
  );
  const content = { id: 'odd', requirements: [], levels: names, tags: [names] };
  const data = { framework: 'odd', hash: 'h', importedOn: '2026-01-01', content };
  const fact = { ...first, type: 'FrameworkImported', record: { kind: 'edition', id: 'h' }, data };
  const programme = evolve(emptyProgramme, fact);
  const revived = fromPlain(JSON.parse(plainOf(programme)));
  const back = revived.governance.editions.get('h')?.framework;
  expect(JSON.stringify(back)).toBe(JSON.stringify(content));
  expect(sorted(revived)).toEqual(sorted(programme));
});

it.each([0, 1, 250, 251, 500, 1100])('given a table of %i, then it reads the same in pieces', (size) => {
  const numbered = Array.from({ length: size }, (_, nth): [string, number] => [`control/"${nth}"`, nth]);
  const programme = { ...emptyProgramme, revisions: emptyProgramme.revisions.concat(numbered) };
  const pieces = [...plainPieces(programme)];
  expect(pieces.join('')).toBe(plainOf(programme));
  expect(Math.max(...pieces.map((each) => each.length))).toBeLessThan(10_000);
});

it.each([null, undefined, 1, 'text', [], {}, { position: 1 }, { position: 1, revisions: {} }])(
  'given %j, then it is no snapshot',
  (value) => expect(() => fromPlain(value)).toThrow(TypeError),
);

/** Tables have no order of their own: as JSON with the keys of each in order. */
function sorted(programme: Programme): unknown {
  return JSON.parse(plainOf(programme), (key, value) =>
    key === '#table' ? (value as [string, unknown][]).sort(([a], [b]) => (a < b ? -1 : 1)) : value,
  );
}
