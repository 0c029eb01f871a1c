import type { Element, ElementContent, Properties, Root } from 'hast';
import type { HouseColours } from '../model/brand/house-style.ts';
import { finishTree, htmlOf, treeOf } from './content.ts';
import { classesOf, h, isElement, text } from './hast.ts';
import type { PageInput } from './page.ts';

/** The parts of a page that an e-mail needs. */
export interface EmailInput
  extends Pick<PageInput, 'markdown' | 'labels' | 'language' | 'direction' | 'title' | 'furniture'> {
  /** Whose style it has; without it the shipped one. */
  readonly house?: { readonly name?: string; readonly colours: EmailColours };
}

/** Colours as `#rrggbb`. */
type EmailColours = Pick<HouseColours, 'structure' | 'accent' | 'tint'>;

/** In pixels: the width of a message beside the folder list of mail clients. */
const WIDTH = 640;

const SERIF = "Georgia, 'Times New Roman', serif";
const SANS = 'Arial, Helvetica, sans-serif';
const INK = '#1c2126';
const SHIPPED: EmailColours = { structure: '#17375e', accent: '#a3401a', tint: '#edf1f6' };
const TEXT = `margin:0 0 12px;font:16px/24px ${SERIF};color:${INK};`;
const SMALL = `margin:0 0 8px;font:14px/20px ${SANS};color:#55606b;`;

/** Inline styles by element name: mail clients drop style sheets, or parts of them. */
const tagStyles = ({ structure }: EmailColours): Readonly<Record<string, string>> => ({
  h1: `margin:16px 0 8px;font:bold 28px/34px ${SANS};color:${structure};`,
  h2: `margin:28px 0 10px;padding:0 0 4px;border-bottom:1px solid ${structure};font:bold 20px/26px ${SANS};color:${structure};`,
  h3: `margin:20px 0 8px;font:bold 16px/22px ${SANS};color:${structure};`,
  h4: `margin:16px 0 6px;font:bold 15px/20px ${SANS};color:${INK};`,
  p: TEXT,
  ul: `margin:0 0 12px;padding:0 0 0 24px;font:16px/24px ${SERIF};color:${INK};`,
  ol: `margin:0 0 12px;padding:0 0 0 28px;font:16px/24px ${SERIF};color:${INK};`,
  li: 'margin:0 0 6px;',
  blockquote: 'margin:0 0 12px;padding:0 0 0 12px;border-left:2px solid #b4bdc6;',
  table: `width:100%;margin:0 0 16px;border-collapse:collapse;font:14px/20px ${SANS};color:${INK};`,
  th: `padding:6px 10px 6px 0;border-bottom:1px solid ${structure};text-align:start;vertical-align:bottom;color:${structure};`,
  td: 'padding:6px 10px 6px 0;border-bottom:1px solid #d5dbe1;text-align:start;vertical-align:top;',
  a: `color:${structure};`,
  sup: 'font-size:11px;line-height:0;',
  code: 'font-family:Consolas, monospace;',
  pre: 'margin:0 0 12px;white-space:pre-wrap;',
  hr: 'margin:20px 0;border:0;border-top:1px solid #b4bdc6;',
});

/** Inline styles by role, which replace those. */
const ROLES: Readonly<Record<string, string>> = {
  series: SMALL,
  subtitle: `margin:0 0 12px;font:italic 18px/24px ${SERIF};color:#55606b;`,
  authors: SMALL,
  dateline: SMALL,
  scope: SMALL,
  'source-line': SMALL,
  caption: `${TEXT}font-weight:bold;`,
  'scale-note': SMALL,
  facts: `margin:0 0 14px;padding:0 0 0 20px;font:14px/21px ${SANS};color:${INK};`,
};

/**
 * A memo as the body of an e-mail: one file, without scripts, style sheets, pictures and internal links, since
 * mail clients drop or block them. Every element has an inline style, tables do the layout, and a figure
 * becomes words: its caption, then its alternative text.
 */
export function toEmail(input: EmailInput): string {
  const { markdown, labels, language, direction, title, furniture, house } = input;
  // Without drawings, each figure becomes its alternative text.
  const tree = treeOf({ markdown, labels, figures: new Map() });
  finishTree(tree);
  const marking = markingBar(furniture.look.text, furniture.look.colour);
  const colours = house?.colours ?? SHIPPED;
  const style = { tags: tagStyles(colours), colours };
  const body = htmlOf([...mailed(withoutMarking(tree), style), marking]);
  const lang = language.replace(/[^A-Za-z0-9-]/g, '');
  return `<!doctype html>
<html lang="${lang}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
</head>
<body style="margin:0;padding:0;background:#ffffff;">
<div role="main" lang="${lang}" dir="${direction}" style="word-break:break-word;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px 12px;">
<table role="presentation" width="${WIDTH}" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:${WIDTH}px;"><tr><td align="${direction === 'rtl' ? 'right' : 'left'}" style="padding:0;">
${htmlOf([marking, ...nameOf(house?.name, colours)])}
${body}
</td></tr></table>
</td></tr></table>
</div>
</body>
</html>
`;
}

/** The name of the house, above the memo. */
function nameOf(name: string | undefined, { structure }: EmailColours): Element[] {
  const style = `margin:0 0 8px;padding:0 0 8px;border-bottom:2px solid ${structure};font:bold 16px/22px ${SANS};color:${structure};`;
  return name === undefined ? [] : [h('p', { style }, [text(name)])];
}

