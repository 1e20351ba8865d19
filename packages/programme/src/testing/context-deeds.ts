import { wholeOrganisation } from '../governance/index.ts';
import { codeAt, pick } from './choose.ts';
import type { Deed } from './deeds.ts';
import type { Story } from './story.ts';

type Asked = [name: string, input: object] | undefined;

/** What stands around the controls: what the organisation is called, what its scope is said to be, its documents, points left out. */
export function contextDeed(story: Story, { one, other, more }: Deed): Asked {
  const what = pick(['name', 'statement', 'point', 'document', 'approval', 'shown by a document'], one);
  const [document] = story.programme.governance.documents.keys();
  if (what === 'name') return ['organisations change', { name: `Example ${more % 3}` }];
  if (what === 'statement') {
    const facts = { developsSoftware: more % 2 === 0, ownPremises: other % 2 === 0 };
    return ['scopes state', { scope: wholeOrganisation, statement: `secret ${more % 3}.`, ...facts }];
  }
  if (what === 'point') {
    const point = pick(['2.1.1', '2.1.2', '2.2.1', '2.3.1'], more);
    const said =
      other % 3 === 0 ? { applied: true } : { applied: false, exclusionReason: 'We do no such thing' };
    return ['points decide', { framework: 'nis2-2024-2690', point, ...said }];
  }
  if (what === 'document' || document === undefined)
    return ['documents add', { title: `secret paper ${more % 4}`, owner: pick(['ben', 'cleo'], other) }];
  if (what === 'approval') return ['documents approve', { document }];
  const shown = { outcome: 'works', title: `secret title ${story.programme.position}.` };
  return ['evidence add', { controls: [codeAt(story, other)], ...shown, record: `document/${document}` }];
}
