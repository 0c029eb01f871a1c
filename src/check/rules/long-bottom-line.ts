import { proseText } from '../../derive/entities/resolve.ts';
import { citationsIn } from '../../model/citation.ts';
import type { Rule } from '../rule.ts';

/** Most words of a bottom line, unless the desk sets another limit. Our own. */
const MAX_WORDS = 120;

/** The bottom line is short. */
export const longBottomLine: Rule = {
  id: 'long-bottom-line',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(6): the main message up front; threat-memo: at most 120 words',
  why: 'A minister reads the first 120 words; what comes after them might as well not have been written.',
  examples: {
    breaks: { assessment: { bottomLine: `Fires are likely to go on${' and on'.repeat(60)}.` } },
    keeps: { assessment: { bottomLine: 'Fires along the line are likely to go on.' } },
  },
  check: ({ assessment, desk }) => {
    const most = desk?.bottomLineWords ?? MAX_WORDS;
    const words = countWords(proseText(assessment.bottomLine) ?? '');
    if (words <= most) return [];
    return [
      {
        pointer: '/bottomLine',
        message: `The bottom line has ${words} words; it should have at most ${most}.`,
        help: 'Keep the answer to the question; the reasons stand with the judgments.',
      },
    ];
  },
};

/** Words of a text without its citations. */
function countWords(text: string): number {
  let rest = text;
  for (const { start, end } of citationsIn(text).toReversed())
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0;
}
