import { type Face, widthOf } from './measure.ts';
import { type Attributes, element, escapeXml } from './svg.ts';

/** Width of every figure in pixels: 16 cm, the width of the text. */
export const WIDTH = 605;
/** Tallest figure in pixels that fits on a page with its caption. */
export const TALLEST = 740;

/**
 * The program's colours: one for structure, one accent, greys. A shape or a word always repeats what a colour
 * says.
 */
export const ink = {
  text: '#1c2126',
  structure: '#1f3a5f',
  accent: '#a3401a',
  grey: '#55606b',
  middle: '#8a94a3',
  light: '#d5dae1',
  tint: '#eff2f6',
  paper: '#ffffff',
} as const;

/** Text styles: nothing is smaller than 8 points in print. */
export const face = {
  body: { size: 11.5, weight: 400 },
  bold: { size: 11.5, weight: 600 },
  small: { size: 11, weight: 400 },
  smallBold: { size: 11, weight: 600 },
} as const satisfies Record<string, Face>;

/** Distance between baselines. */
export const LEADING = 14;
/** From the top of a line to its baseline. */
export const ASCENT = 10.5;

export type Anchor = 'start' | 'middle' | 'end';

export interface TextStyle {
  readonly face?: Face;
  readonly fill?: string;
  readonly anchor?: Anchor;
  /** Draws paper behind the text where it lies on lines. (An outline would put the text into the PDF twice.) */
  readonly halo?: boolean;
}

const FAMILY = '"Memo Sans", "Source Sans 3", "Source Sans Pro", sans-serif';

/** Right-to-left letters, and left-to-right letters. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

const JOINED = /\p{Script=Arabic}/u;

/**
 * A drawing in progress. Coordinates are pixels from the top left. In a right-to-left memo `x` mirrors what is
 * laid out from the start of the line, and `start` and `end` of a text mean its right and left; axes of numbers
 * and of time are not mirrored.
 */
export class Sheet {
  readonly isRtl: boolean;
  readonly #parts: string[] = [];

  constructor(direction: 'ltr' | 'rtl') {
    this.isRtl = direction === 'rtl';
  }

  /** The x coordinate of a distance from the start of the line. */
  x(fromStart: number): number {
    return this.isRtl ? WIDTH - fromStart : fromStart;
  }

  /** The left coordinate of something `width` wide that begins at a distance from the start of the line. */
  left(fromStart: number, width: number): number {
    return this.isRtl ? WIDTH - fromStart - width : fromStart;
  }

  /** The anchor of a text whose left, or right, edge is given. */
  anchor(side: 'left' | 'right'): Anchor {
    return (side === 'left') !== this.isRtl ? 'start' : 'end';
  }

  add(name: string, attributes: Attributes, ...children: readonly string[]): void {
    this.#parts.push(element(name, attributes, ...children));
  }

  /** Lines of text; `y` is the baseline of the first. */
  text(x: number, y: number, lines: string | readonly string[], style: TextStyle = {}): void {
    const { face: set = face.body, fill = ink.text, anchor = 'start', halo = false } = style;
    const all = typeof lines === 'string' ? [lines] : lines;
    all.forEach((line, index) => {
      if (line === '') return;
      if (halo) this.#paperBehind(x, y + index * LEADING, widthOf(line, set), anchor);
      this.add(
        'text',
        {
          x,
          y: y + index * LEADING,
          'font-size': set.size,
          'font-weight': set.weight === 400 ? undefined : set.weight,
          'text-anchor': anchor === 'start' ? undefined : anchor,
          fill,
          // A viewer without our fonts fits the text into this width. Not for joining scripts: their letters
          // take less than the table says, and would be stretched.
          ...(!JOINED.test(line) && { textLength: widthOf(line, set), lengthAdjust: 'spacingAndGlyphs' }),
        },
        escapeXml(this.#isolated(line)),
      );
    });
  }

  #paperBehind(x: number, y: number, width: number, anchor: Anchor): void {
    const before = anchor === 'middle' ? width / 2 : (anchor === 'end') === this.isRtl ? 0 : width;
    const box = { fill: ink.paper, 'fill-opacity': 0.75 };
    this.rect(x - before - 1, y - ASCENT + 0.5, width + 2, LEADING - 1, box);
  }

  /**
   * In a right-to-left drawing, isolates a left-to-right line, and a number with its sign; a line that contains
   * a right-to-left word stays as it is, whatever name it begins with.
   */
  #isolated(line: string): string {
    if (!this.isRtl || RIGHT_TO_LEFT.test(line)) return line;
    return /\p{L}|^[−+-]/u.test(line) ? `\u2068${line}\u2069` : line;
  }

  line(x1: number, y1: number, x2: number, y2: number, more: Attributes = {}): void {
    this.add('line', { x1, y1, x2, y2, stroke: ink.light, ...more });
  }

  rect(x: number, y: number, width: number, height: number, more: Attributes = {}): void {
    this.add('rect', { x, y, width, height, ...more });
  }

  path(d: string, more: Attributes = {}): void {
    this.add('path', { d, ...more });
  }

  /** The drawing as SVG; `title` and `description` are for those who open the file by itself. */
  svg(height: number, title: string, description: string): string {
    const whole = element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`,
        width: WIDTH,
        height: Math.ceil(height),
        role: 'img',
        direction: this.isRtl ? 'rtl' : 'ltr',
        'font-family': FAMILY,
      },
      element('title', {}, escapeXml(title)),
      element('desc', {}, escapeXml(description)),
      '\n',
      this.#parts.join('\n'),
      '\n',
    );
    return `${whole}\n`;
  }
}
