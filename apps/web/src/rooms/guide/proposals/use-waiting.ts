import { useAnswer } from '../../../app/index.ts';

/** By adopted framework: how many claims the starter library proposes for controls that are here, and nobody took over. */
export function useWaitingProposals() {
  const { rows } = useAnswer('library proposals');
  const { rows: catalogue } = useAnswer('catalogue list');
  return rows.flatMap(({ framework, isAdopted, claims }) => {
    if (!isAdopted || claims === 0) return [];
    return { framework, claims, title: catalogue.find(({ id }) => id === framework)?.title ?? framework };
  });
}
