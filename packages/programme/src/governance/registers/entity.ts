/** Figures of an enterprise for one accounting period. */
export interface SizeFigures {
  /** Annual work units. */
  readonly persons?: number | undefined;
  /** Annual turnover in euros. */
  readonly turnover?: number | undefined;
  /** Annual balance sheet total in euros. */
  readonly balance?: number | undefined;
}

/** What one accounting period showed: of the entity alone, and with the enterprises linked to it or its partners. */
export interface PeriodFigures {
  readonly alone: SizeFigures;
  readonly group?: SizeFigures | undefined;
}

/** A legal person that the programme is for, with the figures from which a law's view works out its class. */
export interface LegalEntity extends PeriodFigures {
  readonly id: string;
  readonly name: string;
  /** Ids of activities, as the catalogue lists them. */
  readonly activities: readonly string[];
  /** The accounting period before: a change of size may count only after two. */
  readonly earlier?: PeriodFigures | undefined;
  /** Whether it has linked or partner enterprises. */
  readonly linked: boolean;
  /** Whether its network and information systems are independent of those of its group. */
  readonly independentSystems?: boolean | undefined;
  /** ISO 3166 alpha-2 codes of the countries in which it is established, and in which it offers services. */
  readonly establishedIn: readonly string[];
  readonly servesIn: readonly string[];
  /** Ids of designations, as the catalogue lists them: what an authority decided or the law says of this entity. */
  readonly designations: readonly string[];
  /** Year that the figures are of. */
  readonly period?: string | undefined;
  readonly owner?: string | undefined;
  readonly reviewOn?: string | undefined;
  readonly endedOn?: string | undefined;
  readonly seq: number;
}
