import type { Served, Told } from './vocabulary.ts';

/** An organisation made through the interface, so that a journey begins in the situation it is about. */
export interface Programme {
  readonly organisation: string;
  /** Address of a room: `/library?control=AC-01`. */
  readonly at: (room: string) => string;
  /** Asks below the address of the organisation; throws with what was answered when it is refused. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
  readonly ask: (method: string, path: string, body?: unknown) => Promise<any>;
}

/** Creates an organisation. `served` is read anew at every question, since a server may be started again. */
export async function createProgramme(ground: { readonly served: Served }): Promise<Programme> {
  const created = await ground.served.ask('POST', '/api/v1/organisations', {
    name: 'Havelmark Energie',
    zone: 'Europe/Berlin',
  });
  const { organisation } = wellAnswered(created);
  const base = `/api/v1/organisations/${organisation}`;
  return {
    organisation,
    at: (room) => `/o/${organisation}${room}`,
    ask: async (method, path, body) => wellAnswered(await ground.served.ask(method, `${base}${path}`, body)),
  };
}

function wellAnswered({ status, body }: Told) {
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

/** A control that operates. */
export async function addControl({ ask }: Programme, code: string, name: string): Promise<void> {
  await ask('POST', '/controls', { code, name, frequency: 'quarterly', implementation: 'operating' });
}

/** A confirmed claim that the control meets the requirement of ISO/IEC 27001. */
export async function claim({ ask }: Programme, control: string, requirement: string): Promise<void> {
  const stated = { controls: [control], framework: 'iso27001-2022', requirement };
  const { id } = await ask('POST', '/claims', stated);
  await ask('POST', `/claims/${id}/confirmation`, {});
}
