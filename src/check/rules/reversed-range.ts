import type { Assessment, QuantityReport } from '../../model/generated/types.ts';
import { type PointerPart, toPointer } from '../../model/pointer.ts';
import { likelihoodsOf } from '../likelihood-rows.ts';
import type { Objection, Rule } from '../rule.ts';

/** The lower end of a range is not above its upper end; a figure is a value or a range, not both. */
export const reversedRange: Rule = {
  id: 'reversed-range',
  category: 'integrity',
  severity: 'error',
  source: 'DESIGN, the assessment file: likelihood and quantity',
  why: 'A range that runs backwards gives a wrong band, and a wrong range in the memo.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          { id: 'fires-continue', statement: 'Fires will go on.', likelihood: { range: [0.8, 0.55] } },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          { id: 'fires-continue', statement: 'Fires will go on.', likelihood: { range: [0.55, 0.8] } },
        ],
      },
    },
  },
  check: ({ assessment }) => [...likelihoodRanges(assessment), ...quantityRanges(assessment.incidents ?? [])],
};

function likelihoodRanges(assessment: Assessment): Objection[] {
  return likelihoodsOf(assessment).flatMap(({ likelihood: { range }, parts }) => {
    const [low, high] = range ?? [];
    if (low === undefined || high === undefined || low <= high) return [];
    const pointer = toPointer([...parts, 'range']);
    return {
      pointer,
      message: `The range begins at ${low} and ends at ${high}.`,
      help: `Write [${high}, ${low}].`,
      fix: { pointer, value: [high, low] },
    };
  });
}

function quantityRanges(incidents: readonly object[]): Objection[] {
  return incidents.flatMap((incident, index) =>
    Object.entries(incident).flatMap(([counted, quantity]) => {
      const reports: unknown =
        quantity && typeof quantity === 'object' && 'reports' in quantity && quantity.reports;
      if (!Array.isArray(reports)) return [];
      return reports.flatMap(
        (report: QuantityReport, at) => objectTo(report, ['incidents', index, counted, 'reports', at]) ?? [],
      );
    }),
  );
}

function objectTo({ value, min, max }: QuantityReport, parts: readonly PointerPart[]): Objection | undefined {
  if (value !== undefined && (min !== undefined || max !== undefined)) {
    return {
      pointer: toPointer(parts),
      message: 'A report gives `value`, or `min` and `max`, not both.',
      help: 'If the source gives a figure and a range, make two reports of them.',
    };
  }
  if (min === undefined || max === undefined || min <= max) return undefined;
  const pointer = toPointer([...parts, 'min']);
  return {
    pointer,
    message: `The range begins at ${min} and ends at ${max}.`,
    help: 'Exchange `min` and `max`.',
    fix: { pointer, value: max, also: [{ pointer: toPointer([...parts, 'max']), value: min }] },
  };
}
