import { type Refusal, refuse, type StoredFile } from '@concord/programme';

/** A kind of file that is kept: its types by content, and the endings of names that belong to it. */
interface Kind {
  readonly types: readonly string[];
  readonly endings: readonly string[];
}

const word = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';
const text = 'text/plain';
const zip = 'application/zip';

/** Allowed by content: what people show as evidence, and what the importers read. */
const kinds: readonly Kind[] = [
  { types: ['application/pdf'], endings: ['pdf'] },
  { types: [`${word}.wordprocessingml.document`], endings: ['docx'] },
  { types: [`${word}.spreadsheetml.sheet`], endings: ['xlsx'] },
  { types: [`${word}.presentationml.presentation`], endings: ['pptx'] },
  { types: [`${open}.text`], endings: ['odt'] },
  { types: [`${open}.spreadsheet`], endings: ['ods'] },
  { types: [`${open}.presentation`], endings: ['odp'] },
  { types: ['application/x-cfb'], endings: ['doc', 'xls', 'ppt', 'msg', 'vsd'] },
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

const allowed =
  'PDF; Word, Excel and PowerPoint without macros; OpenDocument; RTF; images (PNG, JPEG, GIF, WebP, TIFF, BMP, HEIC, AVIF); text, such as CSV, JSON, YAML, XML and logs; ZIP, GZIP, TAR and 7z, which are not opened';

/** Documents that are a ZIP inside: what lies far behind their start is not seen, so they may pass for one. */
const zipped = new Set(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp']);

const runs = new Set(
  (
    'exe com scr pif cpl msi msp mst dll sys drv ocx xll bat cmd ps1 psm1 psd1 vbs vbe js jse mjs cjs ws wsf wsh hta ' +
    'jar class apk app appx msix deb rpm pkg run sh bash zsh csh command py pyw rb pl php lnk url desktop scf inf reg ' +
    'gadget chm hlp application dmg iso img vhd vhdx vmdk qcow2 html htm xhtml xht shtml mht mhtml svg svgz swf ' +
    'docm dotm xlsm xltm xlam pptm potm ppam sldm'
  ).split(' '),
);

/** What a command may be able to read; of these, the reader says itself what is the matter with one it can not. */
const readable = new Set([
  `${word}.spreadsheetml.sheet`,
  `${open}.spreadsheet`,
  'application/x-cfb',
  'application/xml',
  text,
  zip,
]);

/**
 * Why a file is not kept: its kind, or a name that says something else than its content or would be run. One that a
 * command is to read is refused in the words of that command.
 */
export function refuseKind(
  { name, mediaType }: Pick<StoredFile, 'name' | 'mediaType'>,
  readBy?: string,
): Refusal | undefined {
  const kind = kinds.find(({ types }) => types.includes(mediaType));
  if (readBy !== undefined && !readable.has(mediaType))
    return refuse('refused', 'file.unread', { name, reader: readBy }).refusal;
  if (!kind)
    return refuse('refused', 'file.kind', {
      found: calledAs(mediaType),
      mend: mends[mediaType] ?? '',
      allowed,
    }).refusal;
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (runs.has(ending)) return refuse('refused', 'file.runs', { name, at: 'name' }).refusal;
  const named = kinds.find(({ endings }) => endings.includes(ending));
  const agrees = named === undefined || named === kind || (mediaType === zip && zipped.has(ending));
  if (agrees) return undefined;
  return refuse('refused', 'file.other-kind', { name, found: calledAs(mediaType), at: 'name' }).refusal;
}

const mends: Readonly<Record<string, string>> = {
  'text/html': 'Print it to PDF. ',
  'image/svg+xml': 'Save it as PNG. ',
  'text/x-script': 'Put it into an archive, if the script itself is the evidence. ',
};

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

/** What was found, in words that need no list of types. */
function calledAs(mediaType: string): string {
  if (programs.includes(mediaType)) return 'a program';
  if (mediaType.includes('disk')) return 'a disk image';
  if (mediaType === 'text/html') return 'a web page, which can carry scripts';
  if (mediaType === 'image/svg+xml') return 'an SVG drawing, which can carry scripts';
  if (mediaType === 'text/x-script') return 'a script';
  if (mediaType.includes('macroenabled')) return 'a document with macros';
  if (mediaType === 'application/octet-stream') return 'a file of no kind that could be told';
  return mediaType === text ? 'plain text' : `a file of the type ${mediaType}`;
}
