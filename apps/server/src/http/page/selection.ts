import { html } from 'hono/html';
import { day, type Markup, words } from './markup.ts';

/** What the address asks for, as it was typed; an empty field is none. */
export interface Selection {
  readonly organisation?: string | undefined;
  readonly on?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly profile?: string | undefined;
}

/** Fields of the selection that cannot be used as they were typed. */
export type Faults = ReadonlySet<string>;

const names = { organisation: 'organisation', on: 'on', knownAt: 'known-at', profile: 'profile' } as const;

export function readSelection(query: (name: string) => string | undefined): Selection {
  const entries = Object.entries(names).map(([member, name]) => [member, query(name)?.trim() || undefined]);
  return Object.fromEntries(entries);
}

/** An address of the page that asks for the same, with some of it changed. */
export function addressOf(path: string, selection: Selection): string {
  const query = new URLSearchParams();
  for (const [member, name] of Object.entries(names)) {
    const value = selection[member as keyof Selection];
    if (value !== undefined) query.set(name, value);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

export function whyAddress(selection: Selection, framework: string, requirement: string): string {
  const { profile: _profile, ...rest } = selection;
  return addressOf(`/why/${encodeURIComponent(framework)}/${encodeURIComponent(requirement)}`, rest);
}

export interface FormAsked {
  readonly action: string;
  readonly selection: Selection;
  readonly faults: Faults;
  /** Last position of the ledger. */
  readonly position: number;
}

/** Day and position of the ledger, by GET. What was typed stays, right or wrong. */
export function selectionForm({ action, selection, faults, position }: FormAsked): Markup {
  const kept = (['organisation', 'profile'] as const).filter((name) => selection[name] !== undefined);
  return html`<form class="selection" action="${action}" method="get" aria-label="${words('select.label')}">
${kept.map((name) => html`<input type="hidden" name="${name}" value="${selection[name]}">`)}
${field({ name: 'on', typed: selection.on, fault: faults.has('on') ? faultWords('on', selection.on, position) : undefined })}
${field({ name: 'known-at', typed: selection.knownAt, fault: faults.has('knownAt') ? faultWords('known-at', selection.knownAt, position) : undefined })}
<button type="submit">${words('select.show')}</button>
</form>`;
}

function faultWords(name: string, typed = '', position = 0): string {
  return words(`fault.${name}`, { typed, position });
}

interface Field {
  readonly name: 'on' | 'known-at';
  readonly typed: string | undefined;
  readonly fault: string | undefined;
}

/** A date field drops what is no date, so a faulty day is kept in a plain one. */
function field({ name, typed, fault }: Field): Markup {
  const kind =
    name === 'on' && fault === undefined ? html`type="date"` : html`type="text" inputmode="numeric"`;
  const wrong = fault !== undefined && html`aria-invalid="true"`;
  return html`<div class="field"><label for="select-${name}">${words(`select.${name}`)}</label><input id="select-${name}" name="${name}" ${kind} value="${typed ?? ''}" autocomplete="off" aria-describedby="about-${name}" ${wrong}><small id="about-${name}"${
    fault !== undefined && html` class="fault"`
  }>${fault ?? words(`select.${name}.about`)}</small></div>`;
}

/** Says that this is not today, and offers today. Nothing where nothing was selected. */
export function asOfBand(
  path: string,
  selection: Selection,
  head: { on: string; position: number },
): Markup | undefined {
  const { on, knownAt } = selection;
  if (on === undefined && knownAt === undefined) return undefined;
  const { on: _on, knownAt: _knownAt, ...now } = selection;
  const key = on === undefined ? 'then.known-at' : knownAt === undefined ? 'then.on' : 'then.both';
  const told = words(key, { date: day(head.on), position: head.position });
  return html`<p class="as-of">${told} <a href="${addressOf(path, now)}">${words('then.now')}</a></p>`;
}
