import { isRecord } from '../model/json.ts';
import { type PointerPart, toPointer } from '../model/pointer.ts';
import { canonicalDate } from './canonical-date.ts';
import { type Printing, readsAlike } from './canonical-prose.ts';
import type { Guide } from './guide.ts';
import { proseText, writtenOrder } from './rewriting.ts';

/**
 * The JSON pointer to the first value whose meaning differs between two files; `undefined` if there is none.
 * Differences that do not count: the order of properties and of lists the schema sorts, line breaks in prose,
 * and the notation of dates.
 */
export function firstDifference(
  before: unknown,
  after: unknown,
  guide: Guide,
  printings: readonly Printing[],
): string | undefined {
  const parts = difference(before, after, guide, printings);
  return parts && toPointer(parts);
}

function difference(
  before: unknown,
  after: unknown,
  guide: Guide,
  printings: readonly Printing[],
): PointerPart[] | undefined {
  if (Object.is(before, after)) return undefined;
  if (guide.kind === 'prose') {
    const [a, b] = [proseText(before), proseText(after)];
    if (a !== undefined && b !== undefined) return readsAlike(a, b, printings) ? undefined : [];
  }
  if (guide.kind === 'date' && typeof before === 'string' && canonicalDate(before) === after)
    return undefined;
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return [];
    const [from, to] = [before, after].map((list) => writtenOrder(list, guide).map((index) => list[index]));
    return firstOf(before.keys(), (index) => difference(from?.[index], to?.[index], guide.item(), printings));
  }
  if (!isRecord(before) || !isRecord(after)) return [];
  const keys = Object.keys(before);
  if (keys.length !== Object.keys(after).length) return [];
  return firstOf(keys, (key) =>
    Object.hasOwn(after, key) ? difference(before[key], after[key], guide.within(key), printings) : [],
  );
}

/** The path to the first difference among the members. */
function firstOf<Part extends PointerPart>(
  parts: Iterable<Part>,
  inside: (part: Part) => PointerPart[] | undefined,
): PointerPart[] | undefined {
  for (const part of parts) {
    const found = inside(part);
    if (found !== undefined) return [part, ...found];
  }
  return undefined;
}
