import { html } from 'hono/html';
import { commands, type Markup, words } from './markup.ts';

/** How a command is typed; with the organisation where there are several. */
export function commandLine(command: string, organisation?: string): string {
  const which = organisation === undefined ? '' : `--org ${organisation} `;
  return `npx --no concord ${which}${command}`;
}

const firstSteps = [
  { key: 'create', lines: ['organisations create --name "Your organisation" --zone Europe/Brussels'] },
  {
    key: 'adopt',
    lines: [
      'frameworks adopt iso27001-2022',
      'frameworks adopt nist-csf-2.0',
      'frameworks adopt nis2-directive',
    ],
  },
  {
    key: 'control',
    lines: [
      'controls add --code AC-01 --name "Access rights are reviewed" --frequency quarterly --implementation operating',
    ],
  },
];

const nextSteps = [
  firstSteps[2] as (typeof firstSteps)[number],
  {
    key: 'claim',
    lines: [
      'claims state --controls AC-01 --framework iso27001-2022 --requirement A.5.18 --contribution meets',
      'claims confirm CLAIM',
    ],
  },
  {
    key: 'evidence',
    lines: ['evidence add --controls AC-01 --title "Access review" --outcome works --file review.pdf'],
  },
];

function listSteps(steps: typeof firstSteps, organisation?: string): Markup {
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
${listSteps(firstSteps)}
<p>${words('empty.after')}</p></section>`;
}

/** An organisation without controls: what fills the views. */
export function noControlsYet(organisation: string | undefined): Markup {
  return html`<section class="rule"><h2>${words('no-controls.title')}</h2><p>${words('no-controls.about')}</p>${listSteps(nextSteps, organisation)}</section>`;
}
