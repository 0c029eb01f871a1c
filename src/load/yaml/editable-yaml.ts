import { type Document, isMap, parseDocument, visit, YAMLMap, YAMLSeq } from 'yaml';

/** Writes a collection in brackets with this padding inside them: `[a]`, `{ a: b }`. */
export function spaceBrackets(node: YAMLMap | YAMLSeq, flowCollectionPadding: '' | ' '): void {
  const own = isMap(node) ? YAMLMap.prototype.toString : YAMLSeq.prototype.toString;
  Object.defineProperty(node, 'toString', {
    value: (context?: object, ...more: (() => void)[]) =>
      own.call(node, context && ({ ...context, flowCollectionPadding } as never), ...more),
  });
}

/** A YAML text (core schema, 1.2) as a document to be edited and printed; brackets stay as they are written. */
export function editableYaml(text: string): Document.Parsed {
  const document = parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'error' });
  keepBrackets(document, text);
  return document;
}

/** Keeps the padding of collections in brackets as in the text that a document was read from. */
function keepBrackets(document: Document, text: string): void {
  visit(document, {
    Collection(_, node) {
      if (!node.flow || !node.range) return;
      const isSpaced = /\s/.test(text.charAt(node.range[0] + 1));
      spaceBrackets(node as YAMLMap | YAMLSeq, isSpaced ? ' ' : '');
    },
  });
}
