import { isEnglish } from '../../prose/reading/read-prose.ts';
import { hasTwin, repeatedWords } from '../../prose/wording/repeated-words.ts';
import type { ProseKind } from '../prose-fields.ts';
import type { Rule } from '../rule.ts';
import { sentencesWith } from '../wording.ts';

const NOT_OURS: ReadonlySet<ProseKind> = new Set(['wording']);
/** Languages in which doubling a word is not part of the grammar, as it is in Turkish or Hindi. */
const WITHOUT_REDUPLICATION =
  /^(?:en|de|fr|es|it|pt|nl|sv|da|no|nb|fi|pl|cs|sk|ru|uk|be|bg|sr|hr|sl|ro)(?:-|$)/i;

/** No word is accidentally written twice in a row. */
export const repeatedWord: Rule = {
  id: 'repeated-word',
  category: 'language',
  severity: 'warning',
  source: 'ICD 203 D.6.e(6): clear language',
  why: 'A slip of this kind tells the reader that nobody read the text before it was sent.',
  examples: {
    breaks: { assessment: { bottomLine: 'Fires along the the line are likely to go on.' } },
    keeps: { assessment: { bottomLine: 'Those who had had warning say that that fire was likely.' } },
  },
  check: ({ assessment }) => {
    if (!isEnglish(assessment.language) && !WITHOUT_REDUPLICATION.test(assessment.language ?? '')) return [];
    return [
      ...sentencesWith(assessment, {
        candidate: hasTwin,
        reads: ({ kind }) => !NOT_OURS.has(kind),
      }),
    ].flatMap(({ sentence, pointerAt }) =>
      repeatedWords(sentence, assessment.language).map(({ text, start }) => ({
        pointer: pointerAt(start),
        message: `\`${text}\`: the word stands twice.`,
        help: 'Remove one of them.',
      })),
    );
  },
};
