import { isRecord } from '../../model/json.ts';
import { type Shape, VALUE } from '../shapes.ts';
import type { Move } from '../types.ts';
import { asMembers, canonical } from './canonical.ts';
import { plain, shorten } from './labels.ts';
import { proseOf } from './prose.ts';
import { wordsChanged } from './prose-changes.ts';
import { rearranged } from './rearranged.ts';
import { type WordRun, wordDiff } from './words.ts';

/** Longest value quoted in a summary, in characters. */
const MAX_LENGTH = 60;

/** `likely → very likely (one band up)`: how a value moved, in words. */
export function moveText(
  before: string,
  after: string,
  move: Move,
  unit: 'band' | 'step' = 'step',
  reach = '',
): string {
  if (move.direction === 'stated') return `${after} stated, none before`;
  if (move.direction === 'dropped') return `${before} dropped, none now`;
  return `${before} → ${after}${inBrackets([movement(move, unit), reach].filter((part) => part !== '').join('; '))}`;
}

function movement({ direction, steps, scales }: Move, unit: string): string {
  const ways = {
    up: 'up',
    down: 'down',
    wider: 'a wider range',
    narrower: 'a narrower range',
    same: `the same ${unit}`,
    unclear: '',
    stated: '',
    dropped: '',
  };
  const way = ways[direction];
  if (scales)
    return `${way === 'the same band' ? 'the same range' : way}; bands of two scales cannot be counted`;
  if (steps === 0 && unit === 'band' && (direction === 'up' || direction === 'down')) {
    return `${way} within the band`;
  }
  if (steps === undefined || steps === 0) return way;
  return `${countWord(steps)} ${unit}${steps === 1 ? '' : 's'} ${way}`;
}

function inBrackets(text: string): string {
  return text === '' ? '' : ` (${text})`;
}

/** One to six in words. */
function countWord(count: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six'][count] ?? String(count);
}

/** `1 word`, `2 words`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * What a summary says of a changed field: what was added to a list, a value before and after, how much was
 * reworded.
 */
export function changeText(
  before: unknown,
  after: unknown,
  shape: Shape,
  nameOf: (value: string) => string = (value) => value,
): string {
  if (shape.kind === 'set') return setText(before, after, nameOf);
  if (shape.kind === 'prose') return proseText(before, after, nameOf);
  // An absent flag is false.
  if (typeof (before ?? after) === 'boolean') return `${quote(before ?? false)} → ${quote(after ?? false)}`;
  if (before === undefined) return `stated: ${quote(after, nameOf)}`;
  if (after === undefined) return `dropped (was ${quote(before, nameOf)})`;
  return valueChange(before, after, nameOf);
}

/** A value before and after; if both read the same when shortened, what differs in them. */
function valueChange(before: unknown, after: unknown, nameOf: (value: string) => string): string {
  if (isRecord(before) && isRecord(after)) {
    const name = ['name', 'title', 'statement'].find((key) => before[key] !== undefined);
    const isSame = name !== undefined && canonical(before[name], VALUE) === canonical(after[name], VALUE);
    return `${isSame ? `${quote(before[name], nameOf)}: ` : ''}${editText(before, after, nameOf)}`;
  }
  const [from, to] = [quote(before, nameOf), quote(after, nameOf)];
  const isLong = from.includes('…') || to.includes('…');
  if (Array.isArray(before) && Array.isArray(after) && (isLong || from === to)) {
    return setText(before, after, nameOf) || 'order changed';
  }
  if (typeof before === 'string' && typeof after === 'string' && nameOf(before) === nameOf(after)) {
    // Two things with the same name are told apart by their ids.
    if (nameOf(before) !== before) return `${from} (${before}) → ${to} (${after})`;
  }
  if (typeof before === 'string' && typeof after === 'string' && (isLong || from === to)) {
    return runsText(wordDiff(nameOf(before), nameOf(after)));
  }
  return `${from} → ${to}`;
}

function isNamesake(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  return one.name !== undefined && canonical(one.name, VALUE) === canonical(other.name, VALUE);
}

/** Unchanged words shown on either side of a change. */
const CONTEXT = 3;

/**
 * `…attacks are [-very likely-] {+almost certain+} in 2016`: the change in a text, with a few words around it.
 */
function runsText(runs: readonly WordRun[]): string {
  return runs
    .map(({ kind, text }, index) => {
      if (kind !== 'same') return kind === 'inserted' ? `{+${text.trim()}+}` : `[-${text.trim()}-]`;
      const words = text.trim().split(/\s+/);
      const [isFirst, isLast] = [index === 0, index === runs.length - 1];
      if (words.length <= (isFirst || isLast ? CONTEXT : 2 * CONTEXT)) return words.join(' ');
      const [head, tail] = [words.slice(0, CONTEXT).join(' '), words.slice(-CONTEXT).join(' ')];
      return isFirst ? `…${tail}` : isLast ? `${head}…` : `${head} … ${tail}`;
    })
    .filter((text) => text !== '')
    .join(' ');
}

