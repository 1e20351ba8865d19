import shipped from '../../data/attributes/iso27002-2022.json' with { type: 'json' };

/** The five attributes that ISO/IEC 27002:2022 gives each Annex A control, to sort and filter by. */
export interface ControlAttributes {
  readonly controlTypes: readonly string[];
  readonly properties: readonly string[];
  readonly concepts: readonly string[];
  readonly capabilities: readonly string[];
  readonly domains: readonly string[];
}

/** The attribute table with its source. To leave it out of a build, give the file an empty `controls`. */
export interface AttributeTable {
  readonly id: string;
  readonly framework: string;
  readonly title: string;
  readonly edition: string;
  readonly source: string;
  readonly licence: string;
  readonly controls: Readonly<Record<string, ControlAttributes | undefined>>;
}

/** The attribute table we ship. */
export function attributeTable(): AttributeTable {
  return shipped;
}

/** The attributes of a control; undefined for other frameworks, unknown ids and a table that was left out. */
export function attributesOf(
  frameworkId: string,
  requirementId: string,
  table: AttributeTable = shipped,
): ControlAttributes | undefined {
  if (frameworkId !== table.framework || !Object.hasOwn(table.controls, requirementId)) return undefined;
  return table.controls[requirementId];
}
