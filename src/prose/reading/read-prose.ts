import type { Nodes as MdastNodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toNlcst } from 'mdast-util-to-nlcst';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Root, SentenceContent } from 'nlcst';
import { toString as plainText } from 'nlcst-to-string';
import { ParseEnglish } from 'parse-english';
import { ParseLatin } from 'parse-latin';
import { VFile } from 'vfile';
import { splitSentences } from '../../model/sentences.ts';
import { maskProse } from './mask.ts';
import { FOREIGN, ownText } from './own-text.ts';
import { quotationsIn, type Span } from './quotations.ts';

export interface ProseWord extends Span {
  /** As it is written. */
  readonly text: string;
  /** Whether it is in a quotation, and so somebody else's. */
  readonly quoted: boolean;
}

export interface ProseSentence extends Span {
  /**
   * The author's own words at the sentence's offsets: citations and markup are spaces, and code and quotations
   * are filled with `FOREIGN`, so that no expression matches across them by accident.
   */
  readonly own: string;
  readonly words: readonly ProseWord[];
}

/** A text as sentences and words. Offsets count UTF-16 code units from the start of the text. */
export interface ProseText {
  readonly text: string;
  readonly sentences: readonly ProseSentence[];
}

/** A sentence without parsing: enough to decide whether parsing is worthwhile. */
export interface SkimmedSentence extends Span {
  readonly own: string;
}

/** The sentences of a text, with the same boundaries as in `readProse`, and with foreign text filled. */
export function skimProse(text: string, language: string | undefined): readonly SkimmedSentence[] {
  const own = ownText(text).replace(/[^\S ]/g, ' ');
  return splitSentences(text, language).map(({ start, end }) => ({
    start,
    end,
    own: own.slice(start, end),
  }));
}

export function isEnglish(language: string | undefined): boolean {
  return language === undefined || /^en(?:-|$)/i.test(language);
}

/**
 * Parses Markdown prose into sentences and words. Code, quotations (including block quotations), citations,
 * tables and link targets are not the author's text. Costs about a millisecond a kilobyte: use `skimProse`
 * first.
 */
export function readProse(text: string, language: string | undefined): ProseText {
  const parser = isEnglish(language) ? 'en' : 'other';
  return { text, sentences: sentencesOf(text, parser, language) };
}

/** The tree of a text in retext's format (nlcst), with citations and addresses masked. */
export function languageTree(text: string, parser: 'en' | 'other'): Root {
  const masked = maskProse(text);
  const markdown: MdastNodes = fromMarkdown(masked, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  return toNlcst(markdown, new VFile(masked), parser === 'en' ? ParseEnglish : ParseLatin, {
    source: ['blockquote', 'code'],
  });
}

/** Sentence boundaries are those used everywhere in the program; words and foreign text come from the tree. */
function sentencesOf(text: string, parser: 'en' | 'other', language: string | undefined): ProseSentence[] {
  const quotations = quotationsIn(maskProse(text));
  const leaves = leavesOf(languageTree(text, parser));
  let next = 0;
  return splitSentences(text, language).map(({ start, end }) => {
    const from = next;
    while ((leaves[next]?.start ?? end) < end) next += 1;
    return readSentence({ start, end }, leaves.slice(from, next), quotations);
  });
}

/** A word, a mark or a blank of the text; `foreign` is code or a quotation of its own block. */
interface Leaf extends Span {
  readonly kind: 'word' | 'other' | 'foreign';
  readonly text: string;
}

function leavesOf(tree: Root): Leaf[] {
  return tree.children.flatMap((paragraph) =>
    paragraph.type !== 'ParagraphNode'
      ? []
      : paragraph.children.flatMap((sentence) =>
          sentence.type === 'SentenceNode' ? sentence.children.map(leafOf) : [],
        ),
  );
}

function leafOf(node: SentenceContent): Leaf {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  if (node.type === 'SourceNode') return { kind: 'foreign', start, end, text: FOREIGN.repeat(end - start) };
  return { kind: node.type === 'WordNode' ? 'word' : 'other', start, end, text: plainText(node) };
}

function readSentence(
  { start, end }: Span,
  leaves: readonly Leaf[],
  quotations: readonly Span[],
): ProseSentence {
  const characters = Array.from({ length: end - start }, () => ' ');
  const write = (text: string, at: number) => {
    for (let i = 0; i < text.length && at + i < end; i += 1) {
      characters[at + i - start] = text.charAt(i).replace(/\s/, ' ');
    }
  };
  for (const leaf of leaves) write(leaf.text, leaf.start);
  for (const quotation of quotations) {
    const from = Math.max(quotation.start, start);
    if (from < quotation.end) write(FOREIGN.repeat(quotation.end - from), from);
  }
  const words = leaves
    .filter(({ kind }) => kind === 'word')
    .map(({ text, ...span }) => ({
      text,
      start: span.start,
      end: span.end,
      quoted: quotations.some((quotation) => span.start >= quotation.start && span.end <= quotation.end),
    }));
  return { start, end, own: characters.join(''), words };
}