function setText(before: unknown, after: unknown, nameOf: (value: string) => string): string {
  const { added, removed } = setChange(before, after);
  const [only, gone] = [added[0], removed[0]];
  // Two entries with the same name are one that changed.
  if (added.length === 1 && removed.length === 1 && isRecord(only) && isRecord(gone)) {
    if (quote(only, nameOf) === quote(gone, nameOf) || isNamesake(only, gone)) {
      return valueChange(gone, only, nameOf);
    }
  }
  const names = (members: readonly unknown[]) => namesText(members.map((member) => quote(member, nameOf)));
  return [
    ...(added.length > 0 ? [`added ${names(added)}`] : []),
    ...(removed.length > 0 ? [`removed ${names(removed)}`] : []),
  ].join('; ');
}

/** Members that only the newer of two lists has, and those that only the older had; order does not count. */
export function setChange(
  before: unknown,
  after: unknown,
): { readonly added: readonly unknown[]; readonly removed: readonly unknown[] } {
  const old = asMembers(before).map((member) => ({ member, key: canonical(member, VALUE) }));
  const fresh = asMembers(after).map((member) => ({ member, key: canonical(member, VALUE) }));
  const without = (from: typeof old, other: typeof old) => {
    const left = other.map(({ key }) => key);
    return from.flatMap(({ member, key }) => {
      const at = left.indexOf(key);
      if (at === -1) return [member];
      left.splice(at, 1);
      return [];
    });
  };
  return { added: without(fresh, old), removed: without(old, fresh) };
}

/** The first few names of many. */
function namesText(names: readonly string[]): string {
  return names.length <= 4
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

function proseText(before: unknown, after: unknown, nameOf: (value: string) => string): string {
  const [old, fresh] = [proseOf(before), proseOf(after)];
  if (old === undefined) return fresh === undefined ? 'changed' : `stated: ${quote(fresh)}`;
  if (fresh === undefined) return `dropped (was ${quote(old)})`;
  const sameWords = rearranged(old, fresh, nameOf);
  if (sameWords !== undefined) return sameWords;
  const words = wordsChanged(old, fresh);
  const parts = [
    ...(words.inserted > 0 ? [`${counted(words.inserted, 'word')} in`] : []),
    ...(words.deleted > 0 ? [`${counted(words.deleted, 'word')} out`] : []),
    ...(words.moved > 0 ? [`${counted(words.moved, 'sentence')} moved`] : []),
  ];
  return `reworded (${parts.join(', ')})`;
}

/** A value in a few words. */
export function quote(value: unknown, nameOf: (value: string) => string = (name) => name): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') {
    const text = shorten(plain(nameOf(value)), MAX_LENGTH);
    if (text.startsWith('“')) return closed(text); // already quoted
    return /[.!?,;]|: /.test(text) ? `“${text}”` : text;
  }
  if (Array.isArray(value))
    return closed(shorten(value.map((item) => quote(item, nameOf)).join(', '), MAX_LENGTH));
  if (isRecord(value)) return closed(shorten(recordText(value, nameOf), MAX_LENGTH));
  return String(value);
}

/** Closes quotation marks and brackets that shortening left open. */
function closed(text: string): string {
  const count = (sign: string) => text.split(sign).length - 1;
  return `${text}${count('“') > count('”') ? '”' : ''}${count('(') > count(')') ? ')' : ''}`;
}

/** What names an object, otherwise its whole content. */
function recordText(value: Record<string, unknown>, nameOf: (value: string) => string): string {
  const names = [
    'level',
    'other',
    'name',
    'title',
    'statement',
    'reason',
    'office',
    'actor',
    'number',
    'reports',
    'outcome',
    'value',
  ];
  if (typeof value.count === 'number' && typeof value.of === 'number') {
    return `${value.count} of ${value.of}${value.event === undefined ? '' : ` (${quote(value.event)})`}`;
  }
  const [first] = names.filter((key) => value[key] !== undefined);
  if (first === 'name' && value.office !== undefined) {
    return `${quote(value.name, nameOf)} (${quote(value.office, nameOf)})`;
  }
  if (first === 'reports' && Array.isArray(value.across)) {
    return `${quote(value.reports, nameOf)} together with ${quote(value.across, nameOf)}`;
  }
  if (first !== undefined) return quote(value[first], nameOf);
  return Object.entries(value)
    .map(([key, item]) => `${key} ${quote(item, nameOf)}`)
    .join(', ');
}

/** The differences between two states of a list entry: `asOf 2025-03-10 → 2025-03-11`. */
export function editText(
  before: unknown,
  after: unknown,
  nameOf: (value: string) => string = (value) => value,
): string {
  if (!isRecord(before) || !isRecord(after)) return `${quote(before, nameOf)} → ${quote(after, nameOf)}`;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => canonical(before[key], VALUE) !== canonical(after[key], VALUE))
    .map((key) => `${inWords(key)} ${changeText(before[key], after[key], VALUE, nameOf)}`)
    .join('; ');
}

/** `asOf` to `as of`. */
function inWords(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
