import { viewDate } from '../../derive/entities/dates.ts';
import type { ResolvedAssessment } from '../../derive/entities/resolve.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import type { Assessment, QuantityReport, ReportedDate } from '../../model/generated/types.ts';
import { type PointerPart, toPointer } from '../../model/pointer.ts';
import { firstDay, lastDay } from '../days.ts';
import { likelihoodsOf } from '../likelihood-rows.ts';
import type { Objection, Rule } from '../rule.ts';

/** The lower end of a range is not above its upper end, nor an end before its beginning; a figure is a value or a range, not both. */
export const reversedRange: Rule = {
  id: 'reversed-range',
  category: 'integrity',
  severity: 'error',
  source: 'the assessment file of threat-memo: likelihood and quantity',
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
  check: ({ assessment, resolved }) => [
    ...likelihoodRanges(assessment),
    ...quantityRanges(assessment.incidents ?? []),
    ...incidentsThatEndFirst(resolved.incidents),
  ],
};

/** Incidents that, by every report, end before any report of their beginning. */
function incidentsThatEndFirst(incidents: ResolvedAssessment['incidents']): Objection[] {
  return incidents.flatMap(({ date, until }, index) => {
    const [begun, ended] = [datesOf(date), datesOf(until)];
    if (begun.length === 0 || ended.length === 0 || !isBefore(ended, begun)) return [];
    return {
      pointer: toPointer(['incidents', index, 'until']),
      message: 'The incident ends before it begins: `until` is earlier than `date`.',
      help: 'Correct one of the two; leave out `until` where it is not known.',
    };
  });
}

function datesOf(date: ReportedDate | undefined): EdtfDate[] {
  const texts = typeof date === 'string' ? [date] : (date?.reports.map(({ value }) => value) ?? []);
  return texts.flatMap((text) => viewDate(text) ?? []);
}

/** Compares moments if all have a time zone, or none has; otherwise days, which time zones can shift by one. */
function isBefore(some: readonly EdtfDate[], others: readonly EdtfDate[]): boolean {
  const all = [...some, ...others];
  const zoned = all.filter(({ start }) => typeof start === 'object' && start.time?.zone !== undefined);
  const [last, first] = [some.map(({ moment }) => moment), others.map(({ moment }) => moment)];
  const isExact = all.every(({ moment }) => moment !== undefined) && [0, all.length].includes(zoned.length);
  if (isExact) return Math.max(...last.map(Number)) < Math.min(...first.map(Number));
  const end = Math.max(...some.map(({ text }) => lastDay(text) ?? Number.POSITIVE_INFINITY));
  const beginning = Math.min(...others.map(({ text }) => firstDay(text) ?? Number.NEGATIVE_INFINITY));
  return end + (zoned.length > 0 ? 1 : 0) < beginning;
}

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
