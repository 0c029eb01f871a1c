import type { Element, ElementContent, Root } from 'hast';
import { FACT_LABEL } from '../document/parts.ts';
import { classesOf, eachElement, h, hasClass, isElement, setClasses, solid, text } from './hast.ts';

/**
 * Splits the facts below each key judgment into label and value, so that the style can set them as a small
 * table while they stay a list: `Likelihood: **likely**` becomes `<span class="label">`, `<span
 * class="value">`. Facts with a label in `besides` are set side by side.
 */
export function splitFacts(tree: Root, besides: readonly string[]): void {
  eachElement(tree, (node) => {
    if (!hasClass(node, 'judgments')) return;
    for (const judgment of node.children.filter((child) => isElement(child, 'li'))) {
      for (const facts of judgment.children.filter((child) => isElement(child, 'ul'))) {
        setClasses(facts, [...classesOf(facts), 'facts']);
        for (const fact of facts.children.filter((child) => isElement(child, 'li'))) takeApart(fact, besides);
      }
    }
  });
}

function takeApart(fact: Element, besides: readonly string[]): void {
  const content = solid(fact.children);
  const only = content[0];
  // A loose list wraps each item in a paragraph.
  const line: ElementContent[] = content.length === 1 && isElement(only, 'p') ? only.children : fact.children;
  const first = line.find((child) => child.type !== 'text' || child.value.trim() !== '');
  const found = first?.type === 'text' ? FACT_LABEL.exec(first.value) : null;
  if (first?.type !== 'text' || found === null) return;
  const label = found[1] ?? '';
  if (besides.includes(label.slice(0, -1).trimEnd())) setClasses(fact, [...classesOf(fact), 'beside']);
  const rest = text(first.value.slice(found[0].length));
  const value = setBar([rest, ...line.slice(line.indexOf(first) + 1)]);
  fact.children = [
    h('span', { className: ['label'] }, [text(label)]),
    text(' '),
    h(
      value.some((child) => isElement(child, 'p', 'ul', 'ol')) ? 'div' : 'span',
      { className: ['value'] },
      value,
    ),
  ];
}

/** Separates the words before a bar, so that the bars of all judgments are aligned. */
function setBar(value: ElementContent[]): ElementContent[] {
  const bar = value.findIndex((child) => child.type === 'raw');
  if (bar < 1) return value;
  return [h('span', { className: ['term'] }, value.slice(0, bar)), ...value.slice(bar)];
}
