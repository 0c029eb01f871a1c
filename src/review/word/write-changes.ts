import { formatFile } from '../../format/format-file.ts';
import { applyFixes } from '../../load/edit/apply-fixes.ts';
import type { Fix } from '../../model/finding.ts';
import type { Assessment } from '../../model/generated/types.ts';
import { fromPointer, type PointerPart, toPointer } from '../../model/pointer.ts';

/** The path with list indexes for a pointer with ids; `undefined` if an id does not exist. */
export function placesOf(data: unknown, pointer: string): PointerPart[] | undefined {
  let value: unknown = data;
  const parts: PointerPart[] = [];
  for (const part of fromPointer(pointer)) {
    if (Array.isArray(value)) {
      const byId = value.findIndex((item) => (item as { id?: unknown } | null)?.id === part);
      const at = byId >= 0 ? byId : /^\d+$/.test(part) ? Number(part) : -1;
      if (at < 0 || at >= value.length) return undefined;
      parts.push(at);
      value = value[at];
    } else {
      parts.push(part);
      value = (value as Record<string, unknown> | null | undefined)?.[part];
    }
  }
  return parts;
}

export function valueAt(data: unknown, pointer: string): unknown {
  return placesOf(data, pointer)?.reduce<unknown>(
    (value, part) => (value as Record<PointerPart, unknown> | undefined)?.[part],
    data,
  );
}

export interface TextChange {
  readonly pointer: string;
  readonly value: string;
}

/** The file with changed texts, in canonical form. */
export function written(
  path: string,
  bytes: Uint8Array,
  current: Assessment,
  changes: readonly TextChange[],
) {
  if (changes.length === 0) return { bytes, left: [] };
  const left: TextChange[] = [];
  const done = /\.json$/i.test(path)
    ? inJson(bytes, changes, left)
    : inYaml(path, bytes, current, changes, left);
  const formatted = formatFile(path, done, 'assessment');
  return { bytes: formatted.kind === 'formatted' ? new TextEncoder().encode(formatted.text) : done, left };
}

function inJson(bytes: Uint8Array, changes: readonly TextChange[], left: TextChange[]): Uint8Array {
  const data: unknown = JSON.parse(new TextDecoder().decode(bytes));
  for (const change of changes) {
    const parts = placesOf(data, change.pointer);
    const last = parts?.at(-1);
    const owner = parts
      ?.slice(0, -1)
      .reduce<unknown>((value, part) => (value as Record<PointerPart, unknown> | undefined)?.[part], data);
    if (last === undefined || typeof owner !== 'object' || owner === null) {
      left.push(change);
      continue;
    }
    const holder = owner as Record<PointerPart, unknown>;
    holder[last] = Array.isArray(holder[last]) ? change.value.split('\n') : change.value;
  }
  return new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`);
}

function inYaml(
  path: string,
  bytes: Uint8Array,
  current: Assessment,
  changes: readonly TextChange[],
  left: TextChange[],
): Uint8Array {
  let text = bytes;
  for (const change of changes) {
    const parts = placesOf(current, change.pointer);
    const before = valueAt(current, change.pointer);
    const lines = change.value.split('\n');
    const value = Array.isArray(before) ? lines : change.value;
    const fits = !Array.isArray(before) || before.length === lines.length;
    const fix: Fix | undefined = parts && fits ? { pointer: toPointer(parts), value } : undefined;
    const made = fix && applyFixes(path, text, [fix]);
    if (made && made.fixes.length > 0) text = made.bytes;
    else left.push(change);
  }
  return text;
}
