import type { Element, ElementContent, Root } from 'hast';
import { classesOf, eachElement, h, hasClass, isBlank, isElement, setClasses, solid } from './hast.ts';

/**
 * Gives tables and figures their captions: a paragraph with the role `caption` becomes the `<caption>` of the table
 * after it, or the `<figcaption>` of a figure when a paragraph that is only a picture follows. A source line after
 * a figure goes into it. A caption before anything else stays a paragraph.
 */
export function rehypeCaptions() {
  return (tree: Root): void => {
    tree.children = joined(tree.children as ElementContent[]);
    eachElement(tree, (element) => {
      if (isElement(element, 'li', 'blockquote', 'section')) element.children = joined(element.children);
    });
  };
}

function joined(children: readonly ElementContent[]): ElementContent[] {
  const blocks = children.filter(
    (child) => !isBlank(child) || child.type !== 'text' || !child.value.includes('\n'),
  );
  const out: ElementContent[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    const next = blocks[at + 1];
    const caption = hasClass(block, 'caption') && isElement(block, 'p') ? block : undefined;
    if (caption !== undefined && isElement(next, 'table')) {
      setClasses(next, [...classesOf(next), ...classesOf(caption).filter((name) => name !== 'caption')]);
      next.children.unshift(h('caption', {}, caption.children));
      continue;
    }
    if (caption !== undefined && isPicture(next)) {
      const source = blocks[at + 2];
      const line = hasClass(source, 'source-line') ? [source] : [];
      const extra = [...classesOf(caption), ...classesOf(next)].filter((name) => name !== 'caption');
      out.push(figure(next, extra, [h('figcaption', {}, caption.children)], line));
      at += 1 + line.length;
      continue;
    }
    if (isPicture(block)) {
      const line = hasClass(next, 'source-line') ? [next] : [];
      out.push(figure(block, classesOf(block), [], line));
      at += line.length;
      continue;
    }
    out.push(block);
  }
  return out;
}

function figure(
  picture: Element,
  classes: string[],
  before: ElementContent[],
  after: ElementContent[],
): Element {
  // A group to those who do not see it: what is drawn is the figure, and has an alternative text.
  return h('figure', { role: 'group', ...(classes.length > 0 && { className: classes }) }, [
    ...before,
    ...solid(picture.children),
    ...after,
  ]);
}

/** A paragraph with nothing in it but a picture. */
function isPicture(node: ElementContent | undefined): node is Element {
  if (!isElement(node, 'p')) return false;
  const content = solid(node.children);
  return content.length === 1 && content[0]?.type === 'raw';
}
