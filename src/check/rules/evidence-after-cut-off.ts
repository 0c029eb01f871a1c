import { viewDate } from '../../derive/entities/dates.ts';
import { edtfOfCsl } from '../../model/csl-date.ts';
import type { ReportedDate } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import { firstDay, lastDay } from '../days.ts';
import type { Objection, Rule } from '../rule.ts';

/** Nothing later than the information cut-off is used. */
export const evidenceAfterCutOff: Rule = {
  id: 'evidence-after-cut-off',
  category: 'sourcing',
  severity: 'warning',
  source: 'ICD 206: age and currency of sources; the assessment file of threat-memo: `asOf`',
  why: 'A reader relies on the cut-off to know what the authors can have known: one of the two dates is wrong.',
  examples: {
    breaks: { assessment: { asOf: '2025-04-15' } },
    keeps: { assessment: { asOf: '2025-04' } },
  },
  check: ({ assessment, resolved }) => {
    const cutOff = lastDay(assessment.asOf);
    if (cutOff === undefined) return [];
    const late = (date: string | undefined) => {
      const day = firstDay(date);
      return day !== undefined && day > cutOff;
    };
    const objection = (
      what: string,
      date: string | undefined,
      parts: readonly (string | number)[],
    ): Objection => ({
      pointer: toPointer(parts),
      message: `${what} is dated \`${viewDate(date)?.text ?? date}\`, after the information cut-off \`${assessment.asOf}\`.`,
      help: 'Correct the date, or move `asOf` to the day up to which information was taken into account.',
    });
    return [
      ...(assessment.evidence ?? []).flatMap(({ id, date }, i) =>
        late(date) ? objection(`The evidence \`${id}\``, date, ['evidence', i, 'date']) : [],
      ),
      ...(assessment.incidents ?? []).flatMap(({ id, date }, i) =>
        datesIn(date).flatMap(([one, ...way]) =>
          late(one) ? objection(`The incident \`${id}\``, one, ['incidents', i, 'date', ...way]) : [],
        ),
      ),
      ...resolved.sources.flatMap(({ id, csl }, i) => {
        const issued = edtfOfCsl(csl.issued);
        return late(issued) ? objection(`The source \`${id}\``, issued, ['sources', i]) : [];
      }),
    ];
  },
};

/** A date, or each of its reported dates, with the path to it. */
function datesIn(date: ReportedDate | undefined): [date: string, ...way: (string | number)[]][] {
  if (date === undefined) return [];
  if (typeof date === 'string') return [[date]];
  return date.reports.map(({ value }, index) => [value, 'reports', index, 'value']);
}
