import { documentFormats } from '@concord/operations';
import { type Notice, type Refusal, type RefusalKind, type RefusedPlace, refuse } from '@concord/programme';
import { PressBusy, TooSlow } from '@concord/reports';
import { languageSpoken } from './language.ts';
import { tellWords } from './told.ts';

export const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  denied: 403,
  missing: 404,
  conflict: 409,
  stale: 412,
  refused: 422,
  precondition: 428,
  unavailable: 503,
};

/** Where HTTP has a status of its own for what a kind alone does not tell. */
const statusOfCode: Readonly<Record<string, number>> = {
  'file.too-large': 413,
  'file.kind': 415,
  'file.other-kind': 415,
  'file.unread': 415,
  'file.runs': 415,
  'file.macros': 415,
  'file.control': 415,
  'file.utf-32': 415,
};

/** RFC 9457: what was refused, in words that say what to do next. `status` overrides that of the refusal's kind. */
export function problem(
  refusal: Refusal,
  status = statusOfCode[refusal.code] ?? statusOf[refusal.kind],
  extra: object = {},
): Response {
  const language = languageSpoken();
  const body = {
    type: `urn:concord:refusal:${refusal.code}`,
    title: refusal.code,
    status,
    code: refusal.code,
    detail: tellWords(`refusal.${refusal.code}`, refusal.params),
    ...(refusal.path === undefined ? {} : { path: refusal.path }),
    ...(refusal.errors === undefined ? {} : { errors: refusal.errors.map(toldPlace) }),
    ...(refusal.alike === undefined
      ? {}
      : { alike: refusal.alike.map((kind) => ({ ...toldPlace(kind), count: kind.count })) }),
    ...(refusal.notices === undefined ? {} : { notices: refusal.notices.map(toldNotice) }),
    ...refusal.beside,
    ...extra,
  };
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'content-language': language,
    'cache-control': 'no-store',
  };
  if (status === 503) headers['retry-after'] = '1';
  if (status === 401) headers['www-authenticate'] = 'Bearer realm="concord"';
  return new Response(JSON.stringify(body), { status, headers });
}

/** A document that was not made although nothing is wrong with it; undefined for any other fault. */
export function renderingRefused(error: unknown): Response | undefined {
  if (error instanceof PressBusy)
    return problem(refuse('unavailable', 'report.busy', { waiting: error.waiting }).refusal);
  if (!(error instanceof TooSlow)) return undefined;
  const { seconds } = error;
  const others = documentFormats.filter((each) => each !== error.format && !ofPages.has(each)).join(', ');
  const format = error.format.toUpperCase();
  return problem(refuse('refused', 'report.too-slow', { format, seconds, others }).refusal);
}

/** What takes longest: every line is placed. */
const ofPages: ReadonlySet<string> = new Set(['pdf', 'docx']);

/** What should be known of an answer, in words. */
export function toldNotice({ code, params }: Notice): string {
  return tellWords(`notice.${code}`, params);
}

function toldPlace({ at, code, params }: RefusedPlace) {
  return { at, code, detail: tellWords(`refusal.${code}`, params) };
}
