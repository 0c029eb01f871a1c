import type { ElementContent, Root, Text } from 'hast';
import { classesOf, eachElement, h, text } from './hast.ts';

/** A range of numbers with its unit: `80–95 %`. A line may break after the dash, which tears it apart. */
const range = /(\d[\d.,]*–\d[\d.,]*(?:\u00a0\S+)?)/;

const NOWRAP = 'nowrap';

/** Keeps each range of numbers on one line. */
export function keepRanges(tree: Root): void {
  eachElement(tree, (element) => {
    if (classesOf(element).includes(NOWRAP) || !element.children.some(holdsRange)) return;
    element.children = element.children.flatMap((child) =>
      holdsRange(child) ? apart(child.value) : [child],
    );
  });
}

function holdsRange(node: ElementContent): node is Text {
  return node.type === 'text' && node.value.includes('–') && range.test(node.value);
}

/** The text around the ranges, and each range in an element of its own. */
function apart(value: string): ElementContent[] {
  return value
    .split(range)
    .map((part, index) => (index % 2 === 1 ? h('span', { className: [NOWRAP] }, [text(part)]) : text(part)))
    .filter((node) => node.type !== 'text' || node.value !== '');
}
