import { decodeUtf8 } from '../load/decode.ts';
import type { Remark } from '../model/finding.ts';
import type { ImportSource, JsonReading } from './interfaces.ts';
import { MAX_IMPORT_BYTES, MAX_IMPORT_NESTING, MAX_IMPORT_VALUES } from './limits.ts';

/**
 * A file to import, read as far as somebody asks. A file that is too large is not read at all: then `source` is absent
 * and a remark says why.
 */
export function openSource(
  file: string,
  bytes: Uint8Array,
): { readonly source?: ImportSource; readonly remarks: readonly Remark[] } {
  if (bytes.length > MAX_IMPORT_BYTES) {
    const count = (value: number) => value.toLocaleString('en');
    const message = `The file has ${count(bytes.length)} bytes; at most ${count(MAX_IMPORT_BYTES)} are imported.`;
    return {
      remarks: [refusal('import-too-large', '', message, 'Divide it, or export less from where it comes.')],
    };
  }
  return { source: new LazySource(file, bytes), remarks: [] };
}

/** Something about a source that stops the import. */
export function refusal(rule: string, pointer: string, message: string, help: string): Remark {
  return { rule, severity: 'error', pointer, message, help };
}

class LazySource implements ImportSource {
  #text: { readonly text?: string } | undefined;
  #json: JsonReading | undefined;

  constructor(
    readonly file: string,
    readonly bytes: Uint8Array,
  ) {}

  get text(): string | undefined {
    this.#text ??= this.#decode();
    return this.#text.text;
  }

  get json(): JsonReading {
    this.#json ??= readImportedJson(this.text);
    return this.#json;
  }

  #decode(): { readonly text?: string } {
    const { text } = decodeUtf8(this.bytes);
    return text === undefined ? {} : { text };
  }
}

/** A text as JSON data within the limits; a remark says what stood against it. */
export function readImportedJson(text: string | undefined): JsonReading {
  if (text === undefined) {
    return {
      remarks: [refusal('invalid-utf8', '', 'The file is not written in UTF-8.', 'Save it as UTF-8.')],
    };
  }
  // What cannot be JSON is not parsed: the parser's message would quote the file.
  if (!/^\s*[[{]/.test(text)) {
    const message = 'The file is not JSON: it begins with neither `{` nor `[`.';
    return { remarks: [refusal('invalid-json', '', message, 'Say what it is with `--from`.')] };
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    const message = 'The file begins like JSON, but is not valid JSON.';
    return { remarks: [refusal('invalid-json', '', message, 'Was it saved or copied whole?')] };
  }
  const excess = exceeds(data);
  return excess ? { remarks: [excess] } : { data, remarks: [] };
}

/** Walks without recursion, so that depth cannot overflow the stack. */
function exceeds(data: unknown): Remark | undefined {
  let values = 0;
  let level: unknown[] = [data];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_IMPORT_NESTING) {
      const message = `Objects and lists are nested more than ${MAX_IMPORT_NESTING} deep.`;
      return refusal('nesting-too-deep', '', message, 'No format needs that; was the file made to do harm?');
    }
    const next: unknown[] = [];
    for (const value of level) {
      values += 1;
      if (typeof value !== 'object' || value === null) continue;
      for (const key in value) next.push((value as Record<string, unknown>)[key]);
    }
    if (values + next.length > MAX_IMPORT_VALUES) {
      const most = MAX_IMPORT_VALUES.toLocaleString('en');
      return refusal('too-many-values', '', `The file holds more than ${most} values.`, 'Divide it.');
    }
    level = next;
  }
  return undefined;
}
