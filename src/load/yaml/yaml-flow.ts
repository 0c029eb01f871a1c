import { isMap, isScalar, isSeq, type Pair, YAMLMap, YAMLSeq } from 'yaml';

/** What stands in brackets stays so while it has no more characters than this; then each item gets a line. */
const LONGEST_FLOW = 72;

/**
 * How a collection in brackets is written: `[a, b]` and `{ a: b }`, or as a block when it has grown long. Its length is
 * counted from the texts in it, so that it is the same however they are spaced.
 */
export function printFlow(node: YAMLMap | YAMLSeq, inFlow: boolean): void {
  if (!inFlow && lengthOf(node) > LONGEST_FLOW) {
    node.flow = false;
    return;
  }
  const own = isMap(node) ? YAMLMap.prototype.toString : YAMLSeq.prototype.toString;
  const flowCollectionPadding = isMap(node) ? ' ' : '';
  Object.defineProperty(node, 'toString', {
    value: (context?: object, ...more: (() => void)[]) =>
      own.call(node, context && ({ ...context, flowCollectionPadding } as never), ...more),
  });
}

function lengthOf(node: unknown): number {
  if (isScalar(node)) return String(node.source ?? node.value).length;
  if (isSeq(node)) return node.items.reduce<number>((sum, item) => sum + lengthOf(item) + 2, 0);
  if (isMap(node)) return node.items.reduce((sum, pair) => sum + lengthOfPair(pair), 2);
  return 8; // an alias, or nothing
}

function lengthOfPair({ key, value }: Pair): number {
  return lengthOf(key) + lengthOf(value) + 4;
}
