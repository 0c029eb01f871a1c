import { Slugs } from '../model/slug.ts';
import { plainText } from './wording/plain.ts';

/** A heading of a memo in Markdown. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Its words without markup. */
  readonly words: string;
  /** The anchor that a forge gives it. */
  readonly anchor: string;
}

/** A heading and what may precede it on its line; prose may have one in a quotation or a list. */
const HEADING = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*(#{1,6})[ \t]+(.*)$/;

/** Every heading in order, except in code. The page gives them the same anchors. */
export function headingsOf(markdown: string): Heading[] {
  const slugs = new Slugs();
  return headingLines(markdown).map(({ marks, text }) => {
    const words = plainText(text.replace(/(?<!\\)\[\^[^\]]+\]/g, ''));
    return { level: marks.length, words, anchor: slugs.next(words) };
  });
}

/** The Markdown with every heading one level lower, for a memo inside a larger document. */
export function demoted(markdown: string): string {
  const lines = markdown.split('\n');
  for (const { line, marks } of headingLines(markdown)) {
    if (marks.length < 6) lines[line] = (lines[line] ?? '').replace('#', '##');
  }
  return lines.join('\n');
}

interface HeadingLine {
  readonly line: number;
  readonly marks: string;
  readonly text: string;
}

function headingLines(markdown: string): HeadingLine[] {
  let inFence = false;
  return markdown.split('\n').flatMap((text, line) => {
    if (/^ {0,3}(```|~~~)/.test(text)) inFence = !inFence;
    const [, marks, rest = ''] = inFence ? [] : (HEADING.exec(text) ?? []);
    return marks === undefined ? [] : [{ line, marks, text: rest }];
  });
}
