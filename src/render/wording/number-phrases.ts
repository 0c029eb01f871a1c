import type { Form } from '../render-memo.ts';
import { messagesFor } from './messages.ts';

/** Kinds of parts that a memo refers to by number. */
export type Numbered = 'judgments' | 'assumptions' | 'indicators' | 'items' | 'appraised';

/** The phrases in which memos refer to their parts by number. */
const PHRASES: readonly (readonly [Numbered, string])[] = [
  ['judgments', 'judgment.judgment'],
  ['judgments', 'judgment.judgments'],
  ['judgments', 'indicator.judgment'],
  ['judgments', 'thesis.number'],
  ['judgments', 'revision.judgment'],
  ['assumptions', 'judgment.assumption'],
  ['assumptions', 'judgment.assumptions'],
  ['indicators', 'scenario.signs'],
  ['items', 'matrix.item'],
  ['items', 'matrix.items'],
  ['items', 'note.item'],
  ['items', 'version.item'],
  ['appraised', 'note.appraised'],
];

/** Numbers with the separators of a list: "1, 3 and 4". */
const NUMBERS = String.raw`\d+(?:[^\d.:;()]{1,10}\d+)*`;

/**
 * Patterns for where a memo in a language refers to its own parts by number; `alone` matches numbers in bold by
 * themselves.
 */
export function numberPhrases(
  language: string,
  form: Form,
): readonly { readonly of: Numbered; readonly pattern: RegExp | 'alone' }[] {
  const messages = messagesFor(language, form.messages);
  const phrases = PHRASES.filter(([, key]) => messages.has(key)).map(([of, key]) => {
    const [before = '', after = ''] = messages.text(key).split(/\{numbers?\}/);
    return { of, pattern: new RegExp(`${literal(before)}${NUMBERS}${literal(after)}`, 'giu') };
  });
  // A judgment that is an item of a list begins with its number.
  return [
    ...phrases,
    { of: 'judgments', pattern: /^\s*\d+(?=\. )/gu },
    { of: 'appraised', pattern: 'alone' },
  ];
}

/** Headers of columns that only number the rows of a table. */
export function numberHeads(language: string, form: Form): readonly string[] {
  const messages = messagesFor(language, form.messages);
  return ['judgment.column.number', 'indicator.column.number']
    .filter((key) => messages.has(key))
    .map((key) => messages.text(key));
}

/** A phrase as a pattern; a memo may break a line at any of its spaces. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
}
