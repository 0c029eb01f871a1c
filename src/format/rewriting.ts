import { compareText } from '../model/finding.ts';
import { canonicalDate } from './canonical-date.ts';
import { canonicalProse, type Printing } from './canonical-prose.ts';
import type { Guide } from './guide.ts';

/** What the canonical form changes about values, whatever the notation of the file. */
export interface Rewriting {
  /** The lines of a prose text (a text, or a list of lines); `undefined` for what is no prose. */
  prose(value: unknown): readonly string[] | undefined;
  date(text: string): string;
  /** Properties in the order of the schema; unknown ones behind them, in their own order. */
  order(keys: readonly string[], guide: Guide): readonly string[];
}

/** The positions of a list's members in the order in which they are written: their own, unless the schema has them sorted. */
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
  /** The ways in which prose is printed: none may come out otherwise. */
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

/** Prose as one text; `undefined` for what says nothing, and for a list with something other than lines. */
export function proseText(value: unknown): string | undefined {
  const isLines = Array.isArray(value) && value.every((line) => typeof line === 'string');
  const text: unknown = isLines ? value.join('\n') : value;
  return typeof text === 'string' && /\S/.test(text) ? text : undefined;
}
