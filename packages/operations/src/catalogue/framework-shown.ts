import {
  type Crosswalk,
  editionHash,
  editionIn,
  type Framework,
  phraseIn,
  type Requirement,
  requirementOf,
} from '@concord/catalog';
import { type Refusal, refuse } from '@concord/programme';

/** What a framework is shown beside, and in which language. */
export interface FrameworkAsked {
  readonly crosswalks: readonly Crosswalk[];
  readonly language: string;
}

/** A framework in a list, with the crosswalks that name it. */
export function frameworkRow(framework: Framework, { crosswalks, language }: FrameworkAsked) {
  const { id, publisher, revision, source, licence, requirements, selections } = framework;
  const links = crosswalks.filter(({ from, to }) => from === id || to === id);
  return {
    id,
    title: phraseIn(language, framework.title),
    publisher,
    edition: phraseIn(language, framework.edition),
    revision,
    hash: editionHash(framework),
    requirements: requirements.length,
    assessable: requirements.filter((requirement) => requirement.assessable).length,
    crosswalks: links.map((crosswalk) => crosswalk.id),
    ...(selections ? { selections: selections.map((selection) => selection.id) } : {}),
    source: phraseIn(language, source),
    licence: phraseIn(language, licence),
  };
}

/** A framework with its requirements: all of them, or those of one selection and the headings over them. */
export function frameworkShown(framework: Framework, asked: FrameworkAsked, selection?: string) {
  const spoken = editionIn(asked.language, framework);
  const rows = selection === undefined ? spoken.requirements : selectedIn(spoken, selection);
  if ('refusal' in rows) return rows;
  const { sourceNote, levels, selections, figures } = framework;
  const counted = selections?.map((each) => ({ ...each, requirements: each.requirements.length }));
  return {
    ...frameworkRow(framework, asked),
    sourceNote,
    levels,
    ...(counted ? { selections: counted } : {}),
    ...(figures ? { figures } : {}),
    rows,
  };
}

function selectedIn(framework: Framework, named: string): readonly Requirement[] | { refusal: Refusal } {
  const selection = framework.selections?.find(({ id }) => id === named);
  if (selection === undefined) {
    const known = framework.selections?.map(({ id }) => id).join(', ') || '–';
    const params = { framework: framework.id, selection: named, known, at: 'selection' };
    return refuse('missing', 'framework.selection-unknown', params);
  }
  const kept = new Set(selection.requirements.flatMap((id) => withHeadings(framework, id)));
  return framework.requirements.filter(({ id }) => kept.has(id));
}

function withHeadings(framework: Framework, id: string): string[] {
  const parent = requirementOf(framework, id)?.parent ?? null;
  return parent === null ? [id] : [id, ...withHeadings(framework, parent)];
}
