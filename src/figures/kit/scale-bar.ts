import type { BaseMap } from '../map/map-base.ts';
import type { Site } from '../map/map-sites.ts';
import type { Box } from './boxes.ts';
import { widthOf } from './measure.ts';
import { ASCENT, face, ink, type Sheet } from './sheet.ts';
import type { Words } from './words.ts';

/** A scale bar for a round number of kilometres, in the bottom corner that is further from the marks. */
export function scaleBar(
  map: BaseMap,
  sites: readonly Site[],
  words: Words,
): { box: Box; draw: (sheet: Sheet) => void } {
  const most = 130 * map.kmPerPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  const length = km / map.kmPerPixel;
  const text = words.text('figure.map.kilometres', { number: words.number(km) });
  const width = Math.max(length, widthOf(text, face.small)) + 12;
  const { frame } = map;
  const corners = [frame.left + 8, frame.right - 8 - width].map((left) => ({
    left,
    right: left + width,
    top: frame.bottom - 34,
    bottom: frame.bottom - 7,
  }));
  const near = (box: Box) =>
    Math.min(
      ...sites.map(({ position }) => {
        const { x, y } = map.project(position);
        return Math.hypot(x - (box.left + box.right) / 2, y - box.bottom);
      }),
    );
  const box = corners.reduce((best, other) => (near(other) > near(best) ? other : best));
  const x = box.left + 6;
  return {
    box,
    draw: (sheet) => {
      sheet.rect(box.left, box.top, width, box.bottom - box.top, { fill: ink.paper, 'fill-opacity': 0.85 });
      sheet.path(`M${short(x)} ${box.bottom - 9}v4h${short(length)}v-4`, { stroke: ink.grey, fill: 'none' });
      sheet.text(x, box.top + ASCENT + 2, text, {
        face: face.small,
        fill: ink.grey,
        anchor: sheet.anchor('left'),
      });
    },
  };
}

function short(value: number): number {
  return Math.round(value * 10) / 10;
}