/** The marking as a bar, above and below: with a table background, since some clients drop that of text. */
function markingBar(label: string, colour: string): Element {
  const cell = h(
    'td',
    {
      bgColor: '#000000',
      style: `padding:3px 8px;background:#000000;font:bold 16px/22px ${SANS};color:${colour};`,
    },
    [text(label)],
  );
  const table = { role: 'presentation', align: 'right', cellPadding: '0', cellSpacing: '0', border: '0' };
  return h('div', { style: 'overflow:hidden;margin:0 0 8px;' }, [h('table', table, [h('tr', {}, [cell])])]);
}

/** Without marking, which the bars show, and contents list, which could link to nothing. */
function withoutMarking(tree: Root): ElementContent[] {
  return (tree.children as ElementContent[])
    .filter((child) => !(isElement(child) && classesOf(child).includes('contents')))
    .map((child) =>
      isElement(child, 'header')
        ? { ...child, children: child.children.filter((one) => !isMarking(one)) }
        : child,
    );
}

function isMarking(node: ElementContent): boolean {
  return isElement(node) && classesOf(node).includes('marking');
}

/** How elements are styled: by their names, and with which colours. */
interface EmailStyle {
  readonly tags: Readonly<Record<string, string>>;
  readonly colours: EmailColours;
}

function mailed(nodes: readonly ElementContent[], look: EmailStyle): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node];
    const children = mailed(node.children, look);
    const classes = classesOf(node);
    switch (node.tagName) {
      case 'header':
      case 'section':
      case 'figure':
      case 'div':
        return [h('div', {}, children)];
      case 'figcaption':
        return [h('p', { style: `${TEXT}font-weight:bold;` }, children)];
      case 'span':
      case 'input':
        return children;
      case 'colgroup':
        return [];
      case 'a':
        return linkOf(node, classes, children, look);
      case 'table':
        return tableOf(children, look);
      case 'th':
      case 'td':
        return [cellOf(node, classes, children, look)];
      case 'tr':
        return [h('tr', {}, withWholeWords(children))];
      case 'blockquote':
        if (classes.includes('bottom-line')) return [tinted(children, look)];
    }
    const style = ROLES[classes.find((name) => name in ROLES) ?? ''] ?? look.tags[node.tagName];
    return [
      h(
        node.tagName,
        { ...cellProperties(node.properties), ...(style !== undefined && { style }) },
        children,
      ),
    ];
  });
}

/** External links are kept, others removed: clients rename or drop the targets of internal links. */
function linkOf(
  node: Element,
  classes: readonly string[],
  children: ElementContent[],
  { tags }: EmailStyle,
): ElementContent[] {
  if (classes.includes('back')) return [];
  const href = String(node.properties.href ?? '');
  return href.startsWith('#') ? children : [h('a', { href, style: tags.a ?? '' }, children)];
}

/** The caption of a table as a paragraph before it: Outlook sets captions in its own type. */
function tableOf(children: readonly ElementContent[], { tags }: EmailStyle): ElementContent[] {
  const caption = children.find((child) => isElement(child, 'caption'));
  const rest = children.filter((child) => child !== caption);
  return [
    ...(isElement(caption)
      ? [h('p', { style: `${TEXT}margin-bottom:4px;font-weight:bold;` }, caption.children)]
      : []),
    h('table', { style: tags.table ?? '', cellPadding: '0', cellSpacing: '0', border: '0' }, rest),
  ];
}

function cellOf(
  node: Element,
  classes: readonly string[],
  children: ElementContent[],
  { tags }: EmailStyle,
): Element {
  const align = classes.includes('number') ? 'right' : classes.includes('center') ? 'center' : undefined;
  const style = `${tags[node.tagName] ?? ''}${align === undefined ? '' : `text-align:${align};`}`;
  return h(
    node.tagName,
    { ...cellProperties(node.properties), ...(align !== undefined && { align }), style },
    children,
  );
}

/** Keeps words in the first cell of a row whole, since it names the row. */
function withWholeWords(cells: readonly ElementContent[]): ElementContent[] {
  const first = cells.findIndex((cell) => isElement(cell));
  return cells.map((cell, index) =>
    index === first && isElement(cell)
      ? {
          ...cell,
          properties: { ...cell.properties, style: `${cell.properties.style ?? ''}word-break:normal;` },
        }
      : cell,
  );
}

/** The bottom line in a box: a table, whose background every client shows. */
function tinted(children: ElementContent[], { colours: { tint, accent } }: EmailStyle): Element {
  const cell = h(
    'td',
    { bgColor: tint, style: `padding:12px 16px 4px;background:${tint};border-top:2px solid ${accent};` },
    children,
  );
  const table = {
    role: 'presentation',
    width: '100%',
    cellPadding: '0',
    cellSpacing: '0',
    border: '0',
    style: 'width:100%;margin:0 0 16px;',
  };
  return h('table', table, [h('tr', {}, [cell])]);
}

/** Attributes that have a meaning without a style sheet. */
function cellProperties({ start, scope, colSpan }: Properties): Properties {
  return {
    ...(start != null && { start }),
    ...(scope != null && { scope }),
    ...(colSpan != null && { colSpan }),
  };
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
