import type { PrintablePage } from '../model/page.ts';
import { screenBody, screenStyle } from './house.ts';

/** Policy: nothing but the page itself; no scripts, nothing fetched. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; form-action 'none'";

/** A self-contained HTML document, for `--format html`. `fontCss` holds `@font-face` rules. */
export function toStandaloneHtml(page: PrintablePage, fontCss: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(page.language)}" dir="${page.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(page.title)}</title>
<style>
${[fontCss, screenStyle(page.stylesheet), page.css].map(insideStyle).join('\n')}
</style>
</head>
<body>
${screenBody(page.body)}
</body>
</html>
`;
}

function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** `</style` inside a string or comment of a style sheet would end the element; the escaped slash means the same to CSS. */
function insideStyle(css: string): string {
  return css.replace(/<\/(?=style)/gi, '<\\/');
}
