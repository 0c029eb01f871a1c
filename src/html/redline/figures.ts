import type { Element } from 'hast';
import { h, isElement, text } from '../hast.ts';
import type { Context } from './context.ts';
import { addedBlock, isRaw, mergeText, removedBlock, withClass } from './marks.ts';

/** A figure of both editions: the newer drawing, and a line that says so where it is another one; its caption word by word. */
export function mergeFigure(before: Element, after: Element, context: Context): Element {
  const [old, fresh] = [drawingOf(before), drawingOf(after)];
  const texts = ['figcaption', 'p'].map((tagName) => {
    const [source, target] = [before, after].map(({ children }) =>
      children.find((child) => isElement(child, tagName)),
    );
    if (isElement(source) && isElement(target)) return [mergeText(source, target, context)];
    if (isElement(target)) return [addedBlock(target, context)];
    return isElement(source) ? removedBlock(source, context) : [];
  });
  const drawings = after.children.filter(isRaw);
  const note = h('p', { className: ['figure-changed'] }, [
    h('span', { className: ['change-label'] }, [text(context.labels.figureChanged)]),
  ]);
  const [caption = [], sourceLine = []] = texts;
  const made = {
    ...after,
    properties: { ...after.properties },
    children: [...caption, ...(old === fresh ? [] : [note]), ...drawings, ...sourceLine],
  };
  return withClass(made, old !== fresh && 'changed');
}

/** The drawings without the text that stands for them. */
function drawingOf({ children }: Element): string {
  return children
    .map((child) => ('value' in child && isRaw(child) ? child.value : ''))
    .join('')
    .replace(/ aria-label="[^"]*"/g, '');
}
