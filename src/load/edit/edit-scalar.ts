import type { Span } from '../placed-node.ts';
import { type ScalarStyle, type Unit, unitsOf, writeIn } from './scalar-units.ts';

/** A replacement for a range of the source. */
export interface Edit extends Span {
  readonly text: string;
}

/** A range of the old value, as offsets, and its replacement. */
interface Hunk extends Span {
  readonly text: string;
}

/**
 * The smallest changes to the source of a text that give it another value: escapes, folding and line breaks
 * around it stay. Offsets are into `source`. `undefined` if there is no such change; the caller verifies the
 * result by reading it.
 */
export function editScalar(
  source: string,
  style: ScalarStyle,
  before: string,
  after: string,
): Edit[] | undefined {
  const units = unitsOf(source, style);
  const written = align(before, units);
  if (written === undefined) return undefined;
  const edits: Edit[] = [];
  for (const hunk of hunksOf(before, after)) {
    const span = spanOf(hunk, written);
    const text = writeIn(style, hunk.text);
    if (span === undefined || text === undefined) return undefined;
    edits.push({ ...span, text });
  }
  return edits;
}

/**
 * For each code unit of the value, where it is written; `undefined` for a space made by folding. A source of
 * several lines has spaces that the value does not have.
 */
function align(value: string, units: readonly Unit[]): (Unit | undefined)[] | undefined {
  const written: (Unit | undefined)[] = [];
  let next = 0;
  while (written.length < value.length) {
    const unit = units[next];
    if (unit !== undefined && unit.value !== '' && value.startsWith(unit.value, written.length)) {
      for (const _ of unit.value.split('')) written.push(unit);
      next += 1;
    } else if (unit !== undefined && unit.value.trim() === '') next += 1;
    else if (/\s/.test(value.charAt(written.length))) written.push(undefined);
    else return undefined;
  }
  return written;
}

function spanOf(hunk: Hunk, written: readonly (Unit | undefined)[]): Span | undefined {
  if (hunk.start === hunk.end) {
    const before = written[hunk.start - 1];
    const at = before?.end ?? written[hunk.start]?.start;
    return at === undefined ? undefined : { start: at, end: at };
  }
  const first = written[hunk.start];
  const last = written[hunk.end - 1];
  return first && last && { start: first.start, end: last.end };
}

/**
 * Where two texts differ: in single places, if characters were left out or replaced; otherwise from the first
 * difference to the last.
 */
function hunksOf(before: string, after: string): Hunk[] {
  if (before.length === after.length) {
    return joined(
      [...before.split('').keys()].filter((at) => before[at] !== after[at]),
      (start, end) => after.slice(start, end),
    );
  }
  const leftOut = deletions(before, after);
  if (leftOut) return joined(leftOut, () => '');
  let start = 0;
  while (start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [{ start, end: before.length - tail, text: after.slice(start, after.length - tail) }];
}

/** The places in `before` that `after` leaves out, if that is the only difference. */
function deletions(before: string, after: string): number[] | undefined {
  const places: number[] = [];
  let matched = 0;
  for (let at = 0; at < before.length; at += 1) {
    if (matched < after.length && before[at] === after[matched]) matched += 1;
    else places.push(at);
  }
  return matched === after.length ? places : undefined;
}

/** Joins adjacent places into ranges. */
function joined(places: readonly number[], textOf: (start: number, end: number) => string): Hunk[] {
  const spans: { start: number; end: number }[] = [];
  for (const at of places) {
    const last = spans.at(-1);
    if (last?.end === at) last.end = at + 1;
    else spans.push({ start: at, end: at + 1 });
  }
  return spans.map(({ start, end }) => ({ start, end, text: textOf(start, end) }));
}
