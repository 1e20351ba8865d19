import { queryClient } from '../answers/query-client.ts';
import { send } from '../client/index.ts';
import { languageNow } from '../words/language.ts';

/** Makes the demo organisation; answers its id. Throws `Refused` when there is one already. */
export async function loadDemo(): Promise<string> {
  const response = await send('demo load', {}, { language: languageNow() });
  const { organisation } = (await response.json()) as { organisation: string };
  await queryClient.invalidateQueries();
  return organisation;
}

/** Takes the demo organisation away with everything in it; no other is touched. */
export async function removeDemo(): Promise<void> {
  await send('demo remove', {}, { language: languageNow() });
}
