import type { Assessment } from '../model/generated/types.ts';
import { blocksOf } from '../prose/blocks.ts';
import { isEnglish, type ProseSentence, readProse } from '../prose/read-prose.ts';
import { type ProseField, type ProseKind, pointerTo, proseFieldsOf } from './prose-fields.ts';

export interface PlacedSentence {
  readonly field: ProseField;
  /** Its offsets are those of its paragraph. */
  readonly sentence: ProseSentence;
  /** The pointer to an offset within `sentence.own`. */
  readonly pointerAt: (index: number) => string;
}

/** Where the analyst answers for the choice of words: not where a speaker or a source is reported. */
export const ASSERTED: ReadonlySet<ProseKind> = new Set([
  'bottom-line',
  'judgment',
  'narrative',
  'scenario',
  'implication',
  'hypothesis',
]);

/**
 * Sentences of English prose that hold what an expression finds in the analyst's own words. The expression has no `g` flag.
 * Nothing is parsed but the paragraphs in which it finds something: most have no such word.
 */
export function* englishSentences(
  assessment: Assessment,
  candidate: RegExp,
  reads: (field: ProseField) => boolean,
): Generator<PlacedSentence> {
  if (!isEnglish(assessment.language)) return;
  yield* sentencesWith(assessment, candidate, reads);
}

/** The same for prose of any language. */
export function* sentencesWith(
  assessment: Assessment,
  candidate: RegExp,
  reads: (field: ProseField) => boolean,
): Generator<PlacedSentence> {
  for (const placed of eachSentence(assessment, (text) => candidate.test(text), reads)) {
    if (candidate.test(placed.sentence.own)) yield placed;
  }
}

/** All sentences of those paragraphs that are worth parsing. */
export function* eachSentence(
  assessment: Assessment,
  isWorth: (text: string) => boolean,
  reads: (field: ProseField) => boolean,
): Generator<PlacedSentence> {
  for (const field of proseFieldsOf(assessment)) {
    if (!reads(field) || !isWorth(field.text)) continue;
    for (const { text, offset } of blocksOf(field.text)) {
      if (!isWorth(text)) continue;
      for (const sentence of readProse(text, assessment.language).sentences) {
        yield {
          field,
          sentence,
          pointerAt: (index) => pointerTo(field, offset + sentence.start + index),
        };
      }
    }
  }
}
