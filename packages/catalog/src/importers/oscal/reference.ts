import type { Findings } from '../draft/finding.ts';
import { inside, member, records, type Spot, textAt } from '../draft/spot.ts';
import { ownValues } from './statement.ts';

/** The resource of back-matter that "#uuid" means. */
export function resourceOf(href: string, document: Spot, findings: Findings): Spot | undefined {
  if (!href.startsWith('#')) return undefined;
  const resources = records(inside(document, 'back-matter', 'resources'), findings);
  return resources.find((one) => textAt(one, 'uuid', findings) === href.slice(1));
}

/** The words by which a reference names its resource: the address itself or, of "#uuid", all that back-matter says. */
export function nameOfReference(href: string, document: Spot, findings: Findings): string {
  const resource = resourceOf(href, document, findings);
  if (resource === undefined) return href;
  const [own] = ownValues(resource, 'framework', findings);
  if (own !== undefined) return own;
  const links = records(member(resource, 'rlinks'), findings);
  const words = [
    textAt(resource, 'title', findings),
    textAt(resource, 'description', findings),
    ...links.map((link) => textAt(link, 'href', findings)),
  ];
  return words.filter((word) => word !== '').join(' ');
}
