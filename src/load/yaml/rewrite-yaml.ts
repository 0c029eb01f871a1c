import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  type Tags,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { compareText } from '../../model/finding.ts';
import { jsonText, needsEscapes } from '../json/json-text.ts';
import { spaceBrackets } from './editable-yaml.ts';
import { hasAmbiguousAnchors, reorderAnchors } from './yaml-anchors.ts';
import {
  keepFileComment,
  keyOf,
  moveAboveItem,
  moveToFirstMember,
  nameOf,
  type Order,
  reorder,
} from './yaml-members.ts';

/** Longest flow collection in characters; longer ones get one item a line. */
const LONGEST_FLOW = 72;

/**
 * Formats a flow collection: `[a, b]` and `{ a: b }`, or as a block if it is long. Its length is computed from
 * its texts, so that it does not depend on spacing.
 */
function printFlow(node: YAMLMap | YAMLSeq, inFlow: boolean): void {
  if (!inFlow && lengthOf(node) > LONGEST_FLOW) {
    node.flow = false;
    return;
  }
  spaceBrackets(node, isMap(node) ? ' ' : '');
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

/** How to write the value at one place. */
export interface ValueForm {
  readonly order: Order;
  within(key: string): ValueForm;
  item(): ValueForm;
  /** The property that the members of a list are sorted by, if any. */
  readonly sortedBy: string | undefined;
  /**
   * The new value of a text; several lines become a literal block (`
   * `).
   */
  text(value: string): string;
  /** The new lines of a list of lines; `undefined` for any other list. */
  lines(value: readonly unknown[]): readonly string[] | undefined;
}

/**
 * Rewrites some values of a YAML text, with two spaces for each level, and keeps everything else: comments,
 * anchors and aliases, quotes, blocks, digits of numbers. Short flow collections stay flow collections. Texts
 * in anchored values are not changed, since an alias may repeat them elsewhere.
 *
 * The text must have been read by `readYaml` without a problem.
 */
export function rewriteYaml(text: string, form: ValueForm): string {
  const document = parse(text);
  const moves = !hasAmbiguousAnchors(document);
  rewrite(document, form, moves);
  if (moves && !reorderAnchors(document)) return rewriteInPlace(text, form);
  return print(document);
}

/** For a document whose aliases would break if its members changed places. */
function rewriteInPlace(text: string, form: ValueForm): string {
  const document = parse(text);
  rewrite(document, form, false);
  return print(document);
}

function parse(text: string): Document {
  return parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
    customTags: (tags) => tags.map(writtenAsRead),
  });
}

/**
 * Numbers keep the digits they were written with (`1.50`, `1e3`, more digits than a number can hold), and
 * double-quoted text has invisible characters escaped.
 */
function writtenAsRead(tag: Tags[number]): Tags[number] {
  if (typeof tag !== 'object' || !('stringify' in tag) || tag.stringify === undefined) return tag;
  const { stringify } = tag;
  const isNumber = /:(?:int|float)$/.test(tag.tag);
  return {
    ...tag,
    stringify(item, ...more) {
      const { source, type, value } = item as Scalar;
      if (isNumber && source !== undefined) return source;
      const isHidden = type === 'QUOTE_DOUBLE' && typeof value === 'string' && needsEscapes(value);
      return isHidden ? jsonText(value) : stringify(item, ...more);
    },
  };
}

function print(document: Document): string {
  return document.toString({
    indent: 2,
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER, // over several lines, blanks at line ends get lost
  });
}

function rewrite(document: Document, form: ValueForm, moves: boolean): void {
  const { contents } = document;
  if (moves && isMap(contents)) keepFileComment(document, contents, form.order);
  new YamlRewriter(moves).rewrite(contents, form, { inFlow: false, shared: false });
}

interface Around {
  /** Inside brackets, where no block can stand. */
  readonly inFlow: boolean;
  /** Inside what an anchor marks. */
  readonly shared: boolean;
}

