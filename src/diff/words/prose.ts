import { proseBlocks } from '../../model/prose-blocks.ts';

/** Prose as one Markdown text: the lines of an array are joined. Anything else is no prose. */
export function proseOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((line) => typeof line === 'string')
    ? value.join('\n')
    : undefined;
}

const known = new Map<string, string>();
const MOST_KEPT = 2000;

/**
 * Prose as it is read: one sentence a line, one paragraph, or wrapped at some width give the same text. Paragraphs, items,
 * headings and rows stand apart by an empty line; blanks are single; none is left at line ends nor before a citation's
 * bracket; code keeps its lines.
 */
export function readingOf(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const clean = text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
  const reading = proseBlocks(clean)
    .map(({ start, end, verbatim }) => {
      const block = clean.slice(start, end);
      return verbatim ? block : oneLine(block.replace(/\n[ \t]*(?:>[ \t]?)+/g, ' '));
    })
    .join('\n\n');
  if (known.size >= MOST_KEPT) known.clear();
  known.set(text, reading);
  return reading;
}

function oneLine(block: string): string {
  return block
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ (?=\[@)/g, '');
}
