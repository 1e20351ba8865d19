import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { refuse } from '@concord/programme';
import type { Handler } from 'hono';
import { problem } from './answer/problem.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Two rules of its own that React Aria writes into the page, known by what they say: how a pressed thing is touched, and
 * that a page under a dialog does not scroll on a phone.
 */
const rulesOfReactAria = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
];

/**
 * The app runs what we built and nothing else, speaks to this address alone, and shows files that people sent only as
 * pictures or in a frame of their own.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${rulesOfReactAria.join(' ')}`,
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  'frame-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface WebFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** Its name tells its content, so it never changes. */
  readonly isHashed: boolean;
}

/**
 * The built app: its files by their names, and its page for every other address, for the app itself knows what stands
 * there. Nothing in it is anybody's data, so it is handed out without a key.
 */
export function webFiles(directory: string): Handler {
  const files = readAll(directory);
  const page = files.get('/index.html');
  return (context) => {
    const { path } = context.req;
    const file = files.get(path) ?? (extname(path) === '' || !path.startsWith('/assets/') ? page : undefined);
    if (!file) return problem(refuse('missing', 'route.unknown').refusal);
    return new Response(file.bytes, {
      headers: {
        'content-type': file.mediaType,
        'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        'content-security-policy': policy,
      },
    });
  };
}

/** Read once: a build that replaces the folder meanwhile does not mix with the one that is served. */
function readAll(directory: string): ReadonlyMap<string, WebFile> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => {
      const name = path.slice(directory.length).replaceAll('\\', '/');
      const mediaType = mediaTypes[extname(path)] ?? 'application/octet-stream';
      return [
        name,
        { bytes: new Uint8Array(readFileSync(path)), mediaType, isHashed: name.startsWith('/assets/') },
      ];
    }),
  );
}
