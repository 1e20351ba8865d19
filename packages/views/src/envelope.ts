import type { Framework } from '@concord/catalog';
import {
  type Adoption,
  adoptedEdition,
  hasScope,
  knownFrameworks,
  type Programme,
  type Refusal,
  refuse,
  wholeOrganisation,
} from '@concord/programme';
import { countNumbers, type Numbers } from './calculus/index.ts';
import { hintsOf, workedElsewhere } from './coverage/hints.ts';
import { coverageOf, remember, type ViewMemory, type Worked } from './coverage/memory.ts';
import type { CoverageRow } from './coverage/row.ts';
import { type HintedRow, type Reader, visibleRow } from './reader.ts';

/** What every view is asked with. */
export interface ViewAsked {
  readonly programme: Programme;
  readonly organisation: string;
  /** Local date the view is about. */
  readonly on: string;
  /** Seal at the programme's position. */
  readonly head: string;
  readonly reader: Reader;
  readonly memory: ViewMemory;
  /** Scope asked about; that of the adoption when left out. */
  readonly scope?: string | undefined;
}

/** What stands at the head of every view, so that it can be had again and checked. */
export interface Envelope {
  readonly view: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly scope: { readonly id: string; readonly name: string; readonly statement: string };
  readonly framework: {
    readonly id: string;
    readonly title: string;
    readonly edition: string;
    readonly hash: string;
    /** The selection taken up; absent when all of it is. */
    readonly selection?: { readonly id: string; readonly title: string };
  };
  readonly on: string;
  readonly knownAt: number;
  readonly position: number;
  readonly head: string;
  readonly numbers: Numbers;
}

export interface Opened {
  readonly framework: Framework;
  readonly worked: Worked;
  readonly scope: string;
  readonly envelope: (view: string, ids: readonly string[]) => Envelope;
  /** The row of one node, as the reader may see it. */
  readonly row: (id: string) => HintedRow;
}

/** The coverage behind a view of one adopted framework, in the edition that was adopted. */
export function openView(asked: ViewAsked, frameworkId: string): Opened | { refusal: Refusal } {
  const { programme, on, memory } = asked;
  const adoption = programme.governance.adoptions.get(frameworkId);
  if (!adoption) return refuseUnadopted(programme, frameworkId);
  const framework = adoptedEdition(programme.governance, frameworkId);
  if (!framework) return refuse('unavailable', 'framework.edition-missing', { framework: frameworkId });
  const scope = asked.scope ?? adoption.scope;
  if (!hasScope(programme.governance, scope))
    return refuse('missing', 'scope.unknown', { scope, at: 'scope' });
  const worked = coverageOf(programme, { framework, scope, on }, memory);
  const { id, title, edition: named } = framework;
  return {
    framework,
    worked,
    scope,
    row: rowMaker(asked, worked),
    envelope: (view, ids) => ({
      view,
      organisation: { id: asked.organisation, name: programme.governance.organisation?.name ?? '' },
      scope: scopeShown(programme, scope),
      framework: {
        id,
        title,
        edition: named,
        hash: adoption.edition,
        ...selectionShown(framework, adoption),
      },
      on,
      knownAt: programme.position,
      position: programme.position,
      head: asked.head,
      numbers: countNumbers(worked.coverage.results, ids),
    }),
  };
}

function rowMaker(asked: ViewAsked, { coverage, rows }: Worked): Opened['row'] {
  const hintsOn = hintsOf(asked, workedElsewhere(asked), coverage.aspect.framework);
  return (id) => {
    const row = visibleRow(rows.get(id) as CoverageRow, asked.reader);
    const hints = hintsOn(id);
    return remember(asked.memory, { from: row, kind: 'hinted', basis: [hints] }, () => ({ ...row, hints }));
  };
}

function refuseUnadopted({ governance }: Programme, id: string): { refusal: Refusal } {
  const known = knownFrameworks(governance);
  return known.split(', ').includes(id)
    ? refuse('conflict', 'framework.not-adopted', { framework: id })
    : refuse('missing', 'framework.unknown', { framework: id, known, at: 'framework' });
}

function selectionShown({ selections }: Framework, { selection }: Adoption) {
  const taken = selections?.find(({ id }) => id === selection);
  return taken ? { selection: { id: taken.id, title: taken.title } } : {};
}

function scopeShown(programme: Programme, id: string): Envelope['scope'] {
  const name = programme.governance.organisation?.name ?? '';
  if (id === wholeOrganisation) return { id, name, statement: '' };
  const scope = programme.governance.scopes.get(id);
  return { id, name: scope?.name ?? '', statement: scope?.statement ?? '' };
}
