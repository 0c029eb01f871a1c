import { readDocument } from '../../src/load/read-document.ts';
import type { Finding } from '../../src/model/finding.ts';

/** Reads a text as if it stood in a file. */
export function read(text: string, file = 'memo.json') {
  return readDocument(file, new TextEncoder().encode(text));
}

/** The findings in one line each: `2:3-2:8 rule`. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map((one) => `${one.line}:${one.column}-${one.endLine}:${one.endColumn} ${one.rule}`);
}
