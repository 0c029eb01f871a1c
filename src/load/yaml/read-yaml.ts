import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { type PointerPart, toPointer } from '../../model/pointer.ts';
import { ObjectBuilder } from '../json/object-builder.ts';
import type { Reading } from '../json/read-json.ts';
import { MAX_NESTING } from '../limits.ts';
import type { LineIndex } from '../line-index.ts';
import type { PlacedNode, PlacedValue } from '../placed-node.ts';
import { emptyFile, nestingTooDeep, type Problem, quote } from '../problem.ts';
import { AliasBook } from './yaml-aliases.ts';
import { findYamlMistake } from './yaml-scan.ts';
import { explainYamlError } from './yaml-wording.ts';

/**
 * YAML 1.2 (core schema: dates and `yes` stay text) to plain data with places. Of several syntax errors only
 * the first is reported: the rest follow from it.
 */
export function readYaml(text: string, lines: LineIndex): Reading {
  const mistake = findYamlMistake(text, lines);
  if (mistake) return { problems: [mistake] };
  const parsed = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false, // `ObjectBuilder` finds duplicate keys: it knows the place of the first
    prettyErrors: false,
    logLevel: 'error',
  });
  const [error] = parsed.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (error) return { problems: [explainYamlError(error, text)] };
  if (isEmpty(parsed.contents)) return { problems: [emptyFile(0)] };
  const problems: Problem[] = [];
  const value = new YamlWalk(text, lines, problems).value(parsed.contents, [], text.length);
  return problems.some(isFatal) ? { problems: problems.filter(isFatal).slice(0, 1) } : { value, problems };
}

/** Nothing but comments and document marks. */
function isEmpty(contents: ParsedNode | null): boolean {
  return (
    contents === null ||
    (isScalar(contents) && contents.value === null && contents.range[0] === contents.range[1])
  );
}

/** After these problems the data are incomplete. */
function isFatal(problem: Problem): boolean {
  return problem.rule === 'nesting-too-deep' || problem.rule === 'too-many-aliases';
}

class YamlWalk {
  private readonly aliases: AliasBook;

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly problems: Problem[],
  ) {
    this.aliases = new AliasBook(problems);
  }

  /** `fallback` is the offset used for an empty value. */
  value(node: ParsedNode | null, path: readonly PointerPart[], fallback: number): PlacedValue {
    if (node === null) return { data: null, node: { start: fallback, end: fallback } };
    const span = this.spanOf(node);
    if (path.length >= MAX_NESTING && (isMap(node) || isSeq(node))) {
      this.problems.push(nestingTooDeep(span.start));
      return { data: null, node: span };
    }
    if (isAlias(node)) return this.aliases.resolve(node.source, span, path);
    const finish = this.aliases.begin(node.anchor);
    const built = isMap(node)
      ? this.object(node, span, path)
      : isSeq(node)
        ? this.list(node.items as (ParsedNode | null)[], span, path)
        : this.scalar(node, span, path);
    finish(built);
    return built;
  }

  private object(node: YAMLMap.Parsed, span: PlacedNode, path: readonly PointerPart[]): PlacedValue {
    const builder = new ObjectBuilder(this.lines, this.problems, path);
    for (const { key, value } of node.items) {
      const keySpan = this.spanOf(key);
      const name = this.keyName(key, keySpan, path);
      builder.add(name, keySpan, this.value(value, [...path, name], keySpan.end));
    }
    return { data: builder.data, node: { ...span, members: builder.members } };
  }

  private list(
    nodes: readonly (ParsedNode | null)[],
    span: PlacedNode,
    path: readonly PointerPart[],
  ): PlacedValue {
    const items = nodes.map((item, index) => this.value(item, [...path, index], span.end));
    return { data: items.map((item) => item.data), node: { ...span, items: items.map((item) => item.node) } };
  }

  private scalar(node: Scalar.Parsed, span: PlacedNode, path: readonly PointerPart[]): PlacedValue {
    if (typeof node.value === 'number' && !Number.isFinite(node.value)) {
      this.problems.push({
        rule: 'non-finite-number',
        message: `${quote(this.text.slice(span.start, span.end))} is not a number that can be used here.`,
        help: 'Leave the property out where there is no figure; put it in quotes if text is meant.',
        start: span.start,
        end: span.end,
        pointer: toPointer(path),
      });
    }
    if (node.type === 'PLAIN') this.warnOfSpelling(node.value, span, path);
    return { data: node.value, node: span };
  }

  /**
   * Warns of unquoted text that YAML reads differently than it looks: cut at a `#`, or a number in programmers'
   * notation.
   */
  private warnOfSpelling(value: unknown, span: PlacedNode, path: readonly PointerPart[]): void {
    const written = this.text.slice(span.start, span.end);
    const pointer = toPointer(path);
    const [, blanks = '', cut] =
      /^([ \t]+)(#[^\s#!][^\r\n]*)/.exec(this.text.slice(span.end, span.end + 300)) ?? [];
    if (cut !== undefined) {
      this.problems.push({
        rule: 'yaml-hash',
        severity: 'warning',
        message: `${quote(cut.trimEnd())} is read as a comment, so that only ${quote(written)} is left of this text.`,
        help: 'Put the text in double quotes; in a comment, write a blank behind the `#`.',
        start: span.end + blanks.length,
        end: span.end + blanks.length + cut.trimEnd().length,
        pointer,
      });
    }
    if (typeof value === 'number' && /^[-+]?0[xo\d]/.test(written)) {
      this.problems.push({
        rule: 'yaml-number',
        severity: 'warning',
        message: `${quote(written)} is read as the number ${value}.`,
        help: `Write \`${value}\`; if text is meant, put it in quotes.`,
        start: span.start,
        end: span.end,
        pointer,
      });
    }
  }

  /** Keys are text; for any other key its source is used, so that reading can continue. */
  private keyName(key: ParsedNode, span: PlacedNode, path: readonly PointerPart[]): string {
    if (isScalar(key) && typeof key.value === 'string') return key.value;
    const written = this.text.slice(span.start, span.end);
    this.problems.push({
      rule: 'yaml-key',
      message:
        written === ''
          ? 'A key is missing before this `:`.'
          : `The key ${quote(written)} is ${kindOfKey(key)}; keys are text.`,
      help:
        written === ''
          ? 'Write the key, or remove the line.'
          : `Put it in quotes: "${written.slice(0, 40)}".`,
      start: span.start,
      end: Math.max(span.end, span.start + 1),
      pointer: toPointer(path),
    });
    return written;
  }

  private spanOf(node: ParsedNode): PlacedNode {
    const [start, end] = node.range;
    return { start, end: start + this.text.slice(start, end).trimEnd().length };
  }
}

function kindOfKey(key: ParsedNode): string {
  if (isAlias(key)) return 'an alias';
  if (isMap(key)) return 'an object';
  if (isSeq(key)) return 'a list';
  if (key.value === null) return 'nothing';
  return typeof key.value === 'number' ? 'a number' : 'true or false';
}
