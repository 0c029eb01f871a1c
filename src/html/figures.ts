import type { ElementContent } from 'hast';
import type { Picture } from '../document/types.ts';
import type { FigureFile, Picture as FigurePicture } from '../model/page.ts';
import { text } from './hast.ts';
import type { PageInput } from './page.ts';

/**
 * The SVG of a figure in place of its image, unchanged: it comes from the figures room. If it contains more
 * than a drawing, its alternative text is used.
 */
export function drawingOf(
  { path, alternative }: Picture,
  { figures, part }: Pick<PageInput, 'figures' | 'part'>,
): ElementContent {
  const svg = figures.get(path);
  if (typeof svg === 'object') return embedded(svg, alternative);
  return inline(part && svg !== undefined ? withPrefix(svg, `${part.key}-`) : svg, alternative);
}

/** Whether a path is that of a figure that can be shown. */
export function isFigureOf(figures: ReadonlyMap<string, FigureFile>): (path: string) => boolean {
  return (path) => {
    const file = figures.get(path) ?? '';
    return typeof file === 'object' || drawingIn(file) !== undefined;
  };
}

/** A picture embedded in the page as a data URL, so that nothing is fetched. */
function embedded({ bytes, mediaType, width, height }: FigurePicture, alt: string): ElementContent {
  const src = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  const value = `<img class="photograph" src="${src}" alt="${escapeAttribute(alt)}" width="${width}" height="${height}">`;
  return { type: 'raw', value };
}

function inline(svg: string | undefined, alt: string): ElementContent {
  const drawing = svg === undefined ? undefined : drawingIn(svg);
  if (drawing === undefined) return text(alt);
  const tag = drawing.slice(0, drawing.indexOf('>') + 1);
  const bare = tag.replace(/\s(?:role|focusable|aria-[a-z]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  const description = alt === '' ? ' aria-hidden="true"' : ` role="img" aria-label="${escapeAttribute(alt)}"`;
  return {
    type: 'raw',
    value: bare.replace('<svg', () => `<svg${description}`) + content(drawing.slice(tag.length)),
  };
}

const NAMES = 'svg|g|title|desc|path|rect|circle|line|text';
const ATTRIBUTE =
  '\\s+(?!on|style|href|xlink)[a-zA-Z][\\w:-]*\\s*=\\s*(?:"(?!\\s*\\w+\\()[^"<]*"|\'(?!\\s*\\w+\\()[^\'<]*\')';
/** A tag allowed in a drawing: shapes and text; no script, style, link, embedded page or function values. */
const TAG = new RegExp(`</?(?:${NAMES})(?:${ATTRIBUTE})*\\s*/?>`, 'gi');

/** The content of an SVG file; `undefined` if it contains more than a drawing. */
function drawingIn(svg: string): string | undefined {
  const start = svg.search(/<svg\b/);
  if (start < 0) return undefined;
  const drawing = svg.slice(start);
  return drawing.replace(TAG, '').includes('<') ? undefined : drawing;
}

/**
 * Removes what a file needs only when opened by itself: title and description, which caption and alternative
 * text repeat, and text widths, which are for viewers without the fonts.
 */
function content(inside: string): string {
  return inside
    .replace(/^\s*<title>[^<]*<\/title>\s*<desc>[^<]*<\/desc>/, '')
    .replaceAll(/ textLength="[\d.]+" lengthAdjust="spacingAndGlyphs"/g, '');
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The same drawing with a prefix for its ids and references: a document may contain it more than once. */
function withPrefix(svg: string, prefix: string): string {
  return svg.replace(/(\sid="|\bhref="#|url\(#)(?=[^"')])/g, (found) => found + prefix);
}
