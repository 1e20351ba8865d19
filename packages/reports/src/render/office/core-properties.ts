import type { Document } from '../../blocks.ts';
import { escapeXml } from './xml.ts';

/** `docProps/core.xml` of an office file: title, language, author and the day that the document speaks about. */
export function coreProperties({ title, asked, organisation, language, status, on }: Document): string {
  const day = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:${name}>`;
  const author = escapeXml(organisation);
  const subject = asked === undefined ? '' : `<dc:subject>${escapeXml(asked)}</dc:subject>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title>${subject}<dc:creator>${author}</dc:creator><dc:description>${escapeXml(status)}</dc:description><cp:lastModifiedBy>${author}</cp:lastModifiedBy>${day('created')}${day('modified')}<dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`;
}
