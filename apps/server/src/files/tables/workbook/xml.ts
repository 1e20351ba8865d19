import { Parser } from 'saxen';
import { damaged } from '../limits.ts';

/** Attributes of an element, read only when they are asked for. */
export type Attributes = () => Readonly<Record<string, string>>;

export interface XmlReader {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads a part of a workbook from its first element to its last; names come without prefix. A document type is refused:
 * no workbook has one, and what it declares could swell.
 */
export function readXml(part: string, xml: string, reader: XmlReader): void {
  const parser = new Parser();
  const { open, close, text } = reader;
  if (open)
    parser.on('openTag', (name, attributes, decode) => open(bare(name), () => plain(attributes(), decode)));
  if (close) parser.on('closeTag', (name) => close(bare(name)));
  if (text) {
    parser.on('text', (value, decode) => text(value.includes('&') ? decode(value) : value));
    parser.on('cdata', text);
  }
  parser.on('attention', () => {
    throw damaged(part);
  });
  parser.on('error', () => {
    throw damaged(part);
  });
  parser.parse(xml);
}

function plain(attributes: Record<string, string>, decode: (text: string) => string) {
  for (const [name, value] of Object.entries(attributes))
    if (value.includes('&')) attributes[name] = decode(value);
  return attributes;
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute that decides between two: `1` and `true` are yes. */
export function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
