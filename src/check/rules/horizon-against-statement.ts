import { proseText } from '../../derive/entities/resolve.ts';
import { toPointer } from '../../model/pointer.ts';
import { ownText } from '../../prose/reading/own-text.ts';
import { isEnglish } from '../../prose/reading/read-prose.ts';
import { statedDates } from '../../prose/wording/stated-dates.ts';
import { firstDay, lastDay } from '../days.ts';
import type { Rule } from '../rule.ts';

/** A judgment's horizon ends on the date by which its statement expects the event. */
export const horizonAgainstStatement: Rule = {
  id: 'horizon-against-statement',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2) and (8): a forecast is scored on the day that it names',
  why: 'The memo prints both, and the forecast is scored by the horizon, while readers hold it to the words.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on through 2026.',
            horizon: '2026-06-30',
            evidence: ['four-fires'],
          },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on through 2026.',
            horizon: '2026-12-31',
            evidence: ['four-fires'],
          },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    if (!isEnglish(assessment.language)) return [];
    const cutOff = firstDay(assessment.asOf) ?? Number.NEGATIVE_INFINITY;
    return assessment.judgments.flatMap(({ id, statement, horizon }, index) => {
      const end = lastDay(horizon);
      if (end === undefined) return [];
      // Past dates are not deadlines: "the fires of March 2025 will be copied".
      const ahead = statedDates(ownText(proseText(statement) ?? '')).filter(
        ({ latest }) => (lastDay(latest) ?? cutOff) > cutOff,
      );
      const [stated] = ahead;
      const agrees = ahead.some(
        ({ earliest, latest }) => end >= (firstDay(earliest) ?? end) && end <= (lastDay(latest) ?? end),
      );
      if (!stated || agrees) return [];
      return {
        pointer: toPointer(['judgments', index, 'horizon']),
        message: `The statement of \`${id}\` says \`${stated.text}\`, but its horizon \`${horizon}\` ends on another day.`,
        help: `Make them agree: \`${stated.latest}\` is the last day that the words allow.`,
      };
    });
  },
};
