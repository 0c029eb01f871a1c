import type { Element, ElementContent, Properties, Root } from 'hast';
import { partsOf } from '../document/parts.ts';
import type {
  Block,
  Caption,
  Figure,
  Inline,
  Item,
  LinkTarget,
  List,
  MemoDocument,
  Note,
  Table,
} from '../document/types.ts';
import { FIGURE } from './brief-end.ts';
import { drawingOf } from './figures.ts';
import { h, text } from './hast.ts';
import { headingId, headingPrefix } from './headings.ts';
import { notePrefix, notesSection, referenceLink } from './notes.ts';
import type { PageInput } from './page.ts';
import { fitTables } from './wide-tables.ts';

/** What a page needs besides the document. */
export type PageContext = Pick<PageInput, 'figures' | 'labels' | 'part'>;

/**
 * A document as the elements of a page: a `<header>` before the first section, a `<section>` for each, and one
 * for the notes. Only the elements and attributes written here can result, whatever the memo contains.
 */
export function toHast(document: MemoDocument, context: PageContext): Root {
  const sections = partsOf(document).map(({ heading, blocks }, at) => {
    const content = [...(heading ? [{ ...heading, roles: [] }] : []), ...blocks];
    const name = heading || at > 0 ? 'section' : 'header';
    return h(name, classes(heading?.roles ?? []), turnWide(fitTables(content)).map(written(context)));
  });
  const notes = document.notes.map((note) => noteOf(note, context));
  return {
    type: 'root',
    children: [...sections, ...(notes.length > 0 ? [notesSection(notes, context)] : [])],
  };
}

function noteOf(note: Note, context: PageContext) {
  return { note, content: note.blocks.map((block) => blockOf(block, context)) };
}

/** A wide table on a page of its own, with the headings right before it and the source line after it. */
type Wide = { readonly type: 'wide'; readonly blocks: readonly Block[] };

function turnWide(blocks: readonly Block[]): (Block | Wide)[] {
  const out: (Block | Wide)[] = [];
  for (const block of blocks) {
    const before = out.at(-1);
    if (before?.type === 'wide' && (block.roles.includes('source-line') || isPartOf(block, before))) {
      out.splice(-1, 1, { ...before, blocks: [...before.blocks, block] });
    } else if (rolesOf(block).includes('wide')) {
      const headings: Block[] = [];
      for (let last = out.at(-1); last?.type === 'heading' && last.level > 1; last = out.at(-1)) {
        headings.unshift(last);
        out.pop();
      }
      out.push({ type: 'wide', blocks: [...headings, block] });
    } else out.push(block);
  }
  return out;
}

/** Whether a wide table without a caption continues the columns of the one before. */
function isPartOf(block: Block, { blocks }: Wide): boolean {
  return (
    block.type === 'table' &&
    block.caption === undefined &&
    rolesOf(block).includes('wide') &&
    blocks.at(-1)?.type === 'table'
  );
}

function written(context: PageContext): (block: Block | Wide) => Element {
  return (block) =>
    block.type === 'wide'
      ? h('div', { className: ['wide-page'] }, block.blocks.map(written(context)))
      : blockOf(block, context);
}

/** Roles of a block and of its caption. */
function rolesOf(block: Block): readonly string[] {
  if (block.type === 'table') return [...block.roles, ...(block.caption?.roles ?? [])];
  if (block.type !== 'figure') return block.roles;
  return [...(block.caption?.roles ?? []), ...block.roles].filter((role) => role !== 'caption');
}

function classes(roles: readonly string[]): Properties {
  return roles.length > 0 ? { className: [...roles] } : {};
}

function blockOf(block: Block, context: PageContext): Element {
  const inline = (content: readonly Inline[]) => inlinesOf(content, context);
  const properties = classes(rolesOf(block));
  switch (block.type) {
    case 'heading': {
      const level = context.part ? { ariaLevel: Math.min(6, block.level + 1) } : {};
      return h(
        `h${block.level}`,
        { ...properties, ...level, id: headingId(block.slug) },
        inline(block.content),
      );
    }
    case 'paragraph':
      return h('p', properties, inline(block.content));
    case 'list':
      return listOf(block, context);
    case 'quotation':
      return h(
        'blockquote',
        properties,
        block.blocks.map((one) => blockOf(one, context)),
      );
    case 'table':
      return tableOf(block, properties, context);
    case 'figure':
      return figureOf(block, properties, context);
    case 'code':
      return h('pre', {}, [h('code', properties, [text(block.text === '' ? '' : `${block.text}\n`)])]);
    case 'divider':
      return h('hr', properties, []);
  }
}

function listOf(list: List, context: PageContext): Element {
  const { start, roles, items } = list;
  const tasks = items.some(({ checked, roles: own }) => checked !== undefined && own.length === 0);
  const properties = {
    ...(start !== undefined && start !== 1 && { start }),
    ...(roles.length > 0 ? classes(roles) : tasks && { className: ['contains-task-list'] }),
  };
  return h(
    start === undefined ? 'ul' : 'ol',
    properties,
    lines(items.map((item) => itemOf(item, list, context))),
  );
}

