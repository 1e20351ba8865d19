import {
  type Crosswalk,
  type CrosswalkSide,
  crosswalkIn,
  crosswalkSide,
  editionIn,
  type Framework,
  phraseIn,
  requirementOf,
  withoutHeadings,
} from '@concord/catalog';

/** The edition of a framework to count against; undefined where there is none. */
export type Editions = (framework: string) => Framework | undefined;

/** The same with their titles in a language. */
function spokenEditions(editions: Editions, language: string): Editions {
  return (named) => {
    const edition = editions(named);
    return edition && editionIn(language, edition);
  };
}

type Side = 'from' | 'to';
const sides: readonly Side[] = ['from', 'to'];

/** A crosswalk in a list: where it comes from, and how much of each side it links, counted now. */
export function crosswalkRow(crosswalk: Crosswalk, editions: Editions, language: string) {
  const [fromShare, toShare] = sides.map((side) => shareOf(sideOf(crosswalk, side, editions)));
  const { pairs, noEquivalent, ...head } = crosswalkIn(language, crosswalk);
  return { ...head, pairs: pairs.length, noEquivalent: noEquivalent.length, fromShare, toShare };
}

/** A crosswalk with everything it says, and what it does not say: stated to have no equivalent, or not mapped at all. */
export function crosswalkShown(crosswalk: Crosswalk, own: Editions, language: string) {
  const editions = spokenEditions(own, language);
  const title = titleIn(crosswalk, editions);
  const each = sides.map((side) => [side, sideOf(crosswalk, side, editions)] as const);
  const { pairs, noEquivalent: _stated, ...head } = crosswalkIn(language, crosswalk);
  return {
    ...head,
    coverage: coverageRows(crosswalk, editions).map((row) => ({
      ...row,
      part: phraseIn(language, row.part),
    })),
    pairs: pairs.map(([from, to, relation = crosswalk.relation, strength]) => ({
      from,
      fromTitle: title('from', from),
      relation,
      to,
      toTitle: title('to', to),
      strength,
    })),
    noEquivalent: each.flatMap(([side, { framework, noEquivalent }]) =>
      noEquivalent.map(({ id, among, statement }) => ({
        ...{ side, framework, id, title: title(side, id) },
        ...{ among, statement },
      })),
    ),
    notMapped: each.flatMap(([side, { framework, notMapped, underHeadings }]) =>
      notMapped.map((id) => ({
        ...{ side, framework, id, title: title(side, id) },
        underHeading: underHeadings.includes(id),
      })),
    ),
    unresolved: each.flatMap(([side, { framework, unresolved }]) =>
      unresolved.map((id) => ({ side, framework, id })),
    ),
  };
}

function sideOf(crosswalk: Crosswalk, side: Side, editions: Editions): CrosswalkSide {
  return crosswalkSide(crosswalk, side, editions(crosswalk[side]));
}

function titleIn(crosswalk: Crosswalk, editions: Editions) {
  return (side: Side, id: string) => {
    const edition = editions(crosswalk[side]);
    return edition && requirementOf(edition, id)?.title;
  };
}

/** `linked` of the assessable requirements; `underHeadings` are further ones, of which only a heading is linked. */
function shareOf({ linked, underHeadings, assessable, unresolved }: CrosswalkSide) {
  return share(linked.length, underHeadings.length, assessable.length, unresolved.length);
}

function share(...[linked = 0, underHeadings = 0, of = 0, unresolved = 0]: number[]) {
  return { linked, of, share: of === 0 ? null : linked / of, underHeadings, unresolved };
}

/** The measured table: each side as a whole and by level, and again without the pairs that start at a heading. */
function coverageRows(crosswalk: Crosswalk, editions: Editions) {
  const alone = withoutHeadings(crosswalk, editions(crosswalk.from));
  const again =
    alone.pairs.length === crosswalk.pairs.length ? [] : [[alone, 'those of requirements'] as const];
  return [[crosswalk, 'all'] as const, ...again].flatMap(([counted, pairs]) =>
    sides.flatMap((side) => {
      const known = sideOf(counted, side, editions);
      const rows = levelRows(known, editions(known.framework));
      return rows.map((row) => ({ pairs, side, framework: known.framework, ...row }));
    }),
  );
}

function levelRows(known: CrosswalkSide, edition: Framework | undefined) {
  const whole = { part: 'All', ...shareOf(known) };
  if (edition === undefined) return [whole];
  const at = (ids: readonly string[], level: string) =>
    ids.filter((id) => requirementOf(edition, id)?.level === level).length;
  const levels = Object.entries(edition.levels).map(([level, word]) => {
    const counts = [known.linked, known.underHeadings, known.assessable].map((ids) => at(ids, level));
    return { part: word, ...share(...counts) };
  });
  const assessed = levels.filter(({ of }) => of > 0);
  return [whole, ...(assessed.length > 1 ? assessed : [])];
}
