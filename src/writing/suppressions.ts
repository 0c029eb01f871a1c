import { nodeAt } from '../load/placed-node.ts';
import type { Finding } from '../model/finding.ts';
import { ruleCatalogue } from '../project/rule-catalogue.ts';
import { isJsonFile, type WrittenFile } from './written-file.ts';

/** A text to be put in at an offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Suppresses a finding of a tradecraft rule. The reason is left empty, which is an error until somebody writes
 * it: the program must not invent one.
 */
export function suppressionFor(file: WrittenFile, finding: Finding): Insertion | undefined {
  const rule = ruleCatalogue.find(({ id }) => id === finding.rule);
  if (
    !file.read ||
    finding.severity === 'error' ||
    rule?.kind !== 'check' ||
    rule.fixed ||
    finding.pointer === ''
  )
    return undefined;
  return insertionOf(file, finding.rule, finding.anchor ?? finding.pointer);
}

/** Where an exception is inserted, and its text; `undefined` for an unusual layout. */
function insertionOf(file: WrittenFile, rule: string, at: string): Insertion | undefined {
  const { read, path } = file;
  if (!read) return undefined;
  const isJson = isJsonFile(path);
  const entry = isJson
    ? `{ "rule": "${rule}", "at": ${JSON.stringify(at)}, "reason": "" }`
    : `{ rule: ${rule}, at: ${JSON.stringify(at)}, reason: "" }`;
  const list = nodeAt(read.root, '/exceptions');
  const first = list?.items?.[0];
  if (first) {
    const lineStart = read.text.lastIndexOf('\n', first.start - 1) + 1;
    const before = read.text.slice(lineStart, first.start);
    if (isJson) return { at: first.start, text: `${entry},${/^\s*$/.test(before) ? `\n${before}` : ' '}` };
    return /^\s*- +$/.test(before) ? { at: lineStart, text: `${before}${entry}\n` } : undefined;
  }
  if (list) return undefined;
  const last = [...(read.root.members?.values() ?? [])].at(-1);
  if (!last) return undefined;
  if (isJson) return { at: last.end, text: `,\n  "exceptions": [\n    ${entry}\n  ]` };
  if (read.text.trimStart().startsWith('{')) return undefined;
  const lead = read.text.endsWith('\n') ? '' : '\n';
  return { at: read.text.length, text: `${lead}exceptions:\n  - ${entry}\n` };
}
