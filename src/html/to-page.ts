import type { PrintablePage } from '../model/page.ts';
import { briefOf } from './brief-end.ts';
import { type Content, finishTree, htmlOf, treeOf } from './content.ts';
import { furnitureCss } from './furniture.ts';
import { houseClasses, houseCss, withHouse } from './house.ts';
import type { PageInput } from './page.ts';
import { headRows } from './tables.ts';

/**
 * Turns a memo in Markdown into a page to print or to show. Any text is valid Markdown: there are no errors.
 */
export function toPage(input: PageInput): PrintablePage {
  const content = contentOf(input);
  const marked = startsWithMarking(content, input.furniture.look.text);
  const { house } = input;
  const classes = `memo${marked ? ' marked' : ''}${house ? houseClasses(house) : ''}`;
  const body = `<main class="${classes}">\n${house ? withHouse(content, house) : content}\n</main>`;
  const brief = briefOf(body);
  return {
    body,
    css:
      furnitureCss(input.paper, input.direction, input.furniture, marked) +
      (house ? houseCss(house, input.furniture.look) : ''),
    stylesheet: input.stylesheet,
    language: input.language,
    direction: input.direction,
    title: input.title,
    ...(brief && { brief }),
    ...(house?.opening === 'cover' && { frontHeadings: headingsBefore(content) }),
  };
}

/** Number of headings on the cover and in the imprint. */
function headingsBefore(content: string): number {
  const imprint = content.indexOf('<section class="imprint"');
  const start = imprint < 0 ? content.indexOf('</header>') : content.indexOf('</section>', imprint);
  return content.slice(0, Math.max(0, start)).match(/<h[1-6]\b/g)?.length ?? 0;
}

/** The memo as HTML, without the page around it. */
export function contentOf(input: Content): string {
  const tree = treeOf(input);
  finishTree(tree);
  headRows(tree);
  return htmlOf(tree.children);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Whether the first page's text begins with exactly the marking, so that its header need not show it. */
function startsWithMarking(content: string, marking: string): boolean {
  return content.startsWith(`<header><p class="marking">${escapeText(marking)}</p>`);
}
