import { join } from 'node:path';
import type { Hono } from 'hono';
import { FONT_HOST, fontCss, fontFile } from '../../pdf/fonts/fonts.ts';
import type { Desk } from '../desk.ts';

/** Files of the page by name, with their media types. */
const ASSETS: Readonly<Record<string, string>> = {
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'printed.js': 'text/javascript; charset=utf-8',
  'pdf.worker.js': 'text/javascript; charset=utf-8',
};

/** Routes for the page's own files: scripts, styles, fonts. */
export function addPageRoutes(routes: Hono, desk: Desk): void {
  routes.get('/assets/:file', async (context) => {
    const { file } = context.req.param();
    const type = Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
    const path = join(desk.project.effects.programFolder, 'dist', 'desk', file);
    const bytes = type && (await desk.project.effects.readFile(path));
    return bytes && type
      ? context.body(new Uint8Array(bytes), 200, { 'content-type': type })
      : context.notFound();
  });
  routes.get('/fonts.css', (context) =>
    context.body(fontCss().replaceAll(FONT_HOST, 'fonts/'), 200, {
      'content-type': 'text/css; charset=utf-8',
    }),
  );
  routes.get('/fonts/*', (context) => {
    const { pathname } = new URL(context.req.url);
    const bytes = fontFile(`${FONT_HOST}${pathname.split('/').slice(3).join('/')}`);
    return bytes === undefined
      ? context.notFound()
      : context.body(new Uint8Array(Buffer.from(bytes, 'base64')), 200, { 'content-type': 'font/woff2' });
  });
}

/** The page is an empty shell: its script renders everything. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>threat-memo</title>
<link rel="stylesheet" href="fonts.css">
<link rel="stylesheet" href="assets/page.css">
<link rel="icon" href="data:,">
<script type="module" src="assets/page.js"></script>
</head>
<body><div id="desk"></div></body>
</html>
`;