function itemOf({ roles, checked, blocks }: Item, { loose }: List, context: PageContext): Element {
  const made = blocks.map((block) => blockOf(block, context));
  if (checked !== undefined) {
    const box = h('input', { type: 'checkbox', checked, disabled: true }, []);
    const [first] = made;
    if (first?.tagName === 'p') {
      first.children.unshift(box, ...(first.children.length > 0 ? [text(' ')] : []));
    } else made.unshift(h('p', {}, [box]));
  }
  const own =
    roles.length > 0 ? classes(roles) : checked === undefined ? {} : { className: ['task-list-item'] };
  return h('li', own, loose ? made : made.flatMap((one) => (one.tagName === 'p' ? one.children : [one])));
}

function tableOf({ caption, columns, rows }: Table, properties: Properties, context: PageContext): Element {
  const made = rows.map(({ cells, roles }, at) => {
    const written = cells.map((cell, column) => {
      const align = columns[column];
      const own = { ...(align !== undefined && { align }), ...classes(cell.roles) };
      return h(at === 0 ? 'th' : 'td', own, inlinesOf(cell.content, context));
    });
    return h('tr', classes(roles), lines(written));
  });
  const [head, ...body] = made;
  return h('table', properties, [
    ...captionOf('caption', caption, context),
    ...lines([
      ...(head ? [h('thead', {}, lines([head]))] : []),
      ...(body.length > 0 ? [h('tbody', {}, lines(body))] : []),
    ]),
  ]);
}

function captionOf(tagName: string, caption: Caption | undefined, context: PageContext): Element[] {
  return caption ? [h(tagName, {}, inlinesOf(caption.content, context))] : [];
}

/** If there is no drawing to show, its words replace it, and its caption becomes a paragraph. */
function figureOf(
  { caption, picture, source }: Figure,
  properties: Properties,
  context: PageContext,
): Element {
  // A group for screen readers: the drawing is the figure, with its alternative text.
  const key = /\/([a-z]+)\.svg$/.exec(picture.path)?.[1];
  return h('figure', { role: 'group', ...properties, ...(key && { [FIGURE]: key }) }, [
    ...captionOf('figcaption', caption, context),
    drawingOf(picture, context),
    ...(source ? [blockOf(source, context)] : []),
  ]);
}

function inlinesOf(content: readonly Inline[], context: PageContext): ElementContent[] {
  const out: ElementContent[] = [];
  let references: Element | undefined;
  for (const inline of content) {
    if (inline.type !== 'reference') {
      references = undefined;
      out.push(...inlineOf(inline, context));
    } else if (references) {
      references.children.push(text(','), referenceLink(inline, context)); // separates adjacent references
    } else {
      references = h('sup', {}, [referenceLink(inline, context)]);
      out.push(references);
    }
  }
  return out;
}

const TAGS = { emphasis: 'em', strong: 'strong', deletion: 'del' } as const;

function inlineOf(inline: Exclude<Inline, { type: 'reference' }>, context: PageContext): ElementContent[] {
  switch (inline.type) {
    case 'text':
      return [text(inline.text)];
    case 'code-text':
      return [h('code', {}, [text(inline.text)])];
    case 'break':
      return [h('br', {}, []), text('\n')];
    case 'picture':
      return [drawingOf(inline, context)];
    case 'link': {
      const href = inline.target && hrefOf(inline.target);
      const words = inlinesOf(inline.content, context);
      const shown = words.flatMap((word) => (word.type === 'text' ? breakable(word.value) : [word]));
      return [h('a', href === undefined ? {} : { href }, shown)];
    }
    default:
      return [h(TAGS[inline.type], {}, inlinesOf(inline.content, context))];
  }
}

/** Each on a line of its own. */
function lines(elements: readonly Element[]): ElementContent[] {
  return [text('\n'), ...elements.flatMap((element) => [element, text('\n')])];
}

/** The address of a link. `#heading` in GitHub's notation links to the prefixed id of that heading. */
function hrefOf(target: LinkTarget): string {
  if (target.kind === 'address') return target.address;
  return target.name.startsWith(notePrefix) ? `#${target.name}` : `#${targetOf(target.name)}`;
}

/** The id of a heading from a percent-encoded link. */
function targetOf(name: string): string {
  try {
    return encodeURI(headingId(decodeURIComponent(name)));
  } catch {
    return headingPrefix + name; // invalid encoding
  }
}

/** An address may break after slashes and the like; other words are not split. */
function breakable(words: string): ElementContent[] {
  if (!/^(?:https?:\/\/|www\.)\S+$/i.test(words)) return [text(words)];
  const parts = words.split(/(?<=[^:/]\/|[?&=_-])(?=[^/])/);
  return parts.flatMap((part, at) => (at === 0 ? [text(part)] : [h('wbr', {}, []), text(part)]));
}
