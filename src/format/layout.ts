import { jsonText } from '../load/json/json-text.ts';

/** A value on its way to a file: texts are as they will stand there. */
export type Layout =
  | { readonly kind: 'scalar'; readonly text: string }
  /** `lines` asks for one item a line however short the list is. */
  | { readonly kind: 'list'; readonly items: readonly Layout[]; readonly lines: boolean }
  | { readonly kind: 'object'; readonly members: readonly (readonly [key: string, value: Layout])[] };

/** A list of scalars goes on one line as long as the line has no more characters than this. */
const LONGEST_LIST_LINE = 80;

const STEP = '  ';

/**
 * JSON laid out so that plain git merges it: each property has a line, each object stands on lines of its own, and a list
 * that has grown long has one item a line. Ends with a line end.
 */
export function printJson(root: Layout): string {
  return `${print(root, '', 0)}\n`;
}

/** @param used Characters that stand on the line around the value: its key and the comma behind it. */
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

/** A list on one line; `undefined` where something in it needs lines of its own. */
function onOneLine(layout: Layout): string | undefined {
  if (layout.kind === 'scalar') return layout.text;
  if (layout.kind === 'object' || layout.lines) return undefined;
  const items = layout.items.map(onOneLine);
  return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
}
