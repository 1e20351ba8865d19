import cis from '../data/frameworks/cis-v8.1.json' with { type: 'json' };
import cmmc from '../data/frameworks/cmmc-2.0.json' with { type: 'json' };
import ftc from '../data/frameworks/ftc-safeguards.json' with { type: 'json' };
import gdpr from '../data/frameworks/gdpr-security-articles.json' with { type: 'json' };
import hipaa from '../data/frameworks/hipaa-security-rule.json' with { type: 'json' };
import iso2013 from '../data/frameworks/iso27001-2013.json' with { type: 'json' };
import iso from '../data/frameworks/iso27001-2022.json' with { type: 'json' };
import regulation from '../data/frameworks/nis2-2024-2690.json' with { type: 'json' };
import directive from '../data/frameworks/nis2-directive.json' with { type: 'json' };
import csf11 from '../data/frameworks/nist-csf-1.1.json' with { type: 'json' };
import csf from '../data/frameworks/nist-csf-2.0.json' with { type: 'json' };
import sp80053 from '../data/frameworks/nist-sp-800-53r5.json' with { type: 'json' };
import nydfs from '../data/frameworks/nydfs-500.json' with { type: 'json' };
import soc2 from '../data/frameworks/soc2-tsc-2017.json' with { type: 'json' };

/** Something a framework wants written down (a document) or kept (a record). */
export interface DocumentedInformation {
  readonly kind: 'document' | 'record';
  readonly name: string;
}

/** How far a provision goes beyond what ISO/IEC 27001 asks, and in what. Our reading. */
export interface BeyondIso27001 {
  readonly extent: 'yes' | 'partly' | 'no';
  readonly note: string;
}

/**
 * One node of a framework. Only `assessable` nodes are claimed, judged and counted; the others are headings or
 * are there to read. `asks` is our reading of what is asked or, of a provision that asks nothing of the
 * organisation, what it says; evidence, question, gap and frequency are practice.
 */
export interface Requirement {
  readonly id: string;
  readonly parent: string | null;
  /** A key of the framework's `levels`. */
  readonly level: string;
  readonly title: string;
  readonly titleOrigin: 'official' | 'own';
  readonly assessable: boolean;
  /** Whether an organisation may leave it out with a recorded reason. */
  readonly excludable: boolean;
  /** Set where the node is, by construction, exactly the union of its assessable children. */
  readonly parts?: 'exact';
  /** A heading in one sentence for a management body. */
  readonly plainly?: string;
  readonly asks?: string;
  /** The publisher's own words, only in an edition that an organisation imported. */
  readonly statement?: string;
  readonly usualEvidence?: readonly string[];
  readonly auditorQuestion?: string;
  readonly commonGap?: string;
  /** Id of a frequency: how often the activity usually runs. */
  readonly frequency?: string;
  readonly beyondIso27001?: BeyondIso27001;
  readonly documentedInformation?: readonly DocumentedInformation[];
  readonly tags?: Readonly<Record<string, string>>;
}

/** A subset that the publisher named: a baseline, an implementation group, a level. */
export interface Selection {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly requirements: readonly string[];
}

/** A number that the law states in a provision: a period, a sum, a threshold, a day of the year (`month-day`). */
export interface Figure {
  /** As the law numbers it: a requirement, or a provision within one. */
  readonly provision: string;
  readonly key: string;
  readonly value: number | string;
  readonly unit: string;
  readonly condition?: string;
}

/** One edition of a framework, with where it comes from and what we may do with it. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly edition: string;
  /** Counts the revisions of our data for the same edition. */
  readonly revision: number;
  readonly source: string;
  readonly licence: string;
  readonly sourceNote: string;
  /** Level id → the framework's own word for it. */
  readonly levels: Readonly<Record<string, string>>;
  /** In the order of the publication, parents before children. */
  readonly requirements: readonly Requirement[];
  readonly selections?: readonly Selection[];
  readonly figures?: readonly Figure[];
}

// The compiler widens the literals of a JSON module ("own" becomes string); framework.test.ts checks the shape.
const SHIPPED = [
  iso,
  csf,
  directive,
  regulation,
  sp80053,
  soc2,
  cis,
  hipaa,
  ftc,
  nydfs,
  cmmc,
  gdpr,
  iso2013,
  csf11,
] as unknown as readonly Framework[];

/** The current edition of every framework we ship. */
export function frameworks(): readonly Framework[] {
  return SHIPPED;
}

/** Sorts ids of frameworks as the catalogue has them, an annex after its act; behind them what an organisation imported. */
export function inCatalogueOrder(one: string, other: string): number {
  const place = (id: string) => {
    const found = SHIPPED.findIndex((shipped) => shipped.id === id);
    return found < 0 ? SHIPPED.length : found;
  };
  const apart = place(one) - place(other);
  return apart !== 0 || one === other ? apart : one < other ? -1 : 1;
}

/** The current edition of a framework, or undefined when we ship none under that id. */
export function framework(id: string): Framework | undefined {
  return SHIPPED.find((shipped) => shipped.id === id);
}

interface Index {
  readonly byId: ReadonlyMap<string, Requirement>;
  readonly children: ReadonlyMap<string | null, readonly Requirement[]>;
  readonly assessable: readonly Requirement[];
  /** By node: it and everything under it, of what is assessable; filled as it is asked for. */
  readonly under: Map<string, readonly Requirement[]>;
}

const indexes = new WeakMap<Framework, Index>();

function indexOf(edition: Framework): Index {
  const known = indexes.get(edition);
  if (known !== undefined) return known;
  const built = buildIndex(edition);
  indexes.set(edition, built);
  return built;
}

function buildIndex(edition: Framework): Index {
  const children = new Map<string | null, Requirement[]>();
  for (const requirement of edition.requirements) {
    const siblings = children.get(requirement.parent);
    if (siblings === undefined) children.set(requirement.parent, [requirement]);
    else siblings.push(requirement);
  }
  return {
    byId: new Map(edition.requirements.map((requirement) => [requirement.id, requirement])),
    children,
    assessable: edition.requirements.filter((requirement) => requirement.assessable),
    under: new Map(),
  };
}

/** The requirement with exactly this id, or undefined. */
export function requirementOf(edition: Framework, id: string): Requirement | undefined {
  return indexOf(edition).byId.get(id);
}

/** What stands directly under a node, in the order of the publication; null asks for the top level. */
export function childrenOf(edition: Framework, id: string | null): readonly Requirement[] {
  return indexOf(edition).children.get(id) ?? [];
}

/** The assessable requirements of the framework or, given a node, that node and everything under it. */
export function assessableOf(edition: Framework, under?: string): readonly Requirement[] {
  const index = indexOf(edition);
  if (under === undefined) return index.assessable;
  const known = index.under.get(under);
  if (known) return known;
  const node = requirementOf(edition, under);
  if (node === undefined) return [];
  const below = childrenOf(edition, under).flatMap((child) => assessableOf(edition, child.id));
  const found = node.assessable ? [node, ...below] : below;
  index.under.set(under, found);
  return found;
}
