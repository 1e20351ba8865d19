import { z } from 'zod';
import { clearable, id, line, localDate, text } from '../../foundation/index.ts';
import { ending, obligationKinds, partyKinds } from '../registers/index.ts';
import { wholeOrganisation } from '../scope.ts';

const owner = id.describe('Id of the person who answers for it');
const reviewOn = localDate.describe('Day of the next review');
const reviewed = { owner: owner.optional(), reviewOn: reviewOn.optional() };
const reviewedOtherwise = { owner: clearable(owner), reviewOn: clearable(reviewOn) };

const obligation = id.describe('Id of the obligation');
const obliged = {
  title: line(300).describe('What it is called'),
  kind: z.enum(obligationKinds).describe('Whether law, an authority or a contract asks for it'),
  reference: line(300).describe('Where it is written: an article, the number of a contract'),
  asks: text(10_000).describe('What it asks of the organisation'),
  party: id.describe('Id of the interested party that it is owed to'),
  requirements: z
    .array(z.strictObject({ framework: id, requirement: id }))
    .max(200)
    .describe('Requirements of adopted frameworks that it calls for, framework/requirement'),
  scope: id.describe('Scope in which it holds'),
};

export const addObligationInput = z.strictObject({
  ...obliged,
  reference: obliged.reference.optional(),
  party: obliged.party.optional(),
  requirements: obliged.requirements.default([]),
  scope: obliged.scope.default(wholeOrganisation),
  ...reviewed,
});
export const changeObligationInput = z.strictObject({
  obligation,
  ...z.object(obliged).partial().shape,
  reference: clearable(obliged.reference),
  party: clearable(obliged.party),
  ...reviewedOtherwise,
});
export const endObligationInput = z.strictObject({ obligation, ...ending });

const party = id.describe('Id of the interested party');
const interested = {
  name: line(300).describe('Name of the person, body or group'),
  kind: z.enum(partyKinds).describe('What it is to the organisation'),
  asks: text(10_000).describe('What it needs and expects of the programme'),
};

export const addPartyInput = z.strictObject({ ...interested, ...reviewed });
export const changePartyInput = z.strictObject({
  party,
  ...z.object(interested).partial().shape,
  ...reviewedOtherwise,
});
export const endPartyInput = z.strictObject({ party, ...ending });

const issue = id.describe('Id of the issue');
const bearing = {
  title: line(300).describe('What it is called'),
  kind: z.enum(['internal', 'external']).describe('Whether it lies inside the organisation or outside'),
  effect: text(10_000).describe('What it does to the programme'),
  climate: z.boolean().describe('Whether it is about climate change'),
  relevant: z.boolean().describe('Whether it bears on what the programme is to reach'),
};

export const addIssueInput = z.strictObject({
  ...bearing,
  climate: bearing.climate.default(false),
  relevant: bearing.relevant.default(true),
  ...reviewed,
});
export const changeIssueInput = z.strictObject({
  issue,
  ...z.object(bearing).partial().shape,
  ...reviewedOtherwise,
});
export const endIssueInput = z.strictObject({ issue, ...ending });

const told = text(10_000);
const inside = z.boolean().nullable().optional();

export const stateScopeInput = z.strictObject({
  scope: id.describe('Id of the scope; organisation for the whole'),
  statement: told.optional().describe('What it covers; needed the first time'),
  boundaries: clearable(told.describe('Where it ends: sites, systems, units')),
  interfaces: clearable(told.describe('What crosses its edge, and whom it depends on')),
  exclusions: clearable(told.describe('What is left out, and why that does no harm')),
  developsSoftware: inside.describe('Whether software is developed in it'),
  ownPremises: inside.describe('Whether it has premises of its own'),
  suppliers: inside.describe('Whether it depends on suppliers'),
  cloud: inside.describe('Whether it uses cloud services'),
  remoteWork: inside.describe('Whether anybody works away from its premises'),
  ...reviewedOtherwise,
});
export type StateScope = z.infer<typeof stateScopeInput>;
