import { html } from 'hono/html';
import type { Place, Problem } from './first.ts';
import { answerSheet } from './layout.ts';
import { type Markup, spoken, typed, words } from './markup.ts';
import { addressOf, type Faults, selectionForm } from './selection.ts';

export type Listed = readonly { readonly id: string; readonly name: string }[];

/** Several organisations: which one? */
export function answerChoice(rows: Listed, unknown?: string): Promise<Response> {
  const links = rows.map(
    ({ id, name }) =>
      html`<li><a href="${addressOf('/', { organisation: id })}">${typed(name || id)}</a></li>`,
  );
  const fault =
    unknown !== undefined &&
    html`<p class="note is-gap" role="alert">${words('choose.unknown')} ${typed(unknown)}</p>`;
  const main = html`<h1>${words('choose.title')}</h1><p class="lede">${words('what')}</p>${fault}<ul class="choice rule">${links}</ul>`;
  return answerSheet({ title: 'Concord', status: unknown === undefined ? 200 : 404, main });
}

/** Something in the address cannot be read: nothing is shown rather than something else than what was asked for. */
export function answerFaults(
  { name, selection }: Place,
  { position }: { position: number },
  { faults, action }: { faults: Faults; action: string },
): Promise<Response> {
  const main = html`<h1>${typed(name)}</h1><p class="note is-gap" role="alert">${words('fault.title')} ${[
    ...faults,
  ].map(
    (fault) =>
      html`<a href="#select-${fault === 'on' ? 'on' : 'known-at'}">${words(`fault.${fault}.link`)}</a> `,
  )}</p>`;
  return answerSheet({
    title: `${words('fault.page')} · Concord`,
    status: 400,
    selection: selectionForm({ action, selection, faults, position }),
    main,
    footer: html`<p>${words('what')}</p>`,
  });
}

export function answerProblem(
  { status, code, detail }: Problem,
  selection?: Markup,
  back = '/',
): Promise<Response> {
  const main = html`<h1>${words(`problem.${titledStatus(status)}`)}</h1><p class="sentence">${spoken(detail)}</p><p><a href="${back}">${words('problem.back')}</a> <span class="quiet">${code}</span></p>`;
  return answerSheet({
    title: `${words(`problem.${titledStatus(status)}`)} · Concord`,
    status,
    selection,
    main,
    footer: html`<p>${words('what')}</p>`,
  });
}

function titledStatus(status: number): string {
  return status === 401 || status === 403 || status === 404
    ? String(status)
    : status < 500
      ? 'refused'
      : 'fault';
}
