import type { Assessment } from '../model/generated/types.ts';
import { isEnglish, type ProseSentence } from '../prose/reading/read-prose.ts';
import { type Candidate, paragraphsOf } from './paragraphs.ts';
import { type ProseField, type ProseKind, pointerTo } from './prose-fields.ts';

export interface PlacedSentence {
  readonly field: ProseField;
  /** Its offsets are those of its paragraph. */
  readonly sentence: ProseSentence;
  /** The pointer to an offset within `sentence.own`. */
  readonly pointerAt: (index: number) => string;
}

/** Kinds of text whose wording is the analyst's: not where a speaker or a source is reported. */
export const ASSERTED: ReadonlySet<ProseKind> = new Set([
  'bottom-line',
  'judgment',
  'narrative',
  'scenario',
  'implication',
  'hypothesis',
]);

/** What a rule searches for, and where. */
export interface Search {
  /** What a text must contain to be worth a look. */
  readonly candidate: Candidate;
  readonly reads: (field: ProseField) => boolean;
  /**
   * Whether a sentence with a candidate is worth parsing, judged by its own words and by how it is written, with
   * its citations; if left out, each is.
   */
  readonly finds?: (own: string, field: ProseField, written: string) => boolean;
}

/** `sentencesWith`, where the rule depends on English words. */
export function* englishSentences(assessment: Assessment, search: Search): Generator<PlacedSentence> {
  if (isEnglish(assessment.language)) yield* sentencesWith(assessment, search);
}

/**
 * The sentences in which a rule finds something. Most texts contain no word that any rule looks for, most of
 * the rest use it well, and parsing costs a millisecond a kilobyte: so texts are tested first, then skimmed,
 * and only the remaining sentences are parsed and returned.
 */
export function* sentencesWith(
  assessment: Assessment,
  { candidate, reads, finds }: Search,
): Generator<PlacedSentence> {
  const asks = typeof candidate === 'function' ? candidate : (text: string) => candidate.test(text);
  for (const paragraph of paragraphsOf(assessment)) {
    const { field, offset } = paragraph;
    if (!reads(field)) continue;
    if (!paragraph.has(candidate)) continue;
    for (const [index, { own, start, end }] of paragraph.skimmed.entries()) {
      const written = paragraph.text.slice(start, end);
      const isFound = (words: string) => asks(words) && (finds?.(words, field, written) ?? true);
      const sentence = isFound(own) ? paragraph.sentences[index] : undefined;
      if (sentence === undefined || !isFound(sentence.own)) continue;
      yield { field, sentence, pointerAt: (at) => pointerTo(field, offset + sentence.start + at) };
    }
  }
}
