import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** The page: its own files and nothing else; no script but its own, none in the text of the page, none by `eval`. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // CodeMirror writes its styles into the page
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/** The memo in its frame: no scripts at all, no forms, nothing fetched but fonts. */
export const MEMO_POLICY = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  'img-src data:',
  "frame-ancestors 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  'sandbox allow-same-origin', // so that the page around it can read it; without `allow-scripts` nothing runs in it
].join('; ');

/** Largest body of a question, in bytes: a file that is imported, or a text with its changes. */
const MAX_BODY = 32_000_000;

export interface Guarded {
  /** Host and port as a browser names them: `127.0.0.1:4173`. */
  readonly host: () => string;
  readonly token: string;
}

/**
 * Lets nobody in but the page that this program was asked to show. A page from elsewhere knows no token; a name that is made to
 * lead to this machine (DNS rebinding) is another host; a form or script of another site says so in `Origin` and
 * `Sec-Fetch-Site`. Whoever is not let in learns nothing, not even whether there is such a page.
 */
export function guard({ host, token }: Guarded): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    const refuse = () => context.text('Not found', 404);
    if (req.header('host') !== host()) return refuse();
    const [, given = ''] = new URL(req.url).pathname.split('/');
    if (!isSame(given, token)) return refuse();
    const origin = req.header('origin');
    if (origin !== undefined && origin !== `http://${host()}`) return refuse();
    const site = req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse();
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      if (req.method !== 'POST' || origin === undefined) return refuse();
      const length = Number(req.header('content-length') ?? Number.NaN);
      if (!(length <= MAX_BODY)) return context.text('Too large', 413);
    }
    await next();
    const { headers } = context.res;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', PAGE_POLICY);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cache-control', 'no-store');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
  };
}

/** Compares without telling by its time how much is right. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
