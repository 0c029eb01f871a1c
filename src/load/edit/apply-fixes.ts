import { isDeepStrictEqual } from 'node:util';
import type { Fix } from '../../model/finding.ts';
import { fromPointer } from '../../model/pointer.ts';
import { decodeUtf8 } from '../decode.ts';
import { indexLines } from '../line-index.ts';
import { nodeAt, type PlacedNode } from '../placed-node.ts';
import { readerOf } from '../read-document.ts';
import { type Edit, editScalar } from './edit-scalar.ts';
import { type ScalarStyle, styleOf, writeIn } from './scalar-units.ts';

type Scalar = string | number | boolean;

/** A value to change. */
interface Change {
  readonly pointer: string;
  readonly before: Scalar;
  readonly after: Scalar;
}

/** A file read for fixing. */
interface Source {
  readonly file: string;
  readonly text: string;
  readonly data: unknown;
  readonly root: PlacedNode;
}

/** The result for a file: the fixes applied, in order; without any, the bytes are unchanged. */
export interface FixedText {
  readonly bytes: Uint8Array;
  readonly fixes: readonly Fix[];
}

/**
 * Replaces values in the text of a file (JSON or YAML, by its extension), and leaves every other byte as it is.
 * The result is read again: a fix is applied only if the file then has the same data except for the values
 * fixed. Of two fixes for one place, the first is applied.
 */
export function applyFixes(file: string, bytes: Uint8Array, fixes: readonly Fix[]): FixedText {
  const { text } = decodeUtf8(bytes);
  const source = text === undefined ? undefined : readSource(file, text);
  if (source === undefined) return { bytes, fixes: [] };
  const chosen = withoutRivals(fixes).filter((fix) => (changesOf(fix, source.data)?.length ?? 0) > 0);
  const { text: result, fixes: made } = applyTogether(source, chosen) ?? applyOneByOne(source, chosen);
  if (made.length === 0) return { bytes, fixes: [] };
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb ? '\uFEFF' : '';
  return { bytes: new TextEncoder().encode(mark + result), fixes: made };
}

/** The file as data; `undefined` if its text has problems, so that its meaning is uncertain. */
function readSource(file: string, text: string): Source | undefined {
  const { value, problems } = readerOf(file)?.(text, indexLines(text)) ?? { problems: [] };
  return value && problems.length === 0 ? { file, text, data: value.data, root: value.node } : undefined;
}

/** Without fixes for places that an earlier fix is for. */
function withoutRivals(fixes: readonly Fix[]): Fix[] {
  const taken = new Set<string>();
  return fixes.filter((fix) => {
    const places = [fix, ...(fix.also ?? [])].map(({ pointer }) => pointer);
    if (places.some((pointer) => taken.has(pointer))) return false;
    for (const pointer of places) taken.add(pointer);
    return true;
  });
}

interface Attempt {
  readonly text: string;
  readonly fixes: readonly Fix[];
}

/** Applies all fixes with minimal edits; a single fix also by rewriting its values. */
function applyTogether(source: Source, fixes: readonly Fix[]): Attempt | undefined {
  const changes = fixes.flatMap((fix) => changesOf(fix, source.data) ?? []);
  const text =
    textWith(source, changes, 'least') ??
    (fixes.length === 1 ? textWith(source, changes, 'whole') : undefined);
  return text === undefined ? undefined : { text, fixes };
}

/** Applies fixes one by one, so that one that fails does not prevent the others. */
function applyOneByOne(source: Source, fixes: readonly Fix[]): Attempt {
  let now = source;
  const made: Fix[] = [];
  for (const fix of fixes) {
    const attempt = applyTogether(now, [fix]);
    const next = attempt && readSource(source.file, attempt.text);
    if (next === undefined) continue;
    now = next;
    made.push(fix);
  }
  return { text: now.text, fixes: made };
}

/** The single values that a fix changes; `undefined` if the present value has another shape. */
function changesOf({ also = [], ...fix }: Fix, data: unknown): Change[] | undefined {
  const changes: Change[] = [];
  for (const { pointer, value } of [fix, ...also]) {
    const present = valueAt(data, pointer);
    const isList = typeof value === 'object';
    const items: readonly Scalar[] = isList ? value : [value];
    const there: readonly unknown[] = isList ? (Array.isArray(present) ? present : []) : [present];
    if (items.length !== there.length) return undefined;
    for (const [index, after] of items.entries()) {
      const before = there[index];
      if (!isScalar(before)) return undefined;
      if (before !== after)
        changes.push({ pointer: isList ? `${pointer}/${index}` : pointer, before, after });
    }
  }
  return changes;
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function valueAt(data: unknown, pointer: string): unknown {
  let value = data;
  for (const part of fromPointer(pointer)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, part)?.value;
  }
  return value;
}

/**
 * The text with these values; `undefined` if its data would not be exactly these values and everything else
 * unchanged.
 */
function textWith(source: Source, changes: readonly Change[], how: 'least' | 'whole'): string | undefined {
  const edits: Edit[] = [];
  for (const change of changes) edits.push(...editsFor(source, change, how));
  const text = applyEdits(source.text, edits);
  const result = text === undefined ? undefined : readSource(source.file, text);
  return result && isDeepStrictEqual(result.data, dataWith(source.data, changes)) ? result.text : undefined;
}

function editsFor({ text, root }: Source, change: Change, how: 'least' | 'whole'): Edit[] {
  const node = nodeAt(root, change.pointer);
  if (node === undefined) return [];
  const { start, end } = node;
  const written = text.slice(start, end);
  const { before, after } = change;
  if (typeof before !== 'string' || typeof after !== 'string')
    return [{ start, end, text: JSON.stringify(after) }];
  const style = styleOf(written);
  const least = how === 'least' ? editScalar(written, style, before, after) : undefined;
  return (
    least?.map((edit) => ({ ...edit, start: start + edit.start, end: start + edit.end })) ?? [
      { start, end, text: quoted(style, after) },
    ]
  );
}

/** Quoted in the same style, if the text had quotes and that is possible. */
function quoted(style: ScalarStyle, text: string): string {
  const single = style === 'single' ? writeIn('single', text) : undefined;
  return single === undefined ? JSON.stringify(text) : `'${single}'`;
}

/** `undefined` if two edits of the same range disagree. */
function applyEdits(text: string, edits: readonly Edit[]): string | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let end = 0;
  let last: Edit | undefined;
  for (const edit of sorted) {
    if (last && edit.start === last.start && edit.end === last.end && edit.text === last.text) continue;
    if (edit.start < end) return undefined;
    pieces.push(text.slice(end, edit.start), edit.text);
    end = edit.end;
    last = edit;
  }
  return pieces.join('') + text.slice(end);
}

/** A copy of the data with these values; values repeated by an alias become copies. */
function dataWith(data: unknown, changes: readonly Change[]): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(data));
  for (const { pointer, after } of changes) {
    const parts = fromPointer(pointer);
    const holder = valueAt(copy, pointer.slice(0, pointer.lastIndexOf('/')));
    if (typeof holder === 'object' && holder !== null) Object.assign(holder, { [parts.at(-1) ?? '']: after });
  }
  return copy;
}
