import type { ContentsBlock, ListBlock } from '../../blocks.ts';
import { put } from './written/put.ts';

/** A heading as the contents list it. */
export interface ListedHeading {
  readonly id: string;
  readonly rank: 1 | 2 | 3;
  /** Those that look like the third level are too many for the contents. */
  readonly listed: boolean;
  readonly text: string;
}

/** Points in order; with a title they stand in a panel. */
export function writeList({ numbered, title, items }: ListBlock): string {
  const tag = numbered ? 'ol' : 'ul';
  const points = items.map(({ lead, text }) => {
    const strong = lead === undefined ? '' : `<b>${put(lead)}</b> `;
    return `<li>${strong}${put(text)}</li>`;
  });
  const list = `<${tag} class="points">${points.join('')}</${tag}>`;
  return title === undefined ? list : `<div class="panel"><p class="title">${put(title)}</p>${list}</div>`;
}

/** Links to the headings of the first two levels. */
export function writeContents({ title }: ContentsBlock, headings: readonly ListedHeading[]): string {
  const chapters: { heading: ListedHeading; sections: ListedHeading[] }[] = [];
  for (const heading of headings.filter(({ listed }) => listed)) {
    if (heading.rank === 1) chapters.push({ heading, sections: [] });
    if (heading.rank === 2) chapters.at(-1)?.sections.push(heading);
  }
  const entries = chapters.map(({ heading, sections }) => {
    const below = sections.map((section) => `<li>${link(section)}</li>`).join('');
    return `<li>${link(heading)}${below === '' ? '' : `<ul>${below}</ul>`}</li>`;
  });
  return `<nav class="contents"><h2>${put(title)}</h2><ul>${entries.join('')}</ul></nav>`;
}

function link({ id, text }: ListedHeading): string {
  return `<a href="#${id}">${put(text)}</a>`;
}
