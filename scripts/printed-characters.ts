/**
 * The characters that the fonts of the PDF have, for `src/prose/characters/generated/printed-ranges.ts`, which the
 * check uses instead of loading fonts. `npm run generate`; a test fails if it is stale.
 */
import { fontCss } from '../src/pdf/fonts/fonts.ts';

/** The text of the generated file: ranges of code points, ends included, in order and joined where they touch. */
export function printedRanges(): string {
  const ranges = [...fontCss().matchAll(/unicode-range:([^}]*)\}/g)]
    .flatMap(([, list = '']) => list.split(','))
    .map((range): [number, number] => {
      const [from = '', to = from] = range.trim().replace('U+', '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    })
    .sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  const rows = joined.map(([from, to]) => `  [0x${from.toString(16)}, 0x${to.toString(16)}],\n`).join('');
  return `/* Generated from the fonts of the PDF by \`npm run generate\`. Do not edit. */\n\nexport const printedRanges: readonly (readonly [from: number, to: number])[] = [\n${rows}];\n`;
}
