import { toPointer } from '../../model/pointer.ts';
import { mixedWords } from '../../prose/characters/mixed-scripts.ts';
import type { Rule } from '../rule.ts';
import { unusualTexts } from '../unusual-texts.ts';

/** A word is written in one alphabet. */
export const mixedScriptWord: Rule = {
  id: 'mixed-script-word',
  category: 'handling',
  severity: 'warning',
  source: 'Unicode TS #39, security mechanisms (mixed-script confusables)',
  why: 'A Latin name with a Cyrillic letter looks right but is another name: search, registers and sanctions lists miss it.',
  examples: {
    breaks: { assessment: { title: 'Fires along the N\u043erthern Line' } },
    keeps: { assessment: { title: 'Fires along the Northern Line (Северная линия)' } },
  },
  check: ({ assessment }) =>
    unusualTexts(assessment).flatMap(({ text, parts }) =>
      mixedWords(text).map(({ text: word, strangers }) => ({
        pointer: toPointer(parts),
        message: `\`${word}\` mixes alphabets: ${strangers.join(', ')}.`,
        help: 'Type the word anew in one alphabet.',
      })),
    ),
};
