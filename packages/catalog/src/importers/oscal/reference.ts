import type { Findings } from '../draft/finding.ts';
import { inside, member, records, type Spot, textAt } from '../draft/spot.ts';

/** The words by which a reference names its resource: the address itself or, of "#uuid", all that back-matter says. */
export function nameOfReference(href: string, document: Spot, findings: Findings): string {
  if (!href.startsWith('#')) return href;
  const resources = records(inside(document, 'back-matter', 'resources'), findings);
  const resource = resources.find((one) => textAt(one, 'uuid', findings) === href.slice(1));
  if (resource === undefined) return href;
  const links = records(member(resource, 'rlinks'), findings);
  const words = [
    textAt(resource, 'title', findings),
    textAt(resource, 'description', findings),
    ...links.map((link) => textAt(link, 'href', findings)),
  ];
  return words.filter((word) => word !== '').join(' ');
}
