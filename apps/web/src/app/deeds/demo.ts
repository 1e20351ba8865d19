import { queryClient } from '../answers/query-client.ts';
import { send } from '../client/index.ts';
import { forgetDrafts, isWithin } from '../drafts/index.ts';
import { languageNow } from '../words/language.ts';

/** Makes the demo organisation; answers its id. Throws `Refused` when there is one already. */
export async function loadDemo(): Promise<string> {
  const response = await send('demo load', {}, { language: languageNow() });
  const { organisation } = (await response.json()) as { organisation: string };
  await queryClient.invalidateQueries();
  return organisation;
}

/** Takes the demo organisation away with everything in it, what was begun there too; no other is touched. */
export async function removeDemo(organisation: string): Promise<void> {
  await send('demo remove', {}, { language: languageNow() });
  await forgetDrafts(isWithin(organisation));
}
