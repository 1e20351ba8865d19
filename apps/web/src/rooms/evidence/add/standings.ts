import { ask, type Language } from '../../../app/index.ts';
import type { Standing } from './turned.ts';

interface Asked {
  readonly organisation: string;
  readonly frameworks: readonly string[];
  readonly language: Language;
}

/** How every requirement of these frameworks stands now. */
export async function standingsNow({
  organisation,
  frameworks,
  language,
}: Asked): Promise<readonly Standing[]> {
  const views = await Promise.all(
    frameworks.map((framework) => ask(organisation, 'view coverage', { framework, language })),
  );
  return views.flatMap(({ rows }, at) =>
    rows.map(({ id, title, mark, word }) => ({ framework: frameworks[at] ?? '', id, title, mark, word })),
  );
}
