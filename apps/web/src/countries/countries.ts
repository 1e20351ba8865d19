/** The Member States of the Union, ISO 3166. */
export const memberStates =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** Every other country and territory of ISO 3166. */
const elsewhere = (
  'AD AE AF AG AI AL AM AO AQ AR AS AU AW AX AZ BA BB BD BF BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF ' +
  'CG CH CI CK CL CM CN CO CR CU CV CW CX DJ DM DO DZ EC EG EH ER ET FJ FK FM FO GA GB GD GE GF GG GH GI GL GM GN GP ' +
  'GQ GS GT GU GW GY HK HM HN HT ID IL IM IN IO IQ IR IS JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK ' +
  'LR LS LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MU MV MW MX MY MZ NA NC NE NF NG NI NP NR NU NZ OM PA PE ' +
  'PF PG PH PK PM PN PR PS PW PY QA RE RS RU RW SA SB SC SD SG SH SJ SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH ' +
  'TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

/** Markets outside of the Union that are asked about first. */
const nearby = ['GB', 'CH', 'NO', 'US'];

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** Countries by name: those chosen, the Member States and the nearest markets; with a word, every one that fits it. */
export function countriesFor(language: string, word: string, chosen: readonly string[]): readonly Country[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const sought = word.trim().toLocaleLowerCase(language);
  const named = (codes: readonly string[]) =>
    codes
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort((one, other) => one.name.localeCompare(other.name, language));
  const members = named(memberStates);
  const others = named(['NO', ...elsewhere]);
  if (sought === '') {
    return [...members, ...others.filter(({ code }) => nearby.includes(code) || chosen.includes(code))];
  }
  const fits = ({ code, name }: Country) =>
    name.toLocaleLowerCase(language).includes(sought) || code.toLowerCase() === sought;
  return [...members, ...others].filter(fits);
}

/** Countries by name, as a list in a sentence. */
export function namedIn(codes: readonly string[], language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return new Intl.ListFormat([language]).format(codes.map((code) => names.of(code) ?? code));
}

const spoken = ['en', 'de', 'fr'];
let codes: ReadonlyMap<string, string> | undefined;

/** The code of a country that is named by it or by its name in English, German or French; undefined where it is neither. */
export function codeOfCountry(said: string): string | undefined {
  codes ??= new Map(
    [...memberStates, 'NO', ...elsewhere].flatMap((code) => [
      ...spoken.map((language) => {
        const names = new Intl.DisplayNames([language], { type: 'region' });
        return [keyOf(names.of(code) ?? code), code] as const;
      }),
      [keyOf(code), code] as const,
    ]),
  );
  return codes.get(keyOf(said));
}

/** Accents and capitals aside: "osterreich" is understood too. */
function keyOf(said: string): string {
  return said.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
