/** Which SVG figures a PDF shows, by the colours of their shapes: any renderer paints these, in this order. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

const FILLS = new Set([
  ...[OPS.fill, OPS.eoFill, OPS.fillStroke],
  ...[OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke],
]);
const STROKES = new Set([
  ...[OPS.stroke, OPS.closeStroke, OPS.fillStroke],
  ...[OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke],
]);
/** A figure split by a page break, or clipped, may lack some of its shapes. */
const ENOUGH = 0.9;

/** The colours (`#rrggbb`) in which an SVG of this program paints shapes, in order; text is left out. */
export function coloursOfSvg(svg) {
  return [...svg.matchAll(/<(circle|line|path|rect)(\s[^>]*)>/g)].flatMap(([, shape, attributes]) => {
    const value = (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
    const fill = shape === 'line' ? 'none' : (value('fill') ?? '#000000');
    return [fill, value('stroke') ?? 'none'].filter((colour) => colour !== 'none');
  });
}

/** What a PDF paints besides text: the colours of its shapes in order, and the number of raster images. */
export async function paintedIn(pdf) {
  const colours = [];
  let pixels = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList();
    const saved = [];
    let now = { fill: '#000000', stroke: '#000000' };
    for (const [index, operator] of fnArray.entries()) {
      const [argument] = argsArray[index] ?? [];
      if (operator === OPS.save) saved.push(now);
      else if (operator === OPS.restore) now = saved.pop() ?? now;
      else if (operator === OPS.setFillRGBColor) now = { ...now, fill: argument };
      else if (operator === OPS.setStrokeRGBColor) now = { ...now, stroke: argument };
      else if (operator === OPS.paintImageXObject) pixels += 1;
      else if (operator === OPS.constructPath) {
        if (FILLS.has(argument)) colours.push(now.fill);
        if (STROKES.has(argument)) colours.push(now.stroke);
      }
    }
  }
  return { colours, pixels };
}

/** How many of the figures (their colours, one entry for each time that one is shown) are painted. */
export function countPainted(figures, { colours, pixels }) {
  const left = new Map();
  const drawn = figures.filter((figure) => {
    const key = figure.join(' ');
    const some = left.get(key) ?? occurrences(figure, colours);
    left.set(key, some - 1);
    return some > 0;
  });
  return Math.min(figures.length, drawn.length + pixels);
}

function occurrences(wanted, colours) {
  const enough = Math.ceil(wanted.length * ENOUGH);
  let found = 0;
  for (let start = 0; start + enough <= colours.length; start += 1) {
    let run = 0;
    while (run < wanted.length && colours[start + run] === wanted[run]) run += 1;
    if (run < enough) continue;
    found += 1;
    start += run - 1;
  }
  return found;
}
