import { Recent } from '../model/memory/recent.ts';
import { isPlainLine } from '../model/prose-blocks.ts';
import { splitSentences } from '../model/sentences.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { readingOf } from './reading.ts';

/** How a text is printed, as Markdown: memos print prose by rules of their own. */
export type Printing = (prose: string) => string;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Prose in canonical form: every sentence of a paragraph on a line of its own, wrapped lines joined, no white
 * space at either end. Lists, tables, code, headings, quotations and hard breaks stay; a paragraph that would
 * read differently in that form, by the rules of Markdown or in one of the printings, keeps its lines.
 *
 * @param language BCP 47 tag, for abbreviations that do not end sentences.
 */
export function canonicalProse(
  prose: string,
  language: string | undefined,
  printings: readonly Printing[] = NO_PRINTINGS,
): string {
  const known = forms.get(printings) ?? new Recent<string>(1000);
  forms.set(printings, known);
  return known.get(`${language ?? ''}\n${prose}`, () => findForm(prose, language, printings));
}

const NO_PRINTINGS: readonly Printing[] = [];

/** Cache: while a file is edited, all of its texts but one stay the same. */
const forms = new WeakMap<readonly Printing[], Recent<string>>();

function findForm(prose: string, language: string | undefined, printings: readonly Printing[]): string {
  const text = prose.replace(/\r\n?/g, '\n');
  const edits = [...paragraphsOf(text).flatMap((paragraph) => rebroken(text, paragraph, language))];
  const whole = trimmed(edited(text, edits));
  if (whole === text || readsAlike(text, whole, printings)) return whole;
  return oneByOne(text, edits, printings);
}

/** Whether two texts read the same, as Markdown and in all printings. */
export function readsAlike(a: string, b: string, printings: readonly Printing[] = []): boolean {
  if (a === b) return true;
  return [(prose: string) => prose, ...printings].every((printing) => {
    const [one, other] = [printing(a), printing(b)];
    const words = plainWords(one);
    return (
      one === other ||
      (words !== undefined && words === plainWords(other)) ||
      readingOf(one) === readingOf(other)
    );
  });
}

/**
 * The words of a paragraph without markup in any line, ignoring line breaks; `undefined` if a line has some.
 */
function plainWords(text: string): string | undefined {
  const lines = text.split('\n');
  return lines.every(isPlainLine) ? lines.join(' ') : undefined;
}

/**
 * Applies edits one by one, leaving out those that change the reading. From the end, so that offsets stay
 * valid.
 */
function oneByOne(text: string, edits: readonly Edit[], printings: readonly Printing[]): string {
  let result = text;
  for (const edit of edits.toReversed()) {
    const candidate = edited(result, [edit]);
    if (readsAlike(result, candidate, printings)) result = candidate;
  }
  const ends = trimmed(result);
  return readsAlike(result, ends, printings) ? ends : result;
}

function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, text: replacement } of edits) {
    result += text.slice(done, start) + replacement;
    done = end;
  }
  return result + text.slice(done);
}

/** Without empty lines before, and without white space behind. */
function trimmed(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').replace(/[ \t\n]+$/, '');
}

/** The edit that gives a paragraph one line for each sentence; `undefined` if it already has that form. */
function rebroken(
  text: string,
  { start, end, prefix, quoted }: Paragraph,
  language: string | undefined,
): Edit[] {
  const before = text.slice(start, end);
  const lines = before.split('\n').map((line, index) => unquoted(line, index === 0 ? 0 : quoted));
  const after = runsOf(lines)
    .flatMap((run) => sentencesOf(run, language))
    .join(`\n${prefix}`);
  return after === before ? [] : [{ start, end, text: after }];
}

/** A line without the quotation marks and indentation before its content. */
function unquoted(line: string, quoted: number): string {
  let rest = line.trimStart();
  for (let depth = 0; depth < quoted && rest.startsWith('>'); depth += 1) rest = rest.slice(1).trimStart();
  return rest;
}

/** A hard break: two blanks or a backslash at the end of a line. */
const HARD_BREAK = /(?: {2,}|\\)$/;

/** The lines up to each hard break, joined; the last one closes with the paragraph. */
function runsOf(lines: readonly string[]): string[] {
  const runs: string[] = [];
  let open: string[] = [];
  for (const [index, line] of lines.entries()) {
    const breaks = HARD_BREAK.test(line) && index < lines.length - 1;
    open.push(breaks ? line : line.replace(/[ \t]+$/, ''));
    if (!breaks) continue;
    runs.push(open.join(' '));
    open = [];
  }
  return open.length > 0 ? [...runs, open.join(' ')] : runs;
}

/** The sentences of a line. Two separated by anything other than plain spaces stay on one line. */
function sentencesOf(line: string, language: string | undefined): string[] {
  const [, content = '', mark = ''] = /^([\s\S]*?)((?: {2,}|\\)?)$/.exec(line) ?? [];
  const found: string[] = [];
  let from = 0;
  const sentences = splitSentences(content, language);
  for (const [index, { end }] of sentences.entries()) {
    const next = sentences[index + 1];
    const gap = content.slice(end, next?.start ?? content.length);
    if (next !== undefined && !/^[ \t]+$/.test(gap)) continue;
    found.push(content.slice(from, next === undefined ? content.length : end));
    from = next?.start ?? content.length;
  }
  const last = found.pop() ?? content;
  return [...found, last + mark];
}
