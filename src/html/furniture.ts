import type { Marking } from '../model/generated/types.ts';
import type { Paper } from '../model/page.ts';
import type { Furniture } from './page.ts';

/** Colour of each label on black. Source: FIRST, Traffic Light Protocol 2.0. */
export const markingColours: Readonly<Record<Marking, string>> = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER': '#ffc000',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff',
};

/**
 * The rules that differ between memos: size of the paper and what its margins say. How it looks is the business of
 * the style sheet, which gives the margin boxes their type and place. `marked`: the text of the first page begins
 * with the marking, so the top margin of that page makes way for it.
 */
export function furnitureCss(
  paper: Paper,
  direction: 'ltr' | 'rtl',
  furniture: Furniture,
  marked: boolean,
): string {
  const marking = cssString(furniture.marking);
  const foot = cssString(furniture.foot);
  return `:root { --marking-colour: ${markingColours[furniture.marking]}; }
@page { size: ${paper}; direction: ${direction};
  @top-right { content: ${marking}; color: ${markingColours[furniture.marking]}; }
  @bottom-right { content: ${marking}; color: ${markingColours[furniture.marking]}; }
  @bottom-center { content: ${foot}; }
  @bottom-left { content: ${pageCounter(furniture.pageOf)}; }
}
@page :first { @bottom-center { content: ''; } }${marked ? '\n@page :first { margin-top: 9mm; @top-right { content: none; } }' : ''}
@page wide { size: ${paper} landscape; }
`;
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
