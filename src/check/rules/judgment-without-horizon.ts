import { proseText } from '../../derive/entities/resolve.ts';
import type { Judgment } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import { isEnglish } from '../../prose/reading/read-prose.ts';
import type { Rule } from '../rule.ts';

/** A judgment about the future says by when. */
export const judgmentWithoutHorizon: Rule = {
  id: 'judgment-without-horizon',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2) and (8): a forecast without an end can never be found wrong',
  why: 'Without a day by which it comes true or does not, a forecast can never be scored.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            likelihood: { term: 'likely' },
            evidence: ['four-fires'],
          },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          {
            id: 'one-hand',
            statement: 'One group set the four fires.',
            likelihood: { term: 'likely' },
            evidence: ['four-fires'],
          },
        ],
      },
    },
  },
  check: ({ assessment }) =>
    assessment.judgments.flatMap((judgment, index) =>
      judgment.horizon !== undefined || judgment.resolution || !looksAhead(judgment, assessment.language)
        ? []
        : {
            pointer: toPointer(['judgments', index]),
            ...(isEnglish(assessment.language)
              ? {
                  message: `The judgment \`${judgment.id}\` looks ahead, but does not say until when.`,
                  help: 'Give the last day, or the interval, under `horizon`.',
                }
              : {
                  severity: 'note' as const,
                  message: `The judgment \`${judgment.id}\` has a likelihood, but does not say until when it holds.`,
                  help: 'If it looks ahead, give the last day, or the interval, under `horizon`.',
                }),
          },
    ),
};

const AHEAD =
  /\b(?:will|won't|shall|is going to|are going to|is set to|are set to|is bound to|are bound to|would|intends? to|plans? to|continues?|remains?|persists?|keeps?|poses?|threatens?|expects?|(?:un)?likely to(?! have\b| be \w+ing\b)|next|coming|future|by (?:the end of )?(?:20\d\d|spring|summer|autumn|winter)|within)\b/i;

/** In English judged by its words; in other languages, any judgment with a likelihood may be a forecast. */
function looksAhead({ statement, likelihood }: Judgment, language: string | undefined): boolean {
  const text = proseText(statement) ?? '';
  if (isEnglish(language)) return AHEAD.test(text);
  return likelihood !== undefined;
}
