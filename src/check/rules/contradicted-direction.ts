import type { Direction, Trend } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import { lastDay } from '../days.ts';
import type { Rule } from '../rule.ts';

/** A trend goes where its own values go. */
export const contradictedDirection: Rule = {
  id: 'contradicted-direction',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(6) and (8): clear and logical argument; accurate judgments',
  why: 'The memo prints the direction beside the values: a reader who compares the two believes neither.',
  examples: {
    breaks: {
      assessment: {
        trends: [
          {
            id: 'fires',
            subject: 'Fires along the line',
            direction: 'rising',
            series: [
              { at: '2023', value: 9 },
              { at: '2024', value: 1 },
            ],
          },
        ],
      },
    },
    keeps: {
      assessment: {
        trends: [
          {
            id: 'fires',
            subject: 'Fires along the line',
            direction: 'rising',
            series: [
              { at: '2023', value: 1 },
              { at: '2024', value: 9 },
            ],
          },
        ],
      },
    },
  },
  check: ({ assessment }) =>
    (assessment.trends ?? []).flatMap((trend, index) => {
      const course = courseOf(trend);
      if (!course || !CONTRADICTS[trend.direction](course)) return [];
      const [from, to] = [course.at(0), course.at(-1)];
      if (!from || !to) return [];
      return {
        pointer: toPointer(['trends', index, 'direction']),
        message: `The trend \`${trend.id}\` is declared \`${trend.direction}\`, but its series goes from ${inWords(from)} to ${inWords(to)}${trend.direction === 'fluctuating' ? ' without a turn' : ''}.`,
        help: `${adviceFor(course)} If other evidence says so, say in \`summary\` why the series does not show it.`,
      };
    }),
};

/** The values at one point in time, from one or several sources. */
interface Stage {
  readonly at: string;
  readonly low: number;
  readonly high: number;
}

/**
 * Smallest change, as a share of the larger value, that `steady` does not cover, if it is also beyond chance in
 * a small count (its square root: 1 and 2 deaths count as the same). Our own threshold: no standard has one.
 */
const STEADY = 0.25;

/** Whether a series, from its first to its last point in time, contradicts a direction. */
const CONTRADICTS: Readonly<Record<Direction, (course: readonly Stage[]) => boolean>> = {
  rising: (course) => (course.at(-1)?.high ?? 0) <= (course.at(0)?.low ?? 0),
  falling: (course) => (course.at(-1)?.low ?? 0) >= (course.at(0)?.high ?? 0),
  steady: (course) => {
    const [from, to] = [course.at(0), course.at(-1)];
    if (!from || !to) return false;
    const gap = Math.max(to.low - from.high, from.low - to.high);
    const largest = Math.max(...[from, to].flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
    return gap > Math.max(STEADY * largest, Math.sqrt(largest));
  },
  fluctuating: (course) =>
    course.length > 2 &&
    [1, -1].some((way) =>
      course.every((stage, i) => {
        const before = course[i - 1];
        return !before || (way > 0 ? stage.low > before.high : stage.high < before.low);
      }),
    ),
  unknown: () => false,
};

/**
 * The values in order of time: since the last break, before which they cannot be compared, if there are two
 * points in time behind it. `undefined` with fewer than two.
 */
function courseOf({ series = [], breaks = [] }: Trend): readonly Stage[] | undefined {
  const stages = new Map<number, Stage>();
  for (const { at, value } of series) {
    const day = lastDay(at);
    if (day === undefined) continue;
    const known = stages.get(day);
    stages.set(day, {
      at: known?.at ?? at,
      low: Math.min(known?.low ?? value, value),
      high: Math.max(known?.high ?? value, value),
    });
  }
  const since = Math.max(...breaks.map(({ at }) => lastDay(at) ?? Number.NEGATIVE_INFINITY));
  const course = [...stages].toSorted(([a], [b]) => a - b);
  const comparable = course.filter(([day]) => day >= since);
  const compared = comparable.length < 2 ? course : comparable;
  return compared.length < 2 ? undefined : compared.map(([, stage]) => stage);
}

function inWords({ at, low, high }: Stage): string {
  return `${low === high ? low : `${low}–${high}`} (\`${at}\`)`;
}

function adviceFor(course: readonly Stage[]): string {
  const fitting = (['rising', 'falling', 'steady', 'fluctuating'] as const).filter(
    (direction) => !CONTRADICTS[direction](course),
  );
  return fitting.length === 0
    ? 'Correct the direction or the values.'
    : `Correct the values, or write ${fitting.map((direction) => `\`${direction}\``).join(' or ')}.`;
}
