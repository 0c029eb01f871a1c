import type { IncidentView } from '../derive/entities/incidents.ts';
import { widthOf } from './kit/measure.ts';
import { face, ink, type Sheet, WIDTH } from './kit/sheet.ts';
import type { Words } from './kit/words.ts';

type Outcome = NonNullable<IncidentView['outcome']>;

const ORDER: readonly Outcome[] = ['completed', 'failed', 'foiled', 'ongoing'];

/** The mark for an outcome: full, crossed, empty, half full; a dotted ring if unknown. */
export function drawOutcome(sheet: Sheet, cx: number, cy: number, outcome: IncidentView['outcome']): void {
  const r = 4.5;
  const ring = { cx, cy, r, fill: ink.paper, stroke: ink.structure, 'stroke-width': 1.25 };
  if (outcome === 'failed') {
    const d = `M${cx - 4} ${cy - 4}L${cx + 4} ${cy + 4}M${cx - 4} ${cy + 4}L${cx + 4} ${cy - 4}`;
    sheet.path(d, { stroke: ink.structure, 'stroke-width': 2, fill: 'none' });
    return;
  }
  if (outcome === undefined) {
    sheet.add('circle', { ...ring, 'stroke-dasharray': '1.5 1.5' });
    return;
  }
  sheet.add('circle', outcome === 'completed' ? { ...ring, fill: ink.structure } : ring);
  if (outcome === 'ongoing') {
    sheet.path(`M${cx} ${cy - r}A${r} ${r} 0 0 1 ${cx} ${cy + r}Z`, { fill: ink.structure });
  }
}

/** The meaning of a bar beside the time axis: how long something lasted, or within what period it happened. */
export type BarKind = 'lasted' | 'within';

export function drawBar(sheet: Sheet, x: number, y: number, height: number, kind: BarKind): void {
  const fill = kind === 'lasted' ? ink.middle : ink.paper;
  sheet.rect(x - 1.5, y, 3, height, { fill, stroke: ink.middle });
}

/** The mark after a figure for several incidents together. */
export const TOGETHER = '†';

/** The marks and bars used, each with its words, on one line. */
export function drawOutcomeKey(
  sheet: Sheet,
  at: number,
  y: number,
  used: {
    readonly incidents: readonly IncidentView[];
    readonly bars: ReadonlySet<BarKind>;
    readonly together: boolean;
  },
  words: Words,
): void {
  const { incidents, bars, together } = used;
  let x = at;
  const entry = (text: string, draw: (cx: number) => void) => {
    const width = 14 + widthOf(text, face.small);
    if (x + width > WIDTH) return;
    draw(sheet.x(x + 5));
    sheet.text(sheet.x(x + 14), y, text, { face: face.small, fill: ink.grey });
    x += width + 14;
  };
  if (together)
    entry(words.text('figure.chronology.together'), (cx) =>
      sheet.text(cx, y, TOGETHER, { face: face.small, anchor: 'middle' }),
    );
  const outcomes = new Set(incidents.map(({ outcome }) => outcome));
  for (const outcome of ORDER.filter((outcome) => outcomes.has(outcome))) {
    entry(words.label('outcome', outcome), (cx) => drawOutcome(sheet, cx, y - 4, outcome));
  }
  if (outcomes.has(undefined)) {
    entry(words.text('figure.outcome-unknown'), (cx) => drawOutcome(sheet, cx, y - 4, undefined));
  }
  if (bars.has('lasted'))
    entry(words.text('figure.chronology.lasted'), (cx) => drawBar(sheet, cx, y - 9, 10, 'lasted'));
  if (bars.has('within'))
    entry(words.text('figure.chronology.within'), (cx) => drawBar(sheet, cx, y - 9, 10, 'within'));
}
