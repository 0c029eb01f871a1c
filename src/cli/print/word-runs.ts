import type { WordRun } from '../../diff/words/prose-changes.ts';
import { printable } from './printable.ts';
import type { Colors } from './terminal.ts';

interface Segment {
  readonly text: string;
  readonly kind: WordRun['kind'];
}

/**
 * A sentence with added and removed words, wrapped to `columns` if words allow: `[-removed-]` and `{+added+}`
 * as in `git diff --word-diff`, and in colour if colours are on.
 */
export function runLines(runs: readonly WordRun[], columns: number, indent: string, color: Colors): string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of wordsOf(runs)) {
    const size = word.reduce((sum, { text }) => sum + [...text].length, 0);
    if (length > 0 && indent.length + length + 1 + size > columns) {
      lines.push(indent + line);
      line = '';
      length = 0;
    }
    line += (length > 0 ? ' ' : '') + word.map((segment) => painted(segment, color)).join('');
    length += (length > 0 ? 1 : 0) + size;
  }
  return length > 0 ? [...lines, indent + line] : lines;
}

/** Splits runs into words; a word that changed in part has several segments. */
function wordsOf(runs: readonly WordRun[]): Segment[][] {
  const words: Segment[][] = [];
  let word: Segment[] = [];
  const end = () => {
    if (word.length > 0) words.push(word);
    word = [];
  };
  for (const { kind, text } of runs) {
    for (const part of marked(printable(text), kind).split(/(\s+)/)) {
      if (/^\s/.test(part)) end();
      else if (part !== '') word.push({ text: part, kind });
    }
  }
  end();
  return words;
}

function marked(text: string, kind: WordRun['kind']): string {
  const inner = text.trim();
  if (kind === 'same' || inner === '') return text;
  return text.replace(inner, () => (kind === 'deleted' ? `[-${inner}-]` : `{+${inner}+}`));
}

function painted({ text, kind }: Segment, color: Colors): string {
  if (kind === 'same') return text;
  return kind === 'deleted' ? color.red(text) : color.green(text);
}
