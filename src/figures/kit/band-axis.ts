import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import { widest, wrap } from './measure.ts';
import { face, ink, LEADING, type Sheet, WIDTH } from './sheet.ts';
import type { Words } from './words.ts';

/** An axis from 0 to 100 %, left to right in every language. */
export interface PercentAxis {
  readonly left: number;
  readonly width: number;
  at(percent: number): number;
}

export function percentAxis(left: number, width: number): PercentAxis {
  return { left, width, at: (percent) => left + (percent * width) / 100 };
}

/** A name above its band. */
interface BandName {
  readonly lines: readonly string[];
  /** x of the line that leads down to the axis. */
  readonly stem: number;
  readonly left: number;
  readonly right: number;
  /** 0 is right above the axis. */
  readonly tier: number;
}

const NAME = face.small;
/** Widest line of a name; longer ones wrap, but words are never broken: Russian has long ones. */
const MAX = 50;
const APART = 5;

/** The names of a scale's bands, ready to draw above an axis. */
export interface BandNames {
  readonly height: number;
  draw(sheet: Sheet, top: number): void;
}

/**
 * The names of a scale's bands, each above its band; if two would touch, one moves up a tier, with a line
 * leading down from it. `row` is the row of terms that the memo uses, if the scale has two.
 */
export function bandNames(axis: PercentAxis, scale: LikelihoodScale, row: number, words: Words): BandNames {
  const names = placeNames(axis, scale, row, words);
  const tiers = Math.max(...names.map(({ tier }) => tier)) + 1;
  const heights = Array.from({ length: tiers }, (_, tier) =>
    Math.max(0, ...names.filter((name) => name.tier === tier).map(({ lines }) => lines.length * LEADING)),
  );
  const height = heights.reduce((sum, tier) => sum + tier + 4, 3);
  return {
    height,
    draw(sheet, top) {
      const bottom = top + height;
      for (const { lines, stem, left, right, tier } of names) {
        const foot = bottom - 3 - heights.slice(0, tier).reduce((sum, below) => sum + below + 4, 0);
        sheet.line(stem, foot, stem, bottom, { stroke: ink.middle });
        const first = foot - 5 - (lines.length - 1) * LEADING;
        sheet.text((left + right) / 2, first, lines, { face: NAME, fill: ink.grey, anchor: 'middle' });
      }
    },
  };
}

/** Places wide bands first, so that the narrow ones at the ends move up, where their lines pass the others. */
function placeNames(axis: PercentAxis, scale: LikelihoodScale, row: number, words: Words): BandName[] {
  const placed: BandName[] = [];
  const bands = scale.bands.toSorted((a, b) => b.high - b.low - (a.high - a.low) || a.low - b.low);
  for (const band of bands) {
    const term = words.label('term', band.terms[row] ?? band.terms[0] ?? '');
    const lines = wrap(term, Math.max(MAX, widest(term.split(' '), NAME)), NAME);
    const width = widest(lines, NAME);
    const stem = axis.at((band.low + band.high) / 2);
    const left = Math.min(Math.max(stem - width / 2, 0), WIDTH - width);
    const name = { lines, stem, left, right: left + width };
    let tier = 0;
    while (!isFree({ ...name, tier }, placed)) tier += 1;
    placed.push({ ...name, tier });
  }
  // Sorted, so that text copied out of the figure has the bands in order.
  return placed.toSorted((a, b) => a.stem - b.stem);
}

/** Whether a name touches no other, and neither line crosses the other's name. */
function isFree(own: BandName, placed: readonly BandName[]): boolean {
  if (placed.every(({ tier }) => own.tier > tier + 1)) return true;
  const crosses = (stem: number, name: BandName) => stem > name.left - 2 && stem < name.right + 2;
  return placed.every((other) => {
    if (other.tier === own.tier) return own.right + APART < other.left || own.left - APART > other.right;
    return other.tier < own.tier ? !crosses(own.stem, other) : !crosses(other.stem, own);
  });
}

/** Grey stripes for every second band, and ticks with their percentages below. */
export function drawAxis(
  sheet: Sheet,
  axis: PercentAxis,
  scale: LikelihoodScale,
  box: { top: number; bottom: number },
): void {
  const { top, bottom } = box;
  for (const [index, { low, high }] of scale.bands.entries()) {
    const fill = index % 2 === 0 ? ink.tint : ink.paper;
    sheet.rect(axis.at(low), top, axis.at(high) - axis.at(low), bottom - top, { fill });
  }
  sheet.line(axis.left, top, axis.left + axis.width, top, { stroke: ink.middle });
  sheet.line(axis.left, bottom, axis.left + axis.width, bottom, { stroke: ink.middle });
}

/** Percentages below an axis, every 20. */
export function drawTicks(sheet: Sheet, axis: PercentAxis, y: number, words: Words): void {
  for (const percent of [0, 20, 40, 60, 80, 100]) {
    const x = axis.at(percent);
    sheet.line(x, y, x, y + 4, { stroke: ink.middle });
    const text =
      percent % 100 === 0
        ? words.band({ low: percent, high: percent, approximate: false })
        : words.number(percent);
    sheet.text(x, y + 16, text, { face: face.small, fill: ink.grey, anchor: 'middle' });
  }
}
