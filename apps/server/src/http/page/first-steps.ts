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
const library: Step = {
  key: 'library',
  lines: ['library list', 'library adopt --all --preview', 'library adopt --all'],
};
const confirm: Step = {
  key: 'confirm',
  lines: ['library show OPS-04', 'claims confirm-all --controls OPS-04'],
};
const own: Step = {
  key: 'own',
  lines: [
    'controls export --format xlsx --out controls.xlsx',
    'controls import --file controls.xlsx --preview',
  ],
};
const evidence: Step = {
  key: 'evidence',
  lines: [
    'controls set OPS-04 --implementation operating',
    'evidence add --controls OPS-04 --title "Installed software compared" --outcome works --file comparison.pdf',
  ],
};
const demo: Step = { key: 'demo', lines: ['demo load'] };

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
${listSteps([create, adopt, library])}
<p>${words('empty.after')}</p></section>
<section class="rule"><h2>${words('empty.demo')}</h2>${listSteps([demo])}</section>`;
}

/** An organisation without controls: what fills the views. */
export function noControlsYet(organisation: string | undefined, hasFrameworks: boolean): Markup {
  const steps = [...(hasFrameworks ? [] : [adopt]), library, confirm, own, evidence];
  return html`<section class="rule"><h2>${words('no-controls.title')}</h2><p>${words('no-controls.about')}</p>${listSteps(steps, organisation)}</section>`;
}
