export { codeOfCountry, countriesFor, namedIn } from './countries.ts';
