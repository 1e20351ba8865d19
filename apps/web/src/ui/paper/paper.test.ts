import { expect, it } from 'vitest';
import { facesFor, paperOf } from './paper.ts';

it('given a document with styles, then they are apart from it, and its words stay as they are', () => {
  const { html, style } = paperOf(
    '<html><head><style>p{color:red}</style></head><body><p style="width:3%">the attribute style="x"</p></body></html>',
  );
  expect(style).toBe('p{color:red}');
  expect(html).toBe(
    '<html><head></head><body><p data-style="width:3%">the attribute style="x"</p></body></html>',
  );
});

it('given colours for the dark, then they are not for paper', () => {
  const { style } = paperOf('<style>@media screen and (prefers-color-scheme:dark){a{b:c}}</style>');
  expect(style).toBe('@media not all{a{b:c}}');
});

it('given what holds on paper alone, then it holds in a frame that shows the document as printed, and in no other', () => {
  const own = '<style>a{b:c}@media print{.wide{min-width:0}}</style>';
  expect(paperOf(own, true).style).toBe('a{b:c}@media all{.wide{min-width:0}}');
  expect(paperOf(own).style).toBe('a{b:c}@media print{.wide{min-width:0}}');
});

it('given the letters of the app, then a document finds them by the name it prints with, from anywhere', () => {
  const rule =
    '@font-face { font-family: "IBM Plex Sans Variable"; src: url("/assets/plex.woff2") format("woff2"); }';
  expect(facesFor([rule], 'http://here:1')).toBe(
    '@font-face { font-family: "IBM Plex Sans"; src: url("http://here:1/assets/plex.woff2") format("woff2"); }',
  );
});
