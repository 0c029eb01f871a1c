import { type Formatted, formatFile } from '../../src/format/format-file.ts';
import type { FileKind } from '../../src/format/guide.ts';

export function format(file: string, text: string, kind: FileKind = 'assessment'): Formatted {
  return formatFile(file, new TextEncoder().encode(text), kind);
}

/** The canonical text; throws when there is none. */
export function formatted(file: string, text: string, kind: FileKind = 'assessment'): string {
  const result = format(file, text, kind);
  if (result.kind !== 'formatted') throw new Error(`${JSON.stringify(result)}\n${text}`);
  return result.text;
}
