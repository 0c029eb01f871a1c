import type { MarkingLabel } from '../generated/types.ts';
import type { MarkingScheme } from './conventions.ts';

/** A parsed marking: an optional prefix, a label, caveats and descriptors. */
export interface ReadMarking {
  readonly label: MarkingLabel;
  /** Index of the label in its scheme, from 0 for the least restrictive. */
  readonly rank: number;
  readonly prefix: string | undefined;
  /** Sorted, without duplicates. */
  readonly caveats: readonly string[];
  readonly descriptors: readonly string[];
}

/** Separators between a label and what follows it. */
const BETWEEN = /^(?:\s*(?:\/\/|[-–—/,:;])\s*|\s+)/;

/** Parses a marking; `undefined` if it is not one of the scheme. */
export function readMarking(scheme: MarkingScheme, text: string): ReadMarking | undefined {
  for (const prefix of [undefined, ...(scheme.prefixes ?? [])]) {
    if (prefix !== undefined && !text.startsWith(`${prefix.text} `)) continue;
    const bare = prefix === undefined ? text : text.slice(prefix.text.length + 1);
    const found = scheme.labels
      .map((label, rank) => ({ label, rank }))
      .filter(({ label }) => bare.startsWith(label.label))
      .sort((a, b) => b.label.label.length - a.label.label.length);
    for (const { label, rank } of found) {
      const additions = readAdditions(scheme, bare.slice(label.label.length));
      if (additions) return { label, rank, prefix: prefix?.text, ...additions };
    }
  }
  return undefined;
}

function readAdditions(
  scheme: MarkingScheme,
  text: string,
): Pick<ReadMarking, 'caveats' | 'descriptors'> | undefined {
  const known = [
    ...(scheme.caveats ?? []).map(({ text }) => ({ text, kind: 'caveats' as const })),
    ...(scheme.descriptors ?? []).map(({ text }) => ({ text, kind: 'descriptors' as const })),
  ].sort((a, b) => b.text.length - a.text.length);
  const found = { caveats: new Set<string>(), descriptors: new Set<string>() };
  for (let rest = text; rest !== ''; ) {
    const gap = BETWEEN.exec(rest)?.[0];
    const behind = gap === undefined ? '' : rest.slice(gap.length);
    const next = known.find(
      (one) => behind.startsWith(one.text) && /^(?:$|[\s\-–—/,:;])/.test(behind.slice(one.text.length)),
    );
    if (gap === undefined || !next) return undefined;
    found[next.kind].add(next.text);
    rest = behind.slice(next.text.length);
  }
  return { caveats: [...found.caveats].sort(), descriptors: [...found.descriptors].sort() };
}

/**
 * Whether something with a marking is closed to readers of a level: its label is more restrictive, or it has a
 * caveat that the level lacks. Unknown markings are above every level.
 */
export function isAbove(scheme: MarkingScheme, marking: unknown, level: string): boolean {
  if (marking === level || marking === undefined) return false;
  const read = typeof marking === 'string' ? readMarking(scheme, marking) : undefined;
  const limit = readMarking(scheme, level);
  if (!read || !limit) return true;
  return read.rank > limit.rank || read.caveats.some((caveat) => !limit.caveats.includes(caveat));
}

/** Compares by label; unknown markings come last. */
export function compareMarkings(scheme: MarkingScheme, a: string, b: string): number {
  return rankOf(scheme, a) - rankOf(scheme, b);
}

/** Index of a marking's label in its scheme; beyond the last for an unknown one. */
export function rankOf(scheme: MarkingScheme, marking: string): number {
  return readMarking(scheme, marking)?.rank ?? scheme.labels.length;
}

/**
 * The marking for several things together: the most restrictive label, with every caveat of any of them, and
 * with the prefix and descriptors of one with that label. Without any markings, the most restrictive label of
 * the scheme.
 */
export function strictestOf(scheme: MarkingScheme, all: readonly string[]): string {
  const highest = [...all].sort((a, b) => compareMarkings(scheme, b, a))[0];
  if (highest === undefined) return scheme.labels.at(-1)?.label ?? '';
  const own = readMarking(scheme, highest);
  const caveats = all.flatMap((marking) => readMarking(scheme, marking)?.caveats ?? []);
  const missing = [...new Set(caveats)].filter((caveat) => own && !own.caveats.includes(caveat)).sort();
  return [highest, ...missing].join(' ');
}

/** How a marking looks in page headers and footers. */
export interface MarkingLook {
  /** As printed: the label's own text, with prefix and caveats. */
  readonly text: string;
  /** Colour of the letters, and behind them: `#rrggbb`. */
  readonly colour: string;
  readonly background: string;
  readonly align: 'left' | 'center' | 'right';
  /** Where it has to stand. */
  readonly header: boolean;
  readonly footer: boolean;
}

export function lookOf(scheme: MarkingScheme, marking: string): MarkingLook {
  const label = readMarking(scheme, marking)?.label;
  const { align = 'center' } = scheme;
  return {
    text: label ? marking.replace(label.label, () => label.text ?? label.label) : marking,
    colour: label?.colour ?? '#000000',
    background: label?.background ?? '#ffffff',
    align,
    header: label?.header ?? true,
    footer: label?.footer ?? true,
  };
}

/** A portion marking, printed after a single entry. */
export function portionOf(scheme: MarkingScheme, marking: string): string {
  const label = readMarking(scheme, marking)?.label;
  return label?.portion === undefined ? marking : marking.replace(label.label, () => label.portion ?? '');
}

/** Whether a marking allows anybody to read. */
export function isPublic(scheme: MarkingScheme, marking: string): boolean {
  const read = readMarking(scheme, marking);
  return read?.label.isPublic === true && read.caveats.length === 0;
}

/** A marking as a folder name: letters, digits and characters allowed by every file system. */
export function folderOf(marking: string): string {
  return marking
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
