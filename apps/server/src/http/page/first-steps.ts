import { html } from 'hono/html';
import { leadViews } from './lead-views.ts';
import { commands, type Markup, words } from './markup.ts';

/** How a command is typed; with the organisation where there are several. */
export function commandLine(command: string, organisation?: string): string {
  const which = organisation === undefined ? '' : `--org ${organisation} `;
  return `npx --no concord ${which}${command}`;
}

interface Step {
  /** Its sentence among the words. */
  readonly key: string;
  readonly lines: readonly string[];
}

const create: Step = {
  key: 'create',
  lines: ['organisations create --name "Your organisation" --zone Europe/Brussels'],
};
const adopt: Step = {
  key: 'adopt',
  lines: leadViews.map(({ framework }) => `frameworks adopt ${framework}`),
};
const control: Step = {
  key: 'control',
  lines: [
    'controls add --code AC-01 --name "Access rights are reviewed" --frequency quarterly --implementation operating',
  ],
};
const claim: Step = {
  key: 'claim',
  lines: [
    'claims state --controls AC-01 --framework iso27001-2022 --requirement A.5.18 --contribution meets',
    'claims confirm CLAIM',
  ],
};
const evidence: Step = {
  key: 'evidence',
  lines: ['evidence add --controls AC-01 --title "Access review" --outcome works --file review.pdf'],
};

function listSteps(steps: readonly Step[], organisation?: string): Markup {
  return html`<ol class="steps">${steps.map(
    ({ key, lines }) =>
      html`<li><p>${words(`step.${key}`)}</p>${commands(lines.map((line) => commandLine(line, organisation)))}</li>`,
  )}</ol>`;
}

/** Nothing is here yet: what Concord is, and what to type first. */
export function emptyPlace(): Markup {
  return html`<h1>${words('empty.title')}</h1>
<p class="lede">${words('what')}</p>
<section class="rule"><h2>${words('empty.steps')}</h2>
<p>${words('empty.about')}</p>
${listSteps([create, adopt, control])}
<p>${words('empty.after')}</p></section>`;
}

/** An organisation without controls: what fills the views. */
export function noControlsYet(organisation: string | undefined, hasFrameworks: boolean): Markup {
  const steps = [...(hasFrameworks ? [] : [adopt]), control, claim, evidence];
  return html`<section class="rule"><h2>${words('no-controls.title')}</h2><p>${words('no-controls.about')}</p>${listSteps(steps, organisation)}</section>`;
}
