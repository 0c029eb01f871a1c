import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** Policy of the page: its own files only; only its own scripts, none inline, no `eval`. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // CodeMirror inserts its styles into the page
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
  'sandbox allow-same-origin', // lets the page around it read it; without `allow-scripts`, nothing runs in it
].join('; ');

/** Largest request body, in bytes: an imported file, or a text with its changes. */
const MAX_BODY = 32_000_000;

export interface Guarded {
  /** Host and port as a browser sends them: `127.0.0.1:4173`. */
  readonly host: () => string;
  readonly token: string;
}

/**
 * Admits only the page that this program shows. A page from elsewhere does not know the token; a name
 * made to resolve to this machine (DNS rebinding) is a different host; a form or script of another site says so
 * in `Origin` and `Sec-Fetch-Site`. Whoever is refused learns nothing, not even whether there is a page.
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

/** Compares in constant time, so that timing does not reveal how much is right. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
