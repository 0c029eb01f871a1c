import type { PrintablePage } from '../model/page.ts';

/** A page for the frame; empty if there is no memo yet. Includes its policy: no scripts. */
export function memoPage(page: PrintablePage | undefined): string {
  const { body = '', css = '', stylesheet = '', language = 'en', direction = 'ltr' } = page ?? {};
  return `<!doctype html>
<html lang="${attribute(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>memo</title>
<link rel="stylesheet" href="fonts.css">
<style id="form">${insideStyle(stylesheet)}</style>
<style id="own">${insideStyle(css)}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function attribute(value: string): string {
  return value.replace(/[^A-Za-z0-9-]/g, '');
}

/** `</style` inside a string or comment of a style sheet would end the element; the escaped slash means the same to CSS. */
function insideStyle(css: string): string {
  return css.replace(/<\/(?=style)/gi, '<\\/');
}
