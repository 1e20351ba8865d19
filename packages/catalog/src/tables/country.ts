import countryFile from '../../data/scales/countries.json' with { type: 'json' };

const CODES = new Set(countryFile.codes);
const OTHERS: Readonly<Record<string, string | undefined>> = countryFile.others;

/** Whether ISO 3166-1 assigns these two capitals to a country. */
export function isCountry(code: string): boolean {
  return CODES.has(code);
}

/** The code of the country that people mean by one that is not assigned: GR by EL, GB by UK. */
export function countryMeant(code: string): string | undefined {
  return Object.hasOwn(OTHERS, code) ? OTHERS[code] : undefined;
}
