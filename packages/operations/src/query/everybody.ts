import type { Asked } from './query.ts';

/** Name and address of everybody whom a document may name, collectors too, by their ids. */
export function everybody({ ports, programme }: Pick<Asked<unknown>, 'ports' | 'programme'>) {
  const { governance, controls } = programme;
  return ports.people([...governance.people.keys(), ...controls.collectors.keys()]);
}

/** Their names alone, as a document is given them. */
export async function namesOfAll(asked: Pick<Asked<unknown>, 'ports' | 'programme'>) {
  const known = await everybody(asked);
  return Object.fromEntries([...known].map(([person, { name }]) => [person, name]));
}
