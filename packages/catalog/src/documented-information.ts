import isoInGerman from '../data/documented-information/iso27001-2022.de.json' with { type: 'json' };
import isoInFrench from '../data/documented-information/iso27001-2022.fr.json' with { type: 'json' };
import iso from '../data/documented-information/iso27001-2022.json' with { type: 'json' };

/** A kind of record that an organisation keeps anyway and that answers a need by itself. */
export type AnsweringRecord =
  | 'scope-statement'
  | 'statement-of-applicability-published'
  | 'documents'
  | 'evidence'
  | 'obligations';

/** Something that a framework wants written down or kept, and the least it has to hold. Our reading. */
export interface DocumentedNeed {
  readonly id: string;
  /** Id of the requirement that calls for it, or of an item within one. */
  readonly requirement: string;
  /** Further requirements that it serves. */
  readonly also?: readonly string[];
  /** `D`: a document to maintain; `R`: a record to retain. */
  readonly kind: 'D' | 'R' | 'D+R';
  readonly title: string;
  readonly checks: readonly string[];
  /** Called for only if the control of Annex A is necessary. */
  readonly annexA?: true;
  readonly answeredBy?: readonly AnsweringRecord[];
}

// The compiler widens the literals of a JSON module; documented-information.test.ts checks the shape.
const SHIPPED = [iso] as unknown as readonly { framework: string; needs: readonly DocumentedNeed[] }[];

type Words = Readonly<Record<string, Pick<DocumentedNeed, 'title' | 'checks'>>>;

/** By language, framework and id. */
const TRANSLATED: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  de: { [iso.framework]: isoInGerman },
  fr: { [iso.framework]: isoInFrench },
};

/** What a framework wants written down or kept, in the order of its clauses; empty where we know of nothing. */
export function documentedInformationOf(framework: string, language = 'en'): readonly DocumentedNeed[] {
  const needs = SHIPPED.find((shipped) => shipped.framework === framework)?.needs ?? [];
  const words = TRANSLATED[language]?.[framework];
  return words ? needs.map((need) => ({ ...need, ...words[need.id] })) : needs;
}
