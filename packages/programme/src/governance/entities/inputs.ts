import { z } from 'zod';
import { clearable, id, line, localDate } from '../../foundation/index.ts';
import { ending } from '../registers/index.ts';

const figure = z.number().nonnegative().max(1e15);
const sizes = z.strictObject({
  persons: figure.optional().describe('Annual work units'),
  turnover: figure.optional().describe('Annual turnover in euros'),
  balance: figure.optional().describe('Annual balance sheet total in euros'),
});
const country = z.string().regex(/^[A-Z]{2}$/, 'is no code of a country: two capitals, as in ISO 3166');
const countries = z.array(country).max(250);

const entity = id.describe('Id of the legal entity');
const members = {
  name: line(300).describe('Name of the legal entity'),
  activities: z
    .array(id)
    .max(100)
    .describe('What it does: ids as `activities list` shows them, or a part of a name that only one has'),
  alone: sizes.describe('Figures of the entity alone'),
  group: sizes.describe('Figures with linked enterprises in full and partners by their share'),
  earlier: z
    .strictObject({ alone: sizes, group: sizes.optional() })
    .describe('The same figures of the accounting period before'),
  linked: z.boolean().describe('Whether it has linked or partner enterprises'),
  independentSystems: z.boolean().describe('Whether its systems are independent of those of its group'),
  establishedIn: countries.describe('Countries where it is established, two capitals each'),
  servesIn: countries.describe('Countries where it offers services, two capitals each'),
  designations: z
    .array(id)
    .max(50)
    .describe('What an authority decided or the law says of it: ids, as `designations list` shows them'),
  period: z
    .string()
    .regex(/^\d{4}$/, 'is no year, written YYYY')
    .describe('Year that the figures are of'),
  owner: id.describe('Id of the person who answers for what is said here'),
  reviewOn: localDate.describe('Day of the next review'),
};

export const addEntityInput = z.strictObject({
  name: members.name,
  activities: members.activities.default([]),
  alone: members.alone.default({}),
  group: members.group.optional(),
  earlier: members.earlier.optional(),
  linked: members.linked.default(false),
  independentSystems: members.independentSystems.optional(),
  establishedIn: members.establishedIn.default([]),
  servesIn: members.servesIn.default([]),
  designations: members.designations.default([]),
  period: members.period.optional(),
  owner: members.owner.optional(),
  reviewOn: members.reviewOn.optional(),
});
export const changeEntityInput = z.strictObject({
  entity,
  ...z.object(members).partial().shape,
  group: clearable(members.group),
  earlier: clearable(members.earlier),
  independentSystems: clearable(members.independentSystems),
  period: clearable(members.period),
  owner: clearable(members.owner),
  reviewOn: clearable(members.reviewOn),
});
export const endEntityInput = z.strictObject({ entity, ...ending });
