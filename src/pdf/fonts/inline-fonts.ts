import { fontCss, fontFile } from './fonts.ts';

/**
 * `@font-face` rules with the fonts in them, for a document that stands alone: only the faces whose characters
 * the text has.
 */
export function inlineFontCss(text: string): string {
  const characters = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  return fontCss()
    .split('\n')
    .filter((rule) =>
      rangesOf(rule).some(([from, to]) => characters.some((code) => code >= from && code <= to)),
    )
    .map((rule) =>
      rule.replace(/url\((https:[^)]+)\)/, (whole, url: string) => {
        const bytes = fontFile(url);
        return bytes === undefined ? whole : `url(data:font/woff2;base64,${bytes})`;
      }),
    )
    .join('\n');
}

/** The ends of each range of a rule's `unicode-range`, inclusive. */
function rangesOf(rule: string): [number, number][] {
  const listed = /unicode-range:([^}]*)\}/.exec(rule)?.[1] ?? '';
  return [...listed.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, from = '', to]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to ?? from, 16),
  ]);
}
