import { type PointerPart, toPointer } from '../../model/pointer.ts';
import { MAX_MARKS, MAX_TEXT_LENGTH } from '../limits.ts';
import { findSpan, type PlacedValue } from '../placed-node.ts';
import type { Problem } from '../problem.ts';

/** How a text exceeds a limit, and its path. */
interface TooMuch {
  readonly rule: string;
  readonly message: string;
  readonly help: string;
  readonly parts: readonly PointerPart[];
}

/** The first text, or array of lines, that is longer than allowed or contains too much Markdown. */
export function findLongText(value: PlacedValue): Problem | undefined {
  const found = search(value.data, []);
  if (!found) return undefined;
  const { parts, ...said } = found;
  const pointer = toPointer(parts);
  const { start, end } = findSpan(value.node, pointer, 'value'); // computed only now: places cost more than data
  return { ...said, start, end, pointer };
}

/** `parts` is the path to the value: one shared array, longer by one at each level. */
function search(data: unknown, parts: PointerPart[]): TooMuch | undefined {
  if (typeof data === 'string') return judge([data], parts);
  if (typeof data !== 'object' || data === null) return undefined;
  if (Array.isArray(data) && data.every((item) => typeof item === 'string')) return judge(data, parts);
  const depth = parts.length;
  for (const key of Object.keys(data)) {
    parts[depth] = key;
    const found = search((data as Record<string, unknown>)[key], parts);
    if (found) return found;
  }
  parts.length = depth;
  return undefined;
}

/** Checks a text given as its lines. */
function judge(lines: readonly string[], parts: readonly PointerPart[]): TooMuch | undefined {
  let length = -1;
  for (const line of lines) length += line.length + 1;
  if (length > MAX_TEXT_LENGTH) {
    const help = 'Divide it into several sections or items.';
    return tooMuch('text-too-long', count(length, 'characters'), MAX_TEXT_LENGTH, help, parts);
  }
  if (length <= MAX_MARKS) return undefined;
  const marks = lines.reduce((sum, line) => sum + (line.match(/[*_~`[]/g)?.length ?? 0), 0);
  if (marks <= MAX_MARKS) return undefined;
  const help = 'Write it with less Markdown, or divide it.';
  return tooMuch('too-much-markup', count(marks, 'marks of Markdown'), MAX_MARKS, help, parts);
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}`;
}

function tooMuch(
  rule: string,
  found: string,
  limit: number,
  help: string,
  parts: readonly PointerPart[],
): TooMuch {
  const message = `This text has ${found}; at most ${limit.toLocaleString('en')} are read.`;
  return { rule, message, help, parts: [...parts] };
}
