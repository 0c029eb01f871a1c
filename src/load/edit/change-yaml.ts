import { isMap, isSeq, parseDocument, YAMLSeq } from 'yaml';
import type { DataChange } from './data-change.ts';

/**
 * A YAML text with one change of its data; comments stay. `undefined` where the way leads nowhere, or through an alias. The
 * text has been read before without a problem; whether the result says what was meant is for the caller to see.
 */
export function changeYaml(text: string, change: DataChange): string | undefined {
  const document = parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'error' });
  const { path } = change;
  const last = path.at(-1);
  const holder = path.length > 1 ? document.getIn(path.slice(0, -1)) : document.contents;
  if (change.kind === 'remove') {
    if (!document.deleteIn(path)) return undefined;
  } else if (change.kind === 'set') {
    if (holder === undefined || isMap(holder) || isSeq(holder))
      document.setIn(path, document.createNode(change.value));
    else return undefined;
  } else if (change.kind === 'insert') {
    const node = document.createNode(change.value);
    if (isSeq(holder) && typeof last === 'number') holder.items.splice(last, 0, node);
    else if (holder === undefined) {
      const list = new YAMLSeq();
      list.add(node);
      document.setIn(path.slice(0, -1), list);
    } else return undefined;
  } else if (isSeq(holder) && typeof last === 'number') {
    holder.items.splice(change.to, 0, ...holder.items.splice(last, 1));
  } else return undefined;
  return document.toString({ lineWidth: 0, indent: 2 });
}
