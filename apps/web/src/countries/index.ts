export { codeOfCountry, countriesFor } from './countries.ts';
