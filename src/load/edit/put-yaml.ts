import { isMap, isSeq } from 'yaml';
import { editableYaml } from '../yaml/editable-yaml.ts';

/**
 * A YAML text with values inserted, each at its path from the root; a path that ends just past a list appends
 * to it. Comments and everything else stay. The text must have been read before: it is well-formed and has no
 * aliases at these places.
 */
export function putYaml(
  text: string,
  edits: readonly { readonly path: readonly (string | number)[]; readonly value: unknown }[],
): string {
  const document = editableYaml(text);
  for (const { path, value } of edits) {
    const parent = document.getIn(path.slice(0, -1));
    const last = path.at(-1);
    const node = document.createNode(value);
    if (isSeq(parent) && typeof last === 'number' && last >= parent.items.length) parent.add(node);
    else if (isMap(parent) || isSeq(parent)) document.setIn(path, node);
  }
  return document.toString({ lineWidth: 0 });
}
