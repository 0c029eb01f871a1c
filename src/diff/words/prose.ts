import { proseBlocks } from '../../model/prose-blocks.ts';

/** Prose as one Markdown text: array lines are joined. `undefined` for anything else. */
export function proseOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((line) => typeof line === 'string')
    ? value.join('\n')
    : undefined;
}

const known = new Map<string, string>();
const MAX_CACHED = 2000;

/**
 * Prose as it reads: written with one sentence a line, one paragraph a line, or wrapped at some width, it gives
 * the same text. Paragraphs, items, headings and rows are separated by an empty line; spaces are single; none
 * are left at line ends or before a citation's bracket; code keeps its lines.
 */
export function readingOf(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const clean = text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
  const level = nesting();
  const reading = proseBlocks(clean)
    .map(({ start, end, verbatim }) => {
      const block = clean.slice(start, end);
      if (verbatim) return block;
      return '  '.repeat(level(block)) + oneLine(block.replace(/\n[ \t]*(?:>[ \t]?)+/g, ' '));
    })
    .join('\n\n');
  if (known.size >= MAX_CACHED) known.clear();
  known.set(text, reading);
  return reading;
}

/** Returns the nesting depth of each list item, block by block; 0 for other blocks. */
function nesting(): (block: string) => number {
  let open: number[] = [];
  return (block) => {
    const [, blanks, mark] = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)/.exec(block) ?? [];
    if (blanks === undefined || mark === undefined) return 0;
    const indent = blanks.replaceAll('\t', '    ').length;
    open = open.filter((content) => content <= indent); // the items around this one
    const level = open.length;
    open.push(indent + mark.length);
    return level;
  };
}

/** Characters that can be written as entities in Markdown. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function oneLine(block: string): string {
  return block
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ (?=\[@)/g, '')
    .replace(/^[*+] /, '- ')
    .replace(/^\|[\s|:-]+\|$/, (ruler) => ruler.replace(/ /g, '').replace(/-+/g, '-'))
    .replace(/(?<![\p{L}\p{N}_])_([^_\s](?:[^_]*[^_\s])?)_(?![\p{L}\p{N}_])/gu, '*$1*')
    .replace(/&(amp|lt|gt|quot);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .normalize('NFC'); // one letter may be written as one character or as two
}
