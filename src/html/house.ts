import type { Logo } from '../model/brand/house-style.ts';
import type { MarkingLook } from '../model/conventions/markings.ts';
import { cssString, footPlace } from './furniture.ts';
import type { PageHouse } from './page.ts';

/** Classes of the memo used by the style sheet of house styles. */
export function houseClasses({ base, opening }: PageHouse): string {
  return ` house house-${base} opens-${opening}`;
}

/**
 * A memo's content with logo and name at its head, after the marking, and the watermark before everything. A
 * watermark, and a logo beside its name, are hidden from screen readers.
 */
export function withHouse(content: string, house: PageHouse): string {
  const { opening, logo, name, watermark } = house;
  const shown = opening !== 'none' && (logo !== undefined || name !== undefined);
  const named = name === undefined ? '' : `<span class="house-name">${escaped(name)}</span>`;
  const head = shown ? `<div class="house-head">${logo ? picture(logo, name) : ''}${named}</div>` : '';
  const behind = /^<header>(?:<p class="marking">.*?<\/p>)?/.exec(content)?.[0] ?? '';
  const mark =
    watermark === undefined ? '' : `<div class="watermark" aria-hidden="true">${escaped(watermark)}</div>`;
  return `${mark}${behind}${head}${content.slice(behind.length)}`;
}

function picture({ mediaType, base64, width, height }: Logo, name: string | undefined): string {
  // Beside the name it says nothing more; without the name nobody would know what it shows.
  const alt = name === undefined ? 'Logo' : `Logo: ${name}`;
  const ratio = Math.round((width / height) * 1000) / 1000;
  return `<img class="house-logo" alt="${escaped(alt)}" style="aspect-ratio:${ratio}" src="data:${mediaType};base64,${base64}">`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Rules for a memo's running header, and for separately numbered front matter. */
export function houseCss({ opening, runningHead }: PageHouse, look: MarkingLook): string {
  const place = look.align === 'left' ? 'top-right' : 'top-left';
  const head =
    runningHead === undefined
      ? ''
      : `@page { @${place} { content: ${cssString(runningHead)}; ${HEAD} text-align: ${place.slice(4)}; } }
@page :first { @${place} { content: none; } }
`;
  const front =
    opening === 'cover'
      ? `@page { @bottom-left { content: counter(page); } }
@page front { counter-increment: page 0 front 1; @bottom-left { content: counter(front, lower-roman); } @${footPlace(look)} { content: ''; } }
@page front:first { @bottom-left { content: ''; } }
`
      : '';
  return head + front;
}

const HEAD =
  'width: auto; height: auto; margin: 0; padding: 0; background: none; color: #55606b; font-size: 8.5pt; font-weight: 400; vertical-align: middle; white-space: normal;';

/**
 * The body for a screen. The role is for the tags of a PDF; a captioned HTML figure cannot have another. What
 * scrolls sideways on a phone can be scrolled by keyboard; the figure of the judgments is hidden there.
 */
export function screenBody(body: string): string {
  return body.replaceAll(/<figure role="group"( data-figure="judgments")?/g, (_, judgments?: string) =>
    judgments === undefined ? '<figure tabindex="0"' : `<figure${judgments}`,
  );
}

/** A style sheet for a screen: without fonts whose licence only allows embedding subsets in a PDF. */
export function screenStyle(stylesheet: string): string {
  return stylesheet.replace(/@font-face\{[^}]*\/\* print only \*\/\}\n?/g, '');
}
