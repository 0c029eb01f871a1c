import type { Element, ElementContent, Nodes, Properties, Root, Text } from 'hast';

declare module 'hast' {
  interface ElementContentMap {
    raw: Raw;
  }
  interface RootContentMap {
    raw: Raw;
  }
}

/** HTML that is written as it is: drawings of the figures room. */
export interface Raw {
  type: 'raw';
  value: string;
}

/** Shorthands for the small tree transforms of this room. */

export function h(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): Text {
  return { type: 'text', value };
}

export function isElement(node: Nodes | undefined, ...tagNames: readonly string[]): node is Element {
  return node?.type === 'element' && (tagNames.length === 0 || tagNames.includes(node.tagName));
}

/** The classes of an element, as a list of its own. */
export function classesOf(node: Element): string[] {
  const classes = node.properties.className;
  return Array.isArray(classes) ? classes.map(String) : [];
}

export function hasClass(node: Nodes | undefined, name: string): node is Element {
  return isElement(node) && classesOf(node).includes(name);
}

export function setClasses(node: Element, classes: readonly string[]): void {
  if (classes.length > 0) node.properties.className = [...classes];
  else delete node.properties.className;
}

export function isBlank(node: Nodes | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === '';
}

/** The children without the white space between blocks. */
export function solid<Child extends Nodes>(children: readonly Child[]): Child[] {
  return children.filter((child) => !isBlank(child));
}

/**
 * Every element below a node, parents first. What `act` does to the children of its element counts. A plain walk:
 * `unist-util-visit` keeps ancestors and names for each node, and took a fifth of the time of a page.
 */
export function eachElement(parent: Root | Element, act: (element: Element) => void): void {
  for (const child of [...parent.children]) {
    if (child.type !== 'element') continue;
    act(child);
    eachElement(child, act);
  }
}
