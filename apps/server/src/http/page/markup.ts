import { type Params, say } from '@concord/catalog';
import { html } from 'hono/html';

/** Escaped HTML. Whatever else is put into a template is escaped there. */
export type Markup = ReturnType<typeof html>;

/** The page's own words, by their key below `page.`. */
export function words(key: string, params: Params = {}): string {
  return say('en', `page.${key}`, params);
}

/** Text that a person typed: set apart, so that its writing direction stays its own. */
export function typed(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** A sentence in which what stands between backticks is to be typed on a command line. */
export function spoken(text: string): Markup {
  const parts = text.split('`');
  const marked = parts.map((part, at) =>
    at % 2 === 1 && at < parts.length - 1 ? html`<code>${part}</code>` : part,
  );
  return html`${marked}`;
}

/** Commands to be copied, a line each; one click selects a line. Lines wrap between words and not at their dashes. */
export function commands(lines: readonly string[]): Markup {
  const wrapped = (line: string) =>
    line.split(' ').map((word, at) => html`${at > 0 && ' '}<span>${word}</span>`);
  return html`<div class="commands">${lines.map((line) => html`<code>${wrapped(line)}</code>`)}</div>`;
}

const calendar = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A local date, YYYY-MM-DD, as it is read. */
export function day(date: string): string {
  return calendar.format(new Date(`${date}T00:00:00Z`));
}

export function time(date: string): Markup {
  return html`<time datetime="${date}">${day(date)}</time>`;
}

/**
 * The finished page. Control characters and the characters that override or embed a writing direction go: they only
 * serve to show something else than what was typed.
 */
export async function finish(page: Markup): Promise<string> {
  return String(await page).replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '');
}
