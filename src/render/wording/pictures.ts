import type { CitedItem } from '../../model/citation.ts';
import { pictureCited } from '../../model/citation.ts';
import type { Messages } from './messages.ts';

/*
 * Figures are numbered in printed order, which is only known at the end: until then there are placeholders.
 * Noncharacters: no text contains them.
 */
const MARK = /\ufdd1(caption|reference):([a-z0-9:-]+)\ufdd1 ?/g;

/** The placeholder for a figure's number in its caption. */
export function captionMark(key: string): string {
  return `\ufdd1caption:${key}\ufdd1 `;
}

function referenceMark(key: string): string {
  return `\ufdd1reference:${key}\ufdd1`;
}

/** The key of a picture among the figures. */
export function pictureKey(id: string): string {
  return `picture:${id}`;
}

/** Whether a rendered citation is text (a figure number), not a note. */
export function isReference(cited: string): boolean {
  return cited.startsWith('\ufdd1');
}

/**
 * Citations of existing pictures, as text with placeholders for their numbers. `undefined` if anything else is
 * cited.
 */
export function pictureReferences(
  items: readonly CitedItem[],
  media: ReadonlyMap<string, unknown>,
  messages: Messages,
): string | undefined {
  const ids = items.map(({ id }) => pictureCited(id));
  if (ids.length === 0 || !ids.every((id) => id !== undefined && media.has(id))) return undefined;
  return messages.list(ids.map((id) => referenceMark(pictureKey(id ?? ''))));
}

/**
 * The text with its placeholders replaced by numbers. Figures are numbered in a memo that shows a picture: only
 * there do texts refer to them.
 */
export function withFigureNumbers(text: string, messages: Messages): string {
  if (!text.includes('\ufdd1')) return text;
  const captions = [...text.matchAll(MARK)].flatMap(([, what, key = '']) => (what === 'caption' ? key : []));
  const isNumbered = captions.some((key) => key.startsWith(pictureKey('')));
  const numbers = new Map<string, number>();
  for (const key of isNumbered ? captions : []) if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
  return text.replace(MARK, (found, what: string, key: string) => {
    const number = numbers.get(key);
    if (what === 'caption')
      return number === undefined ? '' : `${messages.text('figure.number', { number })} `;
    const words = number === undefined ? 'figure.elsewhere' : 'figure.reference';
    return messages.text(words, number === undefined ? {} : { number }) + (found.endsWith(' ') ? ' ' : '');
  });
}
