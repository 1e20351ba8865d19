import { framework } from '@concord/catalog';
import type { Why } from '@concord/views';
import { html } from 'hono/html';
import type { Place } from './first.ts';
import { mark, sheetState, state } from './marks.ts';
import { type Markup, time, typed, words } from './markup.ts';
import { addressOf, asOfBand, whyAddress } from './selection.ts';

export interface WhyAsked extends Place {
  readonly why: Why;
  readonly path: string;
}

/** Why a requirement stands where it stands: in sentences, then as the chain from claim to evidence. */
export function whyMain({ name, selection, why, path }: WhyAsked): Markup {
  const { requirement } = why;
  return html`${asOfBand(path, selection, { on: why.on, position: why.knownAt })}
<p class="crumbs"><a href="${addressOf('/', selection)}">${typed(name)}</a> · ${why.framework.title}</p>
<h1>${requirement.id} ${requirement.title}</h1>
<p class="sentence">${state(why)}</p>
<section class="rule" aria-labelledby="why"><h2 id="why">${words('why.title')}</h2>
<ol class="sentences">${why.sentences.map((sentence) => html`<li>${sentence}</li>`)}</ol></section>
${asked(requirement)}
<section class="rule" aria-labelledby="chain"><h2 id="chain">${words('why.chain')}</h2>${chain(why)}</section>
${why.hints.length > 0 && hints(why, selection)}`;
}

/** What is asked, in our reading. */
function asked({ asks, auditorQuestion, usualEvidence, commonGap }: Why['requirement']): Markup | undefined {
  const parts = [
    ['question', auditorQuestion],
    ['evidence', usualEvidence?.join('; ')],
    ['gap', commonGap],
  ].filter(([, text]) => text !== undefined);
  if (asks === undefined && parts.length === 0) return undefined;
  return html`<section class="rule" aria-labelledby="asked"><h2 id="asked">${words('why.asked')} <small>${words('why.asked.reading')}</small></h2>${
    asks !== undefined && html`<p>${asks}</p>`
  }${parts.length > 0 && html`<dl class="asked">${parts.map(([key, text]) => html`<div><dt>${words(`why.asked.${key}`)}</dt><dd>${text}</dd></div>`)}</dl>`}</section>`;
}

function chain({ requirement, applicability, judgement, claims }: Why): Markup {
  const steps = [
    applicability && applicabilityStep(applicability),
    judgement && judgementStep(judgement),
    ...claims.map(claimStep),
    claims.length === 0 && html`<li class="quiet">${words('why.no-claim')}</li>`,
  ];
  return html`<ul class="chain"><li><b>${requirement.id} ${requirement.title}</b><ul>${steps}</ul></li></ul>`;
}

function applicabilityStep({
  applicable,
  reasons,
  exclusionReason,
}: NonNullable<Why['applicability']>): Markup {
  const why = applicable
    ? reasons.map(({ kind, text }) => html` ${words(`reason.${kind}`)}: ${typed(text)}.`)
    : html` ${typed(exclusionReason)}`;
  return html`<li>${words(applicable ? 'why.applicable' : 'why.excluded')}${why}</li>`;
}

function judgementStep({
  judgement,
  assessedOn,
  validUntil,
  reasons,
  lapsed,
}: NonNullable<Why['judgement']>): Markup {
  return html`<li>${words(`why.judged.${judgement}`)} ${time(assessedOn)}. ${words(lapsed ? 'why.judgement-lapsed' : 'why.judgement-valid')} ${time(validUntil)}.
<span class="quiet">${typed(reasons)}</span></li>`;
}

type ClaimShown = Why['claims'][number];

function claimStep({
  contribution,
  state: standing,
  capped,
  confidence,
  joint,
  rationale,
  controls,
  hiddenControls,
}: ClaimShown): Markup {
  const counts =
    capped === undefined
      ? undefined
      : html` <span class="hint">${mark('supported')}${words('why.claim-hint')}</span>`;
  return html`<li>${words(joint ? 'why.claim-joint' : 'why.claim')} ${words(`contribution.${contribution}`)}
<span class="quiet">${words(`why.claim.${standing}`)}, ${words(`why.confidence.${confidence}`)}</span>${counts}${
    rationale !== '' && html`<br><span class="quiet">${typed(rationale)}</span>`
  }<ul>${controls.map(controlStep)}${hiddenControls > 0 && html`<li class="quiet">${words('controls.hidden', { count: hiddenControls })}</li>`}</ul></li>`;
}

function controlStep({
  code,
  name,
  word,
  freshness,
  freshUntil,
  graceUntil,
  evidence,
}: ClaimShown['controls'][number]): Markup {
  const until = freshness === 'due' || freshness === 'stale' ? graceUntil : freshUntil;
  const shown = evidence
    ? html`${sheetState(freshness, words(`sheet.${freshness}`))} ${typed(evidence.title)} <span class="quiet">${words('why.collected')} ${time(evidence.collectedOn)}${
        until !== undefined &&
        freshness !== 'failed' &&
        html`; ${words(`why.until.${freshness}`)} ${time(until)}`
      }</span>`
    : sheetState('missing', words('why.no-evidence'));
  return html`<li><span class="code">${typed(code)}</span> ${typed(name)} <span class="quiet">${word}</span><ul><li>${shown}</li></ul></li>`;
}

function titleOf(id: string): string {
  return framework(id)?.title ?? id;
}

/** What published crosswalks suggest, set apart: no part of the result. */
function hints({ hints: suggested }: Why, selection: Place['selection']): Markup {
  const entries = suggested.map(
    ({ framework: id, requirement, developer }) =>
      html`<li>${mark('supported')}<a href="${whyAddress(selection, id, requirement)}">${requirement}</a> ${titleOf(id)} <span class="quiet">${words('hint.by', { developer })}</span></li>`,
  );
  return html`<aside class="hints rule" aria-labelledby="hints"><h2 id="hints">${words('hints')}</h2><p>${words('hints.about')}</p><ul role="list">${entries}</ul></aside>`;
}