class YamlRewriter {
  constructor(private readonly moves: boolean) {}

  rewrite(node: unknown, form: ValueForm, around: Around): void {
    if (isScalar(node)) rewriteScalar(node, form, around);
    if (!isMap(node) && !isSeq(node)) return;
    if (node.flow) printFlow(node, around.inFlow);
    const inside = {
      inFlow: around.inFlow || node.flow === true,
      shared: around.shared || node.anchor !== undefined,
    };
    if (isMap(node)) this.object(node, form, inside);
    else this.list(node, form, inside);
  }

  private object(node: YAMLMap, form: ValueForm, inside: Around): void {
    if (this.moves) reorder(node, form.order);
    for (const pair of node.items) {
      const { value } = pair;
      const first = isMap(value) ? keyOf(value.items[0]) : undefined;
      this.rewrite(value, form.within(nameOf(pair)), inside);
      if (isMap(value) && first) moveToFirstMember(value, first);
    }
  }

  private list(node: YAMLSeq, form: ValueForm, inside: Around): void {
    const isPlain = node.items.every(
      (item) => isScalar(item) && !item.comment && !item.commentBefore && !item.anchor,
    );
    const before = node.items.map((item) => (isScalar(item) ? item.value : undefined));
    const after = isPlain && !inside.shared && !inside.inFlow ? form.lines(before) : undefined;
    if (after === undefined) {
      if (this.moves && form.sortedBy !== undefined) sortMembers(node, form.sortedBy);
      for (const item of node.items) {
        this.rewrite(item, form.item(), inside);
        if (isMap(item) && !item.flow) moveAboveItem(item);
      }
    } else if (after.length !== before.length || after.some((line, index) => line !== before[index])) {
      node.items = after.map((line) => scalarWith(line, node.items as Scalar[]));
    }
  }
}

/** Sorts entries. A list with comments is not sorted: a comment may be about several entries after it. */
function sortMembers(node: YAMLSeq, key: string): void {
  if (!node.items.every((item) => isMap(item)) || hasComments(node)) return;
  const nameIn = (item: unknown) => (isMap(item) ? String(item.get(key)) : '');
  node.items.sort((a, b) => compareText(nameIn(a), nameIn(b)));
}

function hasComments(node: YAMLSeq): boolean {
  let found = (node.commentBefore ?? node.comment ?? '') !== '';
  visit(node, {
    Node(_, { comment, commentBefore }) {
      found ||= (comment ?? commentBefore ?? '') !== '';
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/** The existing scalar for a line, with its quotes; otherwise a new one. */
function scalarWith(line: string, known: readonly Scalar[]): Scalar {
  return known.find(({ value }) => value === line) ?? new Scalar(line);
}

function rewriteScalar(node: Scalar, form: ValueForm, around: Around): void {
  if (typeof node.value !== 'string') return;
  if (!around.shared && node.anchor === undefined) rewriteText(node, node.value, form, around);
  // A block that begins with an empty line has no detectable indentation; one that ends in empty lines runs
  // into what follows.
  if (isBlock(node) && /^[ \t]*\n|\n[ \t]*\n$/.test(node.value)) node.type = 'QUOTE_DOUBLE';
}

function rewriteText(node: Scalar, before: string, form: ValueForm, around: Around): void {
  const text = form.text(before);
  const isSame = text === before || `${text}\n` === before;
  if (!text.includes('\n')) {
    if (!isSame) node.value = text;
  } else if (!around.inFlow && !needsEscapes(text)) {
    // `
    // ` and `
    // -` are kept.
    const isClipped = isBlock(node) && /[^\n]\n$/.test(before) && !text.endsWith('\n');
    if (!isSame) node.value = isClipped ? `${text}\n` : text;
    node.type = 'BLOCK_LITERAL';
  }
}

function isBlock(node: Scalar): boolean {
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
}
