import { type LoadedWord, loadedWords, mayHaveLoadedWords } from '../../prose/wording/loaded-words.ts';
import { isReported } from '../../prose/wording/reported.ts';
import type { ProseKind } from '../prose-fields.ts';
import type { Rule } from '../rule.ts';
import { englishSentences } from '../wording.ts';

/** Headings and titles are checked too: they are read first. */
const NOT_OURS: ReadonlySet<ProseKind> = new Set(['evidence', 'wording']);

/** The analyst's own words describe; they do not insult, praise or argue. */
export const loadedWord: Rule = {
  id: 'loaded-word',
  category: 'language',
  severity: 'note',
  source: 'ICD 203 D.6.a: objective; D.6.e(6)',
  why: 'A word that takes sides makes every judgment beside it look like taking sides.',
  examples: {
    breaks: { assessment: { bottomLine: 'The cowardly fires along the line are likely to go on.' } },
    keeps: {
      assessment: { bottomLine: 'The minister called the fires “cowardly”; they are likely to go on.' },
    },
  },
  check: ({ assessment }) =>
    [
      ...englishSentences(assessment, {
        candidate: mayHaveLoadedWords,
        reads: ({ kind, reported }) => !reported && !NOT_OURS.has(kind),
        finds: (own) => assertedIn(own).length > 0,
      }),
    ].flatMap(({ sentence: { own }, pointerAt }) =>
      assertedIn(own).map(({ text, start, help, isCertain }) => ({
        pointer: pointerAt(start),
        message: isCertain
          ? `\`${text}\` asserts certainty in the place of evidence.`
          : `\`${text}\` takes sides.`,
        help,
      })),
    ),
};

/** Loaded words in the analyst's own words. */
function assertedIn(own: string): LoadedWord[] {
  return loadedWords(own).filter(
    ({ start, end }) => !isReported(own, start) && !isReported(own, start + lastWord(own.slice(start, end))),
  );
}

/** Where the last word of a phrase begins: in "was called a crook", at "crook". */
function lastWord(phrase: string): number {
  return phrase.search(/\S+\s*$/);
}
