import type { QuantityReport } from '../../model/generated/types.ts';
import { arrow } from './marks.ts';
import { ink, type Sheet } from './sheet.ts';

/** The least and the most that a report gives for a count; an open end is absent. */
export interface Ends {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export function endsOf({ value, min, max, qualifier }: QuantityReport): Ends {
  if (value === undefined) return { min, max };
  if (qualifier === 'at-least' || qualifier === 'more-than') return { min: value, max: undefined };
  if (qualifier === 'at-most' || qualifier === 'fewer-than') return { min: undefined, max: value };
  return { min: value, max: value };
}

const ARROW = 16;

/** Draws a report on its axis and returns the left and right ends of the mark. */
export function drawReport(
  sheet: Sheet,
  report: QuantityReport,
  scale: (value: number) => number,
  { middle }: { readonly middle: number },
): [number, number] {
  const { min, max } = endsOf(report);
  const from = min === undefined ? undefined : scale(min);
  const to = max === undefined ? undefined : scale(max);
  const line = { stroke: ink.structure, 'stroke-width': 2 };
  if (from !== undefined && to !== undefined) {
    if (to > from) {
      sheet.line(from, middle, to, middle, line);
      for (const x of [from, to]) sheet.line(x, middle - 4.5, x, middle + 4.5, line);
      return [from, to];
    }
    const estimate = report.qualifier === 'about';
    const fill = estimate ? ink.paper : ink.structure;
    sheet.add('circle', { cx: from, cy: middle, r: 4, fill, stroke: ink.structure, 'stroke-width': 1.5 });
    return [from - 4, from + 4];
  }
  const at = from ?? to ?? 0;
  const sign = from === undefined ? -1 : 1;
  const tip = at + sign * ARROW;
  sheet.line(at, middle - 4.5, at, middle + 4.5, line);
  sheet.line(at, middle, tip - sign * 5, middle, line);
  sheet.path(arrow(tip - sign * 4, middle, 10, sign > 0 ? 0 : 180), { fill: ink.structure });
  return [Math.min(at, tip), Math.max(at, tip)];
}
