/**
 * Adapts a right-to-left drawing for programs that ignore `direction`. The library that draws the PNG and word
 * processors take `start` of a text as its left, and order words from the left: here, anchors are given as
 * sides, and each line is marked as right-to-left (RLE … PDF), unless it is already isolated. Other drawings
 * are not changed.
 */
export function physicalText(svg: string): string {
  if (!/^<svg\b[^>]*\sdirection="rtl"/.test(svg)) return svg;
  return svg
    .replace(/^<svg\b[^>]*>/, (tag) => tag.replace(' direction="rtl"', ''))
    .replace(/<text\b([^>]*)>([^<]*)<\/text>/g, (_, attributes: string, line: string) => {
      const side = /\stext-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
      const others = attributes.replace(/\stext-anchor="\w+"/, '');
      const anchor =
        side === 'start' ? ' text-anchor="end"' : side === 'middle' ? ' text-anchor="middle"' : '';
      const words = line.startsWith(FIRST_STRONG_ISOLATE) ? line : `${RIGHT_TO_LEFT}${line}${POP}`;
      return `<text${others}${anchor}>${words}</text>`;
    });
}

const FIRST_STRONG_ISOLATE = '\u2068';
const RIGHT_TO_LEFT = '\u202b';
const POP = '\u202c';
