import { viewDate } from '../../derive/entities/dates.ts';
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
    const { earliest, latest } = viewDate(assessment.asOf) ?? {};
    const published = viewDate(assessment.published)?.latest;
    return assessment.judgments.flatMap(({ id, statement, horizon }, index) => {
      const end = lastDay(horizon);
      if (end === undefined) return [];
      // What begins later may be counted from there.
      const begins = horizon?.includes('/') ? viewDate(horizon)?.earliest : undefined;
      const starts = [earliest, latest, published, begins].flatMap((day) => day ?? []).sort();
      const from = earliest === undefined ? undefined : { earliest, latest: starts.at(-1) ?? earliest };
      // Past dates are not deadlines: "the fires of March 2025 will be copied".
      const ahead = statedDates(ownText(proseText(statement) ?? ''), from).filter(
        (date) => (lastDay(date.latest) ?? cutOff) > cutOff,
      );
      const [stated] = ahead;
      const agrees = ahead.some(
        (date) => end >= (firstDay(date.earliest) ?? end) && end <= (lastDay(date.latest) ?? end),
      );
      if (!stated || agrees) return [];
      return {
        pointer: toPointer(['judgments', index, 'horizon']),
        message: `The statement of \`${id}\` says \`${stated.text}\`, but its horizon \`${horizon}\` ends on another day.`,
        help:
          stated.counted === undefined
            ? `Make them agree: \`${stated.latest}\` is the last day that the words allow.`
            : `Make them agree: counted from the cut-off, the words end on \`${stated.counted}\`.`,
      };
    });
  },
};
