import { framework, requirementOf, say, titleIn } from '@concord/catalog';
import {
  type Programme,
  type ProposalsWaiting,
  type ProposalWaiting,
  proposalsToTake,
  proposalsWaiting,
} from '@concord/programme';

interface Asked {
  readonly programme: Programme;
  readonly input: { readonly language: string; readonly offset: number; readonly limit: number };
}

/** By framework how many proposals wait, and a page of those that can be taken over: of what control, of what, and why. */
export function waitingProposals({ programme, input }: Asked) {
  const { language, offset, limit } = input;
  const rows = proposalsWaiting(programme).map((row) => ({
    ...row,
    title: framework(row.framework)?.title ?? row.framework,
  }));
  const all = proposalsToTake(programme, language);
  const shown = all.slice(offset, offset + limit).map((each) => told(each, programme, language));
  const sentences = [
    ...rows.flatMap((row) => [
      sentenceOf(row, language),
      ...shown.filter((each) => each.framework === row.framework).map((each) => lineOf(each, language)),
    ]),
    ...(shown.length < all.length
      ? [say(language, 'library.proposals-shown', { shown: shown.length, count: all.length })]
      : []),
  ];
  return { rows, proposals: { total: all.length, rows: shown }, sentences };
}

function told({ controls, ...proposal }: ProposalWaiting, programme: Programme, language: string) {
  const edition = framework(proposal.framework);
  const title = (edition && requirementOf(edition, proposal.requirement)?.title) ?? '';
  const known = programme.controls.controls;
  return {
    ...proposal,
    title: titleIn(language, proposal, title),
    controls: controls.map((id) => ({ id, code: known.get(id)?.code ?? '' })),
  };
}

function sentenceOf(
  { title, isAdopted, claims }: ProposalsWaiting & { readonly title: string },
  language: string,
) {
  if (claims === 0) return say(language, 'library.proposals-none', { title });
  return say(language, isAdopted ? 'library.proposals-wait' : 'library.proposals-would', {
    title,
    count: claims,
  });
}

function lineOf(each: ReturnType<typeof told>, language: string): string {
  const { requirement, title, controls, contribution, confidence, rationale } = each;
  const relation = say(language, `contribution.${contribution}`);
  const hint = confidence === 'low' ? `, ${say(language, 'change.claim.low')}` : '';
  const codes = controls.map(({ code }) => code).join(' + ');
  return `  ${codes} → ${requirement} ${title}: ${relation}${hint}. ${rationale}`;
}
