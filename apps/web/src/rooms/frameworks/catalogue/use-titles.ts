import { useAnswer } from '../../../app/index.ts';

/** What frameworks are called, by id: those of the catalogue, and others that crosswalks lead to. */
export function useTitles(): ReadonlyMap<string, string> {
  const { rows, elsewhere } = useAnswer('catalogue list');
  return new Map([...elsewhere, ...rows].map(({ id, title }) => [id, title]));
}
