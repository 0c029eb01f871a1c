import { formatFile } from '../format/format-file.ts';
import type { FileKind } from '../format/guide.ts';

/** Data as the text of a new file in the canonical form of `fmt`; the ending of the name decides the notation. */
export function canonicalText(name: string, data: object, kind: FileKind): string {
  const json = `${JSON.stringify(data, null, 2)}\n`;
  const formatted = formatFile(name, new TextEncoder().encode(json), kind);
  return formatted.kind === 'formatted' ? formatted.text : json;
}
