import { compareText } from '../model/finding.ts';
import { canonicalDate } from './canonical-date.ts';
import { canonicalProse, type Printing } from './canonical-prose.ts';
import type { Guide } from './guide.ts';

/** How the canonical form changes values, whatever the notation of the file. */
export interface Rewriting {
  /** The lines of a prose text (a string, or an array of lines); `undefined` if it is not prose. */
  prose(value: unknown): readonly string[] | undefined;
  date(text: string): string;
  /** Properties in the order of the schema; unknown ones follow in their own order. */
  order(keys: readonly string[], guide: Guide): readonly string[];
}

/** The indexes of a list's entries in written order: unchanged, unless the schema sorts the list. */
export function writtenOrder(list: readonly unknown[], { sortedBy }: Guide): readonly number[] {
  const positions = list.map((_, index) => index);
  if (sortedBy === undefined) return positions;
  const key = (index: number) => {
    const member = list[index];
    return typeof member === 'object' && member !== null
      ? String((member as Readonly<Record<string, unknown>>)[sortedBy])
      : '';
  };
  return positions.sort((a, b) => compareText(key(a), key(b)));
}

export interface RewritingOptions {
  /** BCP 47 tag of the assessment. */
  readonly language: string | undefined;
  /** How prose is printed: none of these may change. */
  readonly printings: readonly Printing[];
}

export function rewritingOf({ language, printings }: RewritingOptions): Rewriting {
  return {
    prose(value) {
      const text = proseText(value);
      return text === undefined ? undefined : canonicalProse(text, language, printings).split('\n');
    },
    date: canonicalDate,
    order(keys, { order }) {
      const known = order.filter((key) => keys.includes(key));
      return [...known, ...keys.filter((key) => !known.includes(key))];
    },
  };
}

/** Prose as one text; `undefined` if empty, or for a list that contains anything but lines. */
export function proseText(value: unknown): string | undefined {
  const isLines = Array.isArray(value) && value.every((line) => typeof line === 'string');
  const text: unknown = isLines ? value.join('\n') : value;
  return typeof text === 'string' && /\S/.test(text) ? text : undefined;
}
