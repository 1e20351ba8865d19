import { type Refusal, refuse, type StoredFile } from '@concord/programme';
import type { StrayControl } from './media-type.ts';

/** A kind of file that is kept: its types by content, and the endings of names that belong to it. */
interface Kind {
  readonly types: readonly string[];
  readonly endings: readonly string[];
}

const word = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';
const text = 'text/plain';
const zip = 'application/zip';
const compound = 'application/x-cfb';
const unknown = 'application/octet-stream';

/** Allowed by content: what people show as evidence, and what the importers read. */
const kinds: readonly Kind[] = [
  { types: ['application/pdf'], endings: ['pdf'] },
  { types: [`${word}.wordprocessingml.document`], endings: ['docx'] },
  { types: [`${word}.spreadsheetml.sheet`], endings: ['xlsx'] },
  { types: [`${word}.presentationml.presentation`], endings: ['pptx'] },
  { types: [`${open}.text`], endings: ['odt'] },
  { types: [`${open}.spreadsheet`], endings: ['ods'] },
  { types: [`${open}.presentation`], endings: ['odp'] },
  { types: [compound], endings: ['doc', 'xls', 'ppt', 'msg', 'vsd'] },
  { types: ['application/rtf'], endings: ['rtf'] },
  { types: ['image/png', 'image/apng'], endings: ['png', 'apng'] },
  { types: ['image/jpeg'], endings: ['jpg', 'jpeg'] },
  { types: ['image/gif'], endings: ['gif'] },
  { types: ['image/webp'], endings: ['webp'] },
  { types: ['image/tiff'], endings: ['tif', 'tiff'] },
  { types: ['image/bmp'], endings: ['bmp'] },
  { types: ['image/heic', 'image/heif'], endings: ['heic', 'heif'] },
  { types: ['image/avif'], endings: ['avif'] },
  {
    types: [text, 'application/xml'],
    endings: ['txt', 'csv', 'tsv', 'json', 'jsonl', 'yaml', 'yml', 'xml', 'md', 'log', 'eml', 'ics'],
  },
  { types: [zip], endings: ['zip'] },
  { types: ['application/gzip'], endings: ['gz', 'tgz'] },
  { types: ['application/x-tar'], endings: ['tar'] },
  { types: ['application/x-7z-compressed'], endings: ['7z'] },
];

/** Documents that are a ZIP inside: what lies far behind their start is not seen, so they may pass for one. */
const zipped = new Set(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp']);

/** Office packs what a password protects as it packed everything before 2007, and keeps the ending. */
const locked = new Set(['docx', 'xlsx', 'pptx']);

const withMacros = new Set('docm dotm xlsm xltm xlam pptm potm ppam sldm'.split(' '));

const runs = new Set(
  (
    'exe com scr pif cpl msi msp mst dll sys drv ocx xll bat cmd ps1 psm1 psd1 vbs vbe js jse mjs cjs ws wsf wsh hta ' +
    'jar class apk app appx msix deb rpm pkg run sh bash zsh csh command py pyw rb pl php lnk url desktop scf inf reg ' +
    'gadget chm hlp application dmg iso img vhd vhdx vmdk qcow2 html htm xhtml xht shtml mht mhtml svg svgz swf'
  ).split(' '),
);

/** What a command may be able to read; of these, the reader says itself what is the matter with one it can not. */
const readable = new Set([
  `${word}.spreadsheetml.sheet`,
  `${open}.spreadsheet`,
  compound,
  'application/xml',
  text,
  zip,
]);

/** A file as it was sent, and the control character that keeps it from being text, where that is all that does. */
type Sent = Pick<StoredFile, 'name' | 'mediaType'> & {
  readonly control?: StrayControl | undefined;
  /** Whether it is text in UTF-32, where nothing else begins as it does. */
  readonly isUtf32?: boolean;
};

/**
 * Why a file is not kept: its kind, or a name that says something else than its content or would be run. One that a
 * command is to read is refused in the words of that command.
 */
export function refuseKind(
  { name, mediaType, control, isUtf32 }: Sent,
  readBy?: string,
): Refusal | undefined {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const found = { found: calledAs(mediaType), type: mediaType };
  const kind = kinds.find(({ types }) => types.includes(mediaType));
  if (isUtf32 && untold.has(mediaType)) return refused('file.utf-32', { name });
  if (control && untold.has(mediaType)) return refused('file.control', { name, ...control });
  if (withMacros.has(ending) || found.found === 'macros') return refused('file.macros', { name, at: 'name' });
  if (readBy !== undefined && !readable.has(mediaType))
    return refused('file.unread', { name, reader: readBy, ...found });
  if (!kind) return refused('file.kind', { ...found, mend: mended.has(found.found) ? found.found : 'other' });
  if (runs.has(ending)) return refused('file.runs', { name, at: 'name' });
  return agrees({ ending, mediaType, kind })
    ? undefined
    : refused('file.other-kind', { name, ...found, at: 'name' });
}

const refused = (code: string, params: Parameters<typeof refuse>[2]) =>
  refuse('refused', code, params).refusal;

function agrees({ ending, mediaType, kind }: { ending: string; mediaType: string; kind: Kind }): boolean {
  const named = kinds.find(({ endings }) => endings.includes(ending));
  if (named === undefined || named === kind) return true;
  return (mediaType === zip && zipped.has(ending)) || (mediaType === compound && locked.has(ending));
}

/** For these there is something of their own to do; the words lie beside those of what was found. */
const mended = new Set(['web-page', 'drawing', 'script']);

const programs = [
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/wasm',
  'application/java-vm',
  'application/java-archive',
  'application/x.ms.shortcut',
  'application/vnd.android.package-archive',
  'application/x-deb',
  'application/x-rpm',
];

/** What may be a text that went wrong: two bytes a letter begin as music does. All else was told by what begins it. */
const untold = new Set([unknown, 'audio/mpeg']);

const called: Readonly<Record<string, string>> = {
  'text/html': 'web-page',
  'image/svg+xml': 'drawing',
  'text/x-script': 'script',
  'application/pdf': 'pdf',
  [`${word}.wordprocessingml.document`]: 'letter',
  [`${word}.spreadsheetml.sheet`]: 'workbook',
  [compound]: 'compound',
  [zip]: 'zip',
  [text]: 'text',
  [unknown]: 'unknown',
};

/** What was found, as `file.found.…` words it for people who need no list of types. */
function calledAs(mediaType: string): string {
  if (programs.includes(mediaType)) return 'program';
  if (mediaType.includes('disk')) return 'disk-image';
  if (mediaType.includes('macroenabled')) return 'macros';
  return called[mediaType] ?? (mediaType.startsWith('image/') ? 'image' : 'other');
}
