import { fontCss, fontFile } from './fonts.ts';

/**
 * `@font-face` rules with embedded fonts, for a stand-alone document: only the faces with characters of the
 * text.
 */
export function inlineFontCss(text: string): string {
  return facesFor(text)
    .map((rule) =>
      rule.replace(FONT_URL, (whole, url: string) => {
        const bytes = fontFile(url);
        return bytes === undefined ? whole : `url(data:font/woff2;base64,${bytes})`;
      }),
    )
    .join('\n');
}

/** The same for pages that share a folder `fonts`: the rules, and the font files for that folder. */
export function linkedFontCss(text: string): {
  readonly css: (folder: string) => string;
  readonly files: ReadonlyMap<string, Uint8Array>;
} {
  const faces = facesFor(text);
  const files = new Map<string, Uint8Array>();
  for (const rule of faces) {
    const [, url = ''] = FONT_URL.exec(rule) ?? [];
    const bytes = fontFile(url);
    if (bytes !== undefined) files.set(nameOf(url), Buffer.from(bytes, 'base64'));
  }
  const css = (folder: string) =>
    faces
      .map((rule) => rule.replace(FONT_URL, (_, url: string) => `url(${folder}${nameOf(url)})`))
      .join('\n');
  return { css, files };
}

const FONT_URL = /url\((https:[^)]+)\)/;

function nameOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

function facesFor(text: string): string[] {
  const characters = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  return fontCss()
    .split('\n')
    .filter((rule) =>
      rangesOf(rule).some(([from, to]) => characters.some((code) => code >= from && code <= to)),
    );
}

/** The ends of each range of a rule's `unicode-range`, inclusive. */
function rangesOf(rule: string): [number, number][] {
  const listed = /unicode-range:([^}]*)\}/.exec(rule)?.[1] ?? '';
  return [...listed.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, from = '', to]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to ?? from, 16),
  ]);
}
