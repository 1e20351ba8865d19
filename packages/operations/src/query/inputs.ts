import { attributeTable, type ControlAttributes, languages } from '@concord/catalog';
import { count, id, implementations, localDate } from '@concord/programme';
import { freshnesses, sortings } from '@concord/views';
import { z } from 'zod';

/** Which day, and as known at which position of the ledger. */
export const timed = {
  on: localDate.optional().describe('Day the answer is about; today when left out'),
  knownAt: count
    .pipe(z.number().min(1))
    .optional()
    .describe('Position of the ledger up to which facts are known'),
};

/** A time to look back on; the day asked about is its end, unless it is given. */
export const inPeriod = {
  from: localDate
    .optional()
    .describe('First day of a time to look back on; a year before its last when left out'),
  to: localDate.optional().describe('Last day of it; the day asked about when left out'),
};

/** A number of days to look ahead. */
export const days = count.pipe(z.number().min(0).max(3660));

export const page = {
  offset: count.pipe(z.number().min(0)).default(0).describe('How many to pass over'),
  limit: count.pipe(z.number().min(1).max(1000)).default(50).describe('How many to answer, at most 1000'),
};

/** True or false; as text too, because addresses hold nothing else. */
export const flag = z
  .union(
    [z.boolean(), z.enum(['true', 'false']).transform((said) => said === 'true')],
    'is neither true nor false',
  )
  .pipe(z.boolean());

export const inScope = {
  scope: id.optional().describe('Scope asked about; that of the adoption when left out'),
};
/** Answers in words are had in several languages. */
export const inLanguage = {
  language: z.enum(languages).default('en').describe('Language of its words; what people typed stays'),
};

export const ofFramework = { framework: id.describe('Id of the framework') };
export const ofRequirement = { ...ofFramework, requirement: id.describe('Id of the requirement') };

/** Asks for those that have none; an empty value is no answer to a question, and is refused. */
const none = '-';

/** What a list is narrowed to. */
export const wantedText = (longest: number) => z.string().min(1).max(longest);

/** A value that what is listed may have, or lack. */
export const orNone = wantedText(100)
  .transform((value) => (value === none ? '' : value))
  .optional();

const attributesKnown = Object.values(attributeTable().controls);

/** What ISO/IEC 27002 says of its controls is a short list of words; in a table that was left out there is none. */
function attributeOrNone(kind: keyof ControlAttributes) {
  const said = attributesKnown.flatMap((each) => each?.[kind] ?? []);
  return z
    .enum([none, ...[...new Set(said)].sort()])
    .transform((value) => (value === none ? '' : value))
    .optional();
}

/** Which controls of the library are wanted, and in what order. */
export const wantedControls = {
  text: wantedText(200).optional().describe('Part of code, name or statement'),
  owner: orNone.describe('Id of the owner; - for those that have none'),
  family: orNone.describe('Group in the library; - for those in none'),
  frequency: orNone.describe('Id of the frequency; - for those that have none'),
  framework: id.optional().describe('Id of a framework that they have a claim on'),
  requirement: id.optional().describe('Id of a requirement that they have a claim on, or on one below it'),
  scope: id.optional().describe('Scope that they operate in; organisation for those of all of it'),
  implementation: z
    .array(z.enum([...implementations, none]))
    .min(1)
    .max(implementations.length + 1)
    .transform((values) => values.map((value) => (value === none ? '' : value)))
    .optional()
    .describe('How far it is in practice; any of several, - for those that are not needed here'),
  freshness: z
    .array(z.enum(freshnesses))
    .min(1)
    .max(freshnesses.length)
    .optional()
    .describe('How fresh what shows that they work is; any of several'),
  design: z.enum(['draft', 'accepted']).optional().describe('Whether their design is accepted'),
  retired: flag.optional().describe('Only those that are retired, or only those that are not'),
  unconfirmed: flag.optional().describe('Only those with claims that nobody has confirmed, or those without'),
  toConfirm: flag
    .optional()
    .describe(
      'Only those in practice with a claim of their own, on what applies, that nobody has confirmed, or those without',
    ),
  controlType: attributeOrNone('controlTypes').describe(
    'Type of control in ISO/IEC 27002, of an Annex A control claimed; - for none',
  ),
  property: attributeOrNone('properties').describe('Information security property, likewise, e.g. Integrity'),
  concept: attributeOrNone('concepts').describe('Cybersecurity concept, likewise, e.g. Detect'),
  capability: attributeOrNone('capabilities').describe(
    'Operational capability, likewise, e.g. Asset_management',
  ),
  domain: attributeOrNone('domains').describe('Security domain, likewise, e.g. Resilience'),
  sort: z
    .enum(Object.keys(sortings) as [keyof typeof sortings, ...(keyof typeof sortings)[]])
    .default('code')
    .describe('What they are sorted by; those without it come last'),
  direction: z.enum(['ascending', 'descending']).default('ascending').describe('Which way'),
  facets: flag.default(false).describe('Whether to count how many have each value'),
};
