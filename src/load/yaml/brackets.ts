import { type Document, isMap, visit, YAMLMap, YAMLSeq } from 'yaml';

/** Writes a collection in brackets with this between them and what stands in them: `[a]`, `{ a: b }`. */
export function spaceBrackets(node: YAMLMap | YAMLSeq, flowCollectionPadding: '' | ' '): void {
  const own = isMap(node) ? YAMLMap.prototype.toString : YAMLSeq.prototype.toString;
  Object.defineProperty(node, 'toString', {
    value: (context?: object, ...more: (() => void)[]) =>
      own.call(node, context && ({ ...context, flowCollectionPadding } as never), ...more),
  });
}

/** Has collections in brackets written as they stand in the text that a document was read from. */
export function keepBrackets(document: Document, text: string): void {
  visit(document, {
    Collection(_, node) {
      if (!node.flow || !node.range) return;
      const isSpaced = /\s/.test(text.charAt(node.range[0] + 1));
      spaceBrackets(node as YAMLMap | YAMLSeq, isSpaced ? ' ' : '');
    },
  });
}
