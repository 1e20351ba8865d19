import type { Framework, Requirement } from '../../framework.ts';
import { findId } from '../draft/identity.ts';
import { recogniseFramework } from '../draft/name.ts';
import { titleMadeOf } from '../draft/wording.ts';

/** A shipped framework with a publisher's text laid beside ours. */
export interface LaidBeside {
  /** Our ids, readings and practice; the publisher's statements, and its titles where ours were our own. */
  readonly edition: Framework;
  readonly matched: readonly string[];
  /** Ours that the file does not have: they stay as they are. */
  readonly onlyShipped: readonly string[];
  /** The file's that ours does not have: they are not in the edition. */
  readonly onlyImported: readonly string[];
}

/** Lays the text of an imported framework beside a shipped one, matching ids as files of that framework write them. */
export function layBeside(shipped: Framework, imported: Framework): LaidBeside {
  const found = new Map<string, Requirement>();
  const onlyImported: string[] = [];
  for (const requirement of imported.requirements) {
    const id = idWithin(shipped, requirement);
    if (id === undefined) onlyImported.push(requirement.id);
    else if (!found.has(id)) found.set(id, requirement);
  }
  const selections = joinSelections(shipped, imported);
  const edition: Framework = {
    ...shipped,
    revision: shipped.revision + 1,
    source: `${shipped.source}. Statements: ${imported.source}`,
    licence: `${shipped.licence} Statements: ${imported.licence}`,
    sourceNote: `${shipped.sourceNote} Statements come from an imported file: ${imported.title}, ${imported.edition}.`,
    requirements: shipped.requirements.map((ours) => layText(ours, found.get(ours.id))),
    ...(selections.length === 0 ? {} : { selections }),
  };
  const matched = shipped.requirements.filter(({ id }) => found.has(id)).map(({ id }) => id);
  const onlyShipped = shipped.requirements.filter(({ id }) => !found.has(id)).map(({ id }) => id);
  return { edition, matched, onlyShipped, onlyImported };
}

/** By the id of the file, or by the label that it prints beside it. */
function idWithin(shipped: Framework, { id, tags }: Requirement): string | undefined {
  return (findId(shipped, id) ?? (tags?.label === undefined ? undefined : findId(shipped, tags.label)))?.id;
}

function layText(ours: Requirement, theirs: Requirement | undefined): Requirement {
  if (theirs === undefined) return ours;
  const { statement } = theirs;
  // A title that is only the beginning of the statement was made here, for want of one.
  const given = theirs.title !== theirs.id && theirs.title !== titleMadeOf(statement ?? '');
  const title =
    given && ours.titleOrigin === 'own' ? { title: theirs.title, titleOrigin: 'official' as const } : {};
  const examples = theirs.tags?.implementationExamples;
  const tags = examples === undefined ? {} : { tags: { ...ours.tags, implementationExamples: examples } };
  return { ...ours, ...title, ...(statement === undefined ? {} : { statement }), ...tags };
}

function joinSelections(shipped: Framework, imported: Framework): NonNullable<Framework['selections']> {
  const ours = shipped.selections ?? [];
  const taken = new Set(ours.map(({ id }) => id));
  const theirs = (imported.selections ?? [])
    .filter(({ id }) => !taken.has(id))
    .map((selection) => ({
      ...selection,
      requirements: selection.requirements.flatMap((id) => findId(shipped, id)?.id ?? []),
    }));
  return [...ours, ...theirs.filter(({ requirements }) => requirements.length > 0)];
}

const ENOUGH_WHEN_NAMED = 0.5;
const ENOUGH_UNNAMED = 0.8;
const FEWEST_UNNAMED = 20;

/**
 * The known framework that an imported one is an edition of: it bears its name and shares half of its ids, or shares
 * nearly all. Numbers such as 1.1 occur in many frameworks, so ids alone must agree widely and on both sides.
 */
export function shippedLike(imported: Framework, known: readonly Framework[]): Framework | undefined {
  const named = recogniseFramework(`${imported.title} ${imported.edition}`, known);
  const asked = imported.requirements.filter(({ assessable }) => assessable);
  return known.find((shipped) => {
    const ours = shipped.requirements.filter(({ assessable }) => assessable).length;
    // Sizes so far apart cannot agree; looking every id up would only take long.
    const unlike = Math.min(ours, asked.length) < ENOUGH_UNNAMED * Math.max(ours, asked.length);
    if (shipped.id !== named && (named !== undefined || unlike)) return false;
    const matched = asked.filter((one) => idWithin(shipped, one) !== undefined).length;
    if (shipped.id === named) return matched >= ENOUGH_WHEN_NAMED * asked.length;
    return matched >= FEWEST_UNNAMED && matched >= ENOUGH_UNNAMED * (asked.length + ours - matched);
  });
}
