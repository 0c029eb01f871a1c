import { jsonText } from '../load/json/json-text.ts';

/** A value to be written: texts are already in their final form. */
export type Layout =
  | { readonly kind: 'scalar'; readonly text: string }
  /** `lines` asks for one item a line, however short the list is. */
  | { readonly kind: 'list'; readonly items: readonly Layout[]; readonly lines: boolean }
  | { readonly kind: 'object'; readonly members: readonly (readonly [key: string, value: Layout])[] };

/** Longest line with a list of scalars. */
const LONGEST_LIST_LINE = 80;

const STEP = '  ';

/**
 * Lays out JSON so that plain git can merge it: each property has a line, each object lines of its own, and a
 * long list one item a line. Ends with a line end.
 */
export function printJson(root: Layout): string {
  return `${print(root, '', 0)}\n`;
}

/** @param used Characters on the line around the value: its key and the comma after it. */
function print(layout: Layout, indent: string, used: number): string {
  if (layout.kind === 'scalar') return layout.text;
  const inner = indent + STEP;
  if (layout.kind === 'object') {
    const members = layout.members.map(([key, value]) => {
      const name = `${jsonText(key)}: `;
      return `${inner}${name}${print(value, inner, name.length + 1)}`;
    });
    return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
  }
  const line = layout.lines ? undefined : onOneLine(layout);
  if (line !== undefined && indent.length + used + line.length <= LONGEST_LIST_LINE) return line;
  const items = layout.items.map((item) => `${inner}${print(item, inner, 1)}`);
  return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`;
}

/** A list on one line; `undefined` if something in it needs lines of its own. */
function onOneLine(layout: Layout): string | undefined {
  if (layout.kind === 'scalar') return layout.text;
  if (layout.kind === 'object' || layout.lines) return undefined;
  const items = layout.items.map(onOneLine);
  return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
}
