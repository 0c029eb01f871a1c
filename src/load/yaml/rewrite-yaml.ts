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
import { spaceBrackets } from './brackets.ts';
import { hasAmbiguousAnchors, settleAnchors } from './yaml-anchors.ts';
import { giveBack, keepHead, keyOf, nameOf, type Order, raise, reorder } from './yaml-members.ts';

/** What stands in brackets stays so while it has no more characters than this; then each item gets a line. */
const LONGEST_FLOW = 72;

/**
 * How a collection in brackets is written: `[a, b]` and `{ a: b }`, or as a block when it has grown long. Its length is
 * counted from the texts in it, so that it is the same however they are spaced.
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

/** What becomes of the value at one place. */
export interface ValueForm {
  readonly order: Order;
  within(key: string): ValueForm;
  item(): ValueForm;
  /** The property that the members of a list are sorted by, if any. */
  readonly sortedBy: string | undefined;
  /** What a text is to be; one of several lines becomes a block that keeps its lines (`|`). */
  text(value: string): string;
  /** The new lines of a list of lines; `undefined` for any other list. */
  lines(value: readonly unknown[]): readonly string[] | undefined;
}

/**
 * A YAML text with some values written otherwise, two blanks for each level, and everything else as it was: comments,
 * anchors and aliases, quotes, blocks, digits of numbers. Objects and lists in brackets stay in brackets while they are
 * short. What an anchor marks keeps its texts, since an alias may stand for it elsewhere.
 *
 * The text has been read by `readYaml` without a problem.
 */
export function rewriteYaml(text: string, form: ValueForm): string {
  const document = parse(text);
  const moves = !hasAmbiguousAnchors(document);
  rewrite(document, form, moves);
  if (moves && !settleAnchors(document)) return rewriteInPlace(text, form);
  return print(document);
}

/** For a document whose aliases would be lost if its members changed places. */
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
 * Numbers are written with the digits they have been read with (`1.50`, `1e3`, more digits than a number keeps), and what
 * stood in double quotes with escapes for what nobody sees.
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
  if (moves && isMap(contents)) keepHead(document, contents, form.order);
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
      if (isMap(value) && first) giveBack(value, first);
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
        if (isMap(item) && !item.flow) raise(item);
      }
    } else if (after.length !== before.length || after.some((line, index) => line !== before[index])) {
      node.items = after.map((line) => scalarWith(line, node.items as Scalar[]));
    }
  }
}

/** Puts members in order. A list with comments stays as it is: they may be about what stands behind them, too. */
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

/** The line's own scalar where it stands in the list already, with its quotes; else a new one. */
function scalarWith(line: string, known: readonly Scalar[]): Scalar {
  return known.find(({ value }) => value === line) ?? new Scalar(line);
}

function rewriteScalar(node: Scalar, form: ValueForm, around: Around): void {
  if (typeof node.value !== 'string') return;
  if (!around.shared && node.anchor === undefined) rewriteText(node, node.value, form, around);
  // A block that begins with an empty line has no indent to go by; one that ends in empty lines runs into what follows.
  if (isBlock(node) && /^[ \t]*\n|\n[ \t]*\n$/.test(node.value)) node.type = 'QUOTE_DOUBLE';
}

function rewriteText(node: Scalar, before: string, form: ValueForm, around: Around): void {
  const text = form.text(before);
  const isSame = text === before || `${text}\n` === before;
  if (!text.includes('\n')) {
    if (!isSame) node.value = text;
  } else if (!around.inFlow && !needsEscapes(text)) {
    // `|` and `|-` stay what they are.
    const isClipped = isBlock(node) && /[^\n]\n$/.test(before) && !text.endsWith('\n');
    if (!isSame) node.value = isClipped ? `${text}\n` : text;
    node.type = 'BLOCK_LITERAL';
  }
}

function isBlock(node: Scalar): boolean {
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
}
