import type { Box } from '../../src/figures/kit/boxes.ts';
import { widthOf } from '../../src/figures/kit/measure.ts';

/** A text of a drawing with the room it takes. */
export interface ShownText {
  readonly text: string;
  readonly box: Box;
}

/** The texts of an SVG of ours, by what is written in it: figures use no transforms. */
export function textsIn(svg: string): ShownText[] {
  const isRtl = /^<svg[^>]* direction="rtl"/.test(svg);
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', content = '']) => {
    const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const number = (name: string) => Number(value(name));
    const text = unescaped(content);
    const size = number('font-size');
    const width = widthOf(text, { size, weight: value('font-weight') === '600' ? 600 : 400 }) / 1.01;
    const anchor = value('text-anchor') ?? 'start';
    const before = anchor === 'middle' ? width / 2 : (anchor === 'end') === isRtl ? 0 : width;
    const left = number('x') - before;
    return {
      text,
      box: { left, right: left + width, top: number('y') - size * 0.68, bottom: number('y') + size * 0.18 },
    };
  });
}

export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[\u2068\u2069]/g, '');
}

/** Width and height of a drawing. */
export function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}
