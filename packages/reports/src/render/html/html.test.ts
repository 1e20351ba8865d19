import { describe, expect, it } from 'vitest';
import { HOSTILE, hostileView } from '../../testing/hostile.ts';
import { sampleView } from '../../testing/sample.ts';
import { sampleDocument } from '../../testing/sample-document.ts';
import { renderHtml } from './html.ts';
import { escapeHtml } from './written/put.ts';

const tagsOf = (html: string) => new Set([...html.matchAll(/<([a-z][a-z0-9]*)[\s>]/g)].map(([, tag]) => tag));

describe('given the statement, when it is written as HTML', () => {
  const html = renderHtml(sampleDocument());

  it('then it names its language and title and has its landmarks', () => {
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<title>Statement of Applicability · Havelmark Managed Services GmbH</title>');
    for (const tag of ['<header>', '<main>', '<footer>', '<h1>', '<h2 ']) expect(html).toContain(tag);
  });

  it('then its headings step down by one', () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [nth, level] of levels.entries())
      expect(level - (levels[nth - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('then each control heads its row and each table has a caption', () => {
    const ids = [...html.matchAll(/<th scope="row"><span class="line"><bdi>(A\.\d\.\d+)</g)].map(
      ([, id]) => id,
    );
    expect(ids).toEqual(sampleView().rows.map((row) => row.id));
    expect(html.match(/<caption>/g)).toHaveLength(html.match(/<table/g)!.length);
    expect(html.match(/<th scope="col"/g)!.length).toBeGreaterThan(24);
  });

  it('then every colour of the light page has its dark one, and paper stays light', () => {
    const [, light, dark] =
      /:root\{(.*?)--sans.*?@media screen and \(prefers-color-scheme:dark\)\{:root\{(.*?)\}/s.exec(html)!;
    const tokens = (text: string) => [...text.matchAll(/--([a-z0-9]+):#/g)].map(([, name]) => name);
    expect(tokens(light!).length).toBeGreaterThan(12);
    expect(tokens(dark!)).toEqual(tokens(light!));
  });

  it('then nothing runs and nothing is fetched', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\son\w+=|url\(|@import|https?:/i);
  });
});

describe('given hostile texts, when the document is written as HTML', () => {
  const html = renderHtml(sampleDocument(hostileView()));

  it('then they bring in no tag that the plain document has not', () => {
    expect(tagsOf(html)).toEqual(tagsOf(renderHtml(sampleDocument())));
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/<[^>]*onmouseover/);
  });

  it('then what was typed is there, escaped, and overriding direction marks are not', () => {
    expect(html).toContain(escapeHtml(HOSTILE[6]));
    expect(html).toContain(escapeHtml(HOSTILE[7]));
    expect(html).not.toContain('\u202e');
    expect(html).toContain('afdp.exe');
  });
});
