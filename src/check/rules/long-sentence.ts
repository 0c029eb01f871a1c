import { isEnglish } from '../../prose/reading/read-prose.ts';
import { hasLongStretch } from '../../prose/reading/stretches.ts';
import type { ProseKind } from '../prose-fields.ts';
import type { Rule } from '../rule.ts';
import { sentencesWith } from '../wording.ts';

/** Words in a sentence, at most. */
const MAX = 40;
/** Kinds of text that the analyst cannot shorten. */
const NOT_OURS: ReadonlySet<ProseKind> = new Set(['wording', 'title', 'heading']);

/** A sentence has at most 40 words of the analyst's own. */
export const longSentence: Rule = {
  id: 'long-sentence',
  category: 'language',
  severity: 'note',
  source: 'ICD 203 D.6.e(6): clear language; plain-language guidance of governments (at most 40 words)',
  why: 'In a long sentence the condition, the judgment and its hedge drift apart, and readers keep one of them.',
  examples: {
    breaks: {
      assessment: {
        bottomLine:
          'Fires along the line are likely to go on through 2025 because those who pay for them have not been found, the cabinets are still unguarded, the recruits are easily replaced by others who answer the same advertisements, and none of the measures that were announced in spring has begun.',
      },
    },
    keeps: {
      assessment: {
        bottomLine: [
          'Fires along the line are likely to go on through 2025.',
          'Those who pay for them have not been found, and the cabinets are still unguarded.',
        ],
      },
    },
  },
  check: ({ assessment }) =>
    [
      ...sentencesWith(assessment, {
        candidate: isLong,
        reads: ({ kind }) => !NOT_OURS.has(kind),
      }),
    ].flatMap(({ sentence: { words, start }, pointerAt, field }) => {
      const count = words.filter(({ quoted }) => !quoted).length;
      if (count <= MAX) return [];
      const opening = words
        .slice(0, 4)
        .map(({ text }) => text)
        .join(' ');
      return {
        pointer: pointerAt((words[0]?.start ?? start) - start),
        message: `The sentence that begins \`${opening}\` has ${count} words.`,
        help:
          isEnglish(assessment.language) && field.kind === 'judgment'
            ? 'Judge one thing in a sentence; at most 40 words.'
            : 'Make two of it; at most 40 words.',
      };
    }),
};

function isLong(text: string): boolean {
  return hasLongStretch(text, MAX);
}
