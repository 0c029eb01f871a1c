import { readDocument } from '../load/read-document.ts';
import { rewriteYaml, type ValueForm } from '../load/yaml/rewrite-yaml.ts';
import { yamlComments } from '../load/yaml/yaml-comments.ts';
import { compareText, type Finding, hasErrors } from '../model/finding.ts';
import type { Printing } from './canonical-prose.ts';
import { formatJson } from './format-json.ts';
import { type FileKind, type Guide, guideTo } from './guide.ts';
import { type Rewriting, rewritingOf } from './rewriting.ts';
import { firstDifference } from './same-meaning.ts';

export type Formatted =
  /** `text` has the same meaning as the file; `changed` if its bytes differ. */
  | { readonly kind: 'formatted'; readonly text: string; readonly changed: boolean }
  /** The file cannot be read completely: it is not formatted, so that nothing is lost. */
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] }
  /** Readable, but not an assessment: the schema knows none of its properties. */
  | { readonly kind: 'foreign' }
  /** The result has another meaning at this JSON pointer: an error of the program. */
  | { readonly kind: 'unproven'; readonly pointer: string };

/**
 * A file in canonical form: properties in the order of the schema, reasons for changes sorted by what they are
 * about, one sentence a line in prose, dates in one notation, one layout. The result is read again and compared
 * with the original, so that a form with another meaning is never written. A file that is not valid is
 * formatted as far as the schema knows it.
 *
 * @param file Its name; the extension determines the notation.
 * @param printings How prose is printed: none may change.
 */
export function formatFile(
  file: string,
  bytes: Uint8Array,
  kind: FileKind,
  printings: readonly Printing[] = [],
): Formatted {
  const { document, findings } = readDocument(file, bytes);
  if (!document || hasErrors(findings)) return { kind: 'unreadable', findings };
  const guide = guideTo(kind);
  if (kind === 'assessment' && isForeign(document.data, guide)) return { kind: 'foreign' };
  const isJson = /\.json$/i.test(file);
  const rewriting = rewritingOf({ language: languageOf(document.data), printings });
  const text = (isJson ? formatJson : formatYaml)(document.text, guide, rewriting);
  const written = new TextEncoder().encode(text);
  if (Buffer.compare(bytes, written) === 0) return { kind: 'formatted', text, changed: false };

  const again = readDocument(file, written).document;
  if (!again) return { kind: 'unproven', pointer: '' };
  const pointer = firstDifference(document.data, again.data, guide, printings);
  if (pointer !== undefined) return { kind: 'unproven', pointer };
  if (!isJson && !haveSameComments(document.text, text)) return { kind: 'unproven', pointer: '' };
  return { kind: 'formatted', text, changed: true };
}

/** `fmt .` in a project meets files of other programs; many have `$schema` and `id`. */
function isForeign(data: unknown, { order }: Guide): boolean {
  const own = order.filter((key) => key !== '$schema' && key !== 'id');
  return typeof data !== 'object' || data === null || !own.some((key) => Object.hasOwn(data, key));
}

function languageOf(data: unknown): string | undefined {
  const language = (data as { readonly language?: unknown } | null)?.language;
  return typeof language === 'string' ? language : undefined;
}

/** Whether the comments are the same; properties, and so comments, may be reordered. */
function haveSameComments(before: string, after: string): boolean {
  const [a, b] = [before, after].map((text) => yamlComments(text).sort(compareText).join('\n'));
  return a === b;
}

/** A well-formed YAML text in its canonical form. */
function formatYaml(text: string, root: Guide, rewriting: Rewriting): string {
  return rewriteYaml(text, formOf(root, rewriting));
}

function formOf(guide: Guide, rewriting: Rewriting): ValueForm {
  return {
    order: (keys) => rewriting.order(keys, guide),
    within: (key) => formOf(guide.within(key), rewriting),
    item: () => formOf(guide.item(), rewriting),
    sortedBy: guide.sortedBy,
    text(value) {
      if (guide.kind === 'date') return rewriting.date(value);
      return guide.kind === 'prose' ? (rewriting.prose(value)?.join('\n') ?? value) : value;
    },
    lines: (values) => (guide.kind === 'prose' ? rewriting.prose(values) : undefined),
  };
}
