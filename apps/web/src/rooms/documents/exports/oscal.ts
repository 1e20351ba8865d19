/** The OSCAL models, and what one may choose of each. */
export const oscalModels = [
  { model: 'ssp', takes: ['scope'] },
  { model: 'profile', takes: ['framework', 'profile', 'scope'] },
  { model: 'assessment-results', takes: ['framework', 'scope'] },
  { model: 'component-definition', takes: [] },
  { model: 'catalog', takes: ['framework'] },
  { model: 'poam', takes: [] },
  { model: 'mapping-collection', takes: ['crosswalk'] },
] as const satisfies readonly { model: string; takes: readonly OscalChoice[] }[];

export type OscalModel = (typeof oscalModels)[number]['model'];
export type OscalChoice = 'scope' | 'framework' | 'profile' | 'crosswalk';

export function choicesFor(model: OscalModel): readonly OscalChoice[] {
  return oscalModels.find((each) => each.model === model)?.takes ?? [];
}

/** Only what the model takes; of a profile either the framework it selects from or the profile. */
export function oscalInput(
  model: OscalModel,
  chosen: Readonly<Partial<Record<OscalChoice, string | undefined>>>,
) {
  const takes = choicesFor(model).filter((choice) => chosen[choice]);
  const said = takes.includes('profile') ? takes.filter((choice) => choice !== 'framework') : takes;
  return { model, ...Object.fromEntries(said.map((choice) => [choice, chosen[choice]])) };
}
