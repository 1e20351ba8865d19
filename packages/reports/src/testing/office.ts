import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** The parts of a ZIP file by their names, read off its directory; with the time each bears. */
export function partsOf(bytes: Uint8Array): Map<string, { text: string; time: number }> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts = new Map<string, { text: string; time: number }>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [names, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const name = zip.toString('utf8', at + 46, at + 46 + names!);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const content = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    parts.set(name, { text: content.toString('utf8'), time: zip.readUInt32LE(local + 10) });
    at += 46 + names! + extra! + comment!;
  }
  return parts;
}

const token =
  /<\?[^<>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|&(?:amp|lt|gt|quot|apos|#x?[0-9a-f]+);|[^<>&]/gi;

/** What is not well-formed in an XML text; nothing where all is. */
export function brokenIn(xml: string): string | undefined {
  const open: string[] = [];
  let reached = 0;
  for (const [whole, closes, name, , empty] of xml.matchAll(token)) {
    if (!xml.startsWith(whole, reached)) break;
    reached += whole.length;
    if (name === undefined || empty) continue;
    if (!closes) open.push(name);
    else if (open.pop() !== name) return `</${name}> closes nothing`;
  }
  if (reached < xml.length) return `not XML: ${xml.slice(reached, reached + 80)}`;
  return open.length === 0 ? undefined : `<${open.join('> <')}> stays open`;
}

/** The words of a part, without what marks them up; what XML escapes is as it was typed. */
export function wordsOf(xml: string): string {
  return xml
    .replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '')
    .replace(/<w:(?:br|tab)\/>/g, ' ')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|apos);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '',
    )
    .replaceAll('&amp;', '&');
}

export const hasOffice = ['soffice', 'pdftotext'].every(isInstalled);
if (!hasOffice) console.log('SKIPPED opening files in LibreOffice: no soffice or no pdftotext');

function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What LibreOffice prints of a file, as text; its pages are parted by form feeds. */
export function printedBy(bytes: Uint8Array, extension: 'docx' | 'xlsx'): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-office-'));
  try {
    writeFileSync(join(folder, `file.${extension}`), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const order = [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, `file.${extension}`),
    ];
    execFileSync('soffice', order, { stdio: 'ignore', timeout: 120_000 });
    execFileSync('pdftotext', ['-layout', join(folder, 'file.pdf')]);
    return readFileSync(join(folder, 'file.txt'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
