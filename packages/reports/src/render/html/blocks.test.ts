import { describe, expect, it } from 'vitest';
import { contrast } from '../../testing/contrast.ts';
import { documentOf, hostileBlocks } from '../../testing/sample-blocks.ts';
import { renderHtml } from './html.ts';
import { style } from './style.ts';

/** What a reader without pictures is given: hidden parts and tags gone. */
function read(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/s, ' ')
    .replace(
      /<(i|span)[^>]* aria-hidden="true"[^>]*>(<i[^>]*><\/i>|<span[^>]*>[^<]*(<bdi>[^<]*<\/bdi>)?<\/span>|<b[^>]*><bdi>[^<]*<\/bdi><\/b>)*<\/\1>/g,
      ' ',
    )
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('given a document of every kind of block, when it is written as HTML', () => {
  const html = renderHtml(documentOf());
  const text = read(html);

  it('then bars are a table that says everything without its drawings', () => {
    expect(text).toContain('Function Outcomes Since July In short');
    expect(text).toContain('Govern 20–23 of 31 +3 Supplier contracts lag behind');
    expect(html).toContain('<th scope="row"><bdi>Govern</bdi></th>');
  });

  it('then each bar is drawn at its counts, with a stroke at its target', () => {
    const [bar] = /<span class="bar" aria-hidden="true">.*?<\/span>/.exec(html)!;
    expect(bar).toContain('class="is-met" style="left:0%;width:64.52%"');
    expect(bar).toContain('class="is-possible" style="left:64.52%;width:9.68%"');
    expect(bar).toContain('class="is-target" style="left:93.55%"');
  });

  it('then tiles are cells of a table with their group at its head, and their shade is their level', () => {
    expect(html).toContain('<th scope="rowgroup" rowspan="1"><b><bdi>Govern</bdi></b>');
    expect(html).toMatch(
      /<td class="is-l4"><span class="line"><bdi>GV\.SC<\/bdi><\/span><span class="line"><bdi>Supply chain/,
    );
    expect(html).toMatch(/<td class="is-none"><span class="line"><bdi>ID\.IM/);
    expect(text).toContain('Distance to target 0 0.3 0.5 0.7 1.0 and more not judged');
  });

  it('then a calendar is a table, and who looks at no drawing reads who and until when', () => {
    expect(text).toContain(
      'Action Who, until when Hardware keys on the management console Jonas W., by 15 Jan 2027',
    );
    expect(html).toMatch(/<i class="is-late" style="left:0%;width:19\.\d+%"><\/i>/);
    expect(html).toContain('<i class="is-before"></i>');
  });

  it('then points are lists, numbered or not, and a title opens a panel', () => {
    expect(html).toContain(
      '<div class="panel"><p class="title"><bdi>Your decisions</bdi></p><ol class="points"><li><b>',
    );
    expect(html).toContain('<ul class="points"><li><bdi>Solid is met.');
  });

  it('then the contents link to the headings of two levels', () => {
    const nav = /<nav class="contents">.*?<\/nav>/.exec(html)![0];
    const links = [...nav.matchAll(/href="#([^"]+)"><bdi>([^<]+)/g)];
    expect(links).toHaveLength(9);
    for (const [, id, title] of links)
      expect(html).toMatch(new RegExp(`<h[23] id="${id}"[^>]*><bdi>${title}<`));
    expect(nav).not.toContain('Marks');
  });

  it('then ids are unique and headings step down by one', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    for (const [nth, level] of levels.slice(1).entries()) expect(level - levels[nth]!).toBeLessThanOrEqual(1);
  });

  it('then columns are side by side in one flow, the lead under the title, figures at the end of their column', () => {
    expect(html).toMatch(/<div class="columns"><div>.*?Top risks.*?<\/div>\n<div>.*?Incidents and duties/s);
    expect(html).toContain('<p class="lead"><bdi>We can show 66');
    expect(html).toContain('<td class="end"><span class="line"><bdi>59,000</bdi></span></td>');
    expect(html).toContain('<time datetime="2027-01-15"><bdi>15 Jan 2027</bdi></time>');
  });

  it('then a caption shows where no heading says it, and is for screen readers where one does', () => {
    expect(html).toContain('<table class="bars said"><caption><bdi>Where we stand');
    expect(html).toContain('<table class="heat"><caption><bdi>Six functions, 22 categories');
  });

  it('then what stands on each shade is legible on both themes (WCAG 2.2, 1.4.3)', () => {
    const themes = style.split('prefers-color-scheme:dark');
    expect(themes).toHaveLength(2);
    for (const theme of themes)
      for (const nth of [0, 1, 2, 3, 4]) {
        const colour = (name: string) => new RegExp(`--${name}${nth}:(#\\w{6})`).exec(theme)![1]!;
        expect(contrast(colour('l'), colour('on')), `l${nth}`).toBeGreaterThanOrEqual(4.5);
      }
  });
});

describe('given hostile texts in every place, when they are written as HTML', () => {
  const html = renderHtml(hostileBlocks());

  it('then they bring in no tag and no attribute that the plain document has not', () => {
    const tagsOf = (html: string) =>
      new Set([...html.matchAll(/<([a-z][a-z0-9]*)[\s>]/g)].map(([, tag]) => tag));
    const plain = tagsOf(renderHtml(documentOf()));
    for (const tag of tagsOf(html)) expect(plain).toContain(tag);
    expect(html).not.toMatch(/<[^>]*onmouseover|<script/);
  });
});
