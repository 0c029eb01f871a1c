import type { MarkingLook } from '../model/conventions/markings.ts';
import type { Paper } from '../model/page.ts';
import type { Furniture } from './page.ts';

/**
 * The rules that differ between memos: paper size and the texts in its margins. The style sheet sets the type
 * and position of the margin boxes. `marked`: the text of the first page begins with the marking, so that page
 * has none in its top margin.
 */
export function furnitureCss(
  paper: Paper,
  direction: 'ltr' | 'rtl',
  furniture: Furniture,
  marked: boolean,
): string {
  const { look, pageOf } = furniture;
  const places = boxesOf(look, cssString(furniture.foot));
  const first = marked ? `\n@page :first { margin-top: 9mm; @top-${look.align} { content: none; } }` : '';
  return `:root { --marking-colour: ${look.colour}; }
@page { size: ${paper}; direction: ${direction};
${places.boxes}
  @bottom-left { content: ${pageCounter(pageOf)}; }
}
@page :first { @${places.foot} { content: ''; } }${first}
@page wide { size: ${paper} landscape; }
${ownLook(look)}`;
}

/** The margin box for the footer text: where the marking leaves room. */
export function footPlace({ align }: Pick<MarkingLook, 'align'>): 'bottom-center' | 'bottom-right' {
  return align === 'center' ? 'bottom-right' : 'bottom-center';
}

/**
 * The margin boxes with the marking and the footer. The style sheet formats those of TLP 2.0, at the right on
 * black.
 */
function boxesOf(look: MarkingLook, foot: string): { readonly boxes: string; readonly foot: string } {
  const { align, header, footer, colour } = look;
  const place = footPlace(look);
  const marking = cssString(look.text);
  const dress = isPlain(look) ? '' : ` ${DRESS} background: ${look.background};`;
  const boxes = [
    ...(header ? [`  @top-${align} { content: ${marking}; color: ${colour};${dress} }`] : []),
    ...(footer ? [`  @bottom-${align} { content: ${marking}; color: ${colour};${dress} }`] : []),
    `  @${place} { content: ${foot};${place === 'bottom-right' ? ` ${UNDRESSED}` : ''} }`,
  ];
  return { boxes: boxes.join('\n'), foot: place };
}

const DRESS =
  'width: max-content; height: 19pt; margin: auto; padding: 0 6pt; font-size: 12pt; font-weight: 700; text-align: center; vertical-align: middle; white-space: nowrap;';
const UNDRESSED =
  'width: auto; height: auto; margin: 0; padding: 0; background: none; color: #55606b; font-size: 8.5pt; font-weight: 400; text-align: right; white-space: normal;';

/** Whether the marking looks as in the style sheet. */
function isPlain({ align, background }: MarkingLook): boolean {
  return align === 'right' && background === '#000000';
}

/** Rules for the marking in the text, if it looks different from the style sheet's. */
function ownLook(look: MarkingLook): string {
  if (isPlain(look)) return '';
  const { align, background } = look;
  const side = align === 'center' ? 'auto' : '0';
  const margins = `margin-left: ${align === 'left' ? '0' : 'auto'}; margin-right: ${align === 'right' ? '0' : side};`;
  return `:root:root .marking { background: ${background}; ${margins} }\n`;
}

/** `Page {page} of {pages}` as the value of `content`. */
function pageCounter(pageOf: string): string {
  return pageOf
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : cssString(part),
    )
    .join(' ');
}

/** A CSS string that can hold anything and cannot end the style element around it. */
export function cssString(value: string): string {
  const safe = value.replace(/["'\\<>&\p{Cc}\u2028\u2029]/gu, (character) => {
    return `\\${(character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`;
  });
  return `"${safe}"`;
}
