export { refuseCountries } from './entity.ts';
export { entityCommands, entityEvolvers, entityWayBack } from './operations.ts';
