export { publicationCommands } from './operations.ts';
export {
  nextVersion,
  type PublicationTakenIn,
  publicationEvolvers,
  publicationId,
  publicationsOf,
} from './publication.ts';
