import { factsOf } from './faces.ts';

/** A font that a style sheet brings along, in base64 or not. */
const FONT = /data:(?:font\/[\w+-]+|application\/(?:x-)?font-[\w+-]+)[^,"')]*,([^"')]*)/gi;

/**
 * What is wrong with the first font that a style sheet carries in itself and that cannot be used, with its line from 1;
 * `undefined` where all can. One that is refused would else be replaced by another without a word.
 */
export function unusableFont(css: string): { readonly line: number; readonly why: string } | undefined {
  for (const { 0: address, 1: data = '', index } of css.matchAll(FONT)) {
    const head = address.slice(0, address.length - data.length);
    const bytes = Buffer.from(
      /;\s*base64\s*,$/i.test(head) ? data : decoded(data),
      /;\s*base64\s*,$/i.test(head) ? 'base64' : 'latin1',
    );
    const facts = factsOf(bytes);
    if (typeof facts === 'string') return { line: css.slice(0, index).split('\n').length, why: facts };
  }
  return undefined;
}

function decoded(data: string): string {
  return data.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
