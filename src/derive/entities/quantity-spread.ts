import { middleOf } from '../../model/date-order.ts';
import { parseEdtf } from '../../model/edtf.ts';
import type { Quantity, QuantityReport } from '../../model/generated/types.ts';
import { boundsOf } from './quantity.ts';

/** One source's figures for a count, its reports combined. */
export interface SourceSpread {
  /** Id of the source; absent for reports that name none. */
  readonly source: string | undefined;
  readonly reports: number;
  /** Smallest and largest figure; absent if every report leaves that end open. */
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** How a count changed from its first dated report to its last. */
export interface QuantityChange {
  /** EDTF texts of the first and the last report with a date. */
  readonly from: string;
  readonly to: string;
  /**
   * `rising` or `falling` if no step goes the other way, `fluctuating` if steps go both ways, `steady` if every
   * figure is the same. Overlapping figures (about 100, then 95 to 110) are not a step.
   */
  readonly direction: 'rising' | 'falling' | 'fluctuating' | 'steady';
}

/** The count by source, in order of first appearance. */
export function spreadBySource({ reports }: Quantity): SourceSpread[] {
  const bySource = new Map<string | undefined, QuantityReport[]>();
  for (const report of reports) {
    const known = bySource.get(report.source);
    if (known) known.push(report);
    else bySource.set(report.source, [report]);
  }
  return [...bySource].map(([source, own]) => {
    const bounds = own.map(boundsOf);
    const mins = bounds.flatMap(({ min }) => min ?? []);
    const maxs = bounds.flatMap(({ max }) => max ?? []);
    return {
      source,
      reports: own.length,
      min: mins.length === 0 ? undefined : Math.min(...mins),
      max: maxs.length === 0 ? undefined : Math.max(...maxs),
    };
  });
}

/** How the count changed; `undefined` if fewer than two days were reported. */
export function changeOver({ reports }: Quantity): QuantityChange | undefined {
  const dated = reports
    .flatMap((report) => {
      const { asOf } = report;
      const day = asOf === undefined ? undefined : middleOf(parseEdtf(asOf));
      return asOf === undefined || day === undefined ? [] : { asOf, day, ...boundsOf(report) };
    })
    .sort((a, b) => a.day - b.day);
  const [first] = dated;
  const last = dated.at(-1);
  if (!first || !last || first.day === last.day) return undefined;
  const steps = new Set(dated.slice(1).map((report, index) => stepBetween(dated[index] ?? report, report)));
  steps.delete(0);
  const direction =
    steps.size > 1 ? 'fluctuating' : steps.has(1) ? 'rising' : steps.has(-1) ? 'falling' : 'steady';
  return { from: first.asOf, to: last.asOf, direction };
}

type Bounds = ReturnType<typeof boundsOf>;

/** 1 where the later figure lies wholly above the earlier, -1 wholly below, 0 where they overlap. */
function stepBetween(before: Bounds, after: Bounds): 1 | 0 | -1 {
  if ((after.min ?? Number.NEGATIVE_INFINITY) > (before.max ?? Number.POSITIVE_INFINITY)) return 1;
  return (after.max ?? Number.POSITIVE_INFINITY) < (before.min ?? Number.NEGATIVE_INFINITY) ? -1 : 0;
}
