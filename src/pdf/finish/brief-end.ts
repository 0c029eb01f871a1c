import type { MovableFigure, PrintablePage } from '../../model/page.ts';
import { pageOfHeading } from './front-matter.ts';
import { pagesOf, referenceIn, type SkiaFile } from './skia-file.ts';

/** What a page gains when it is set closer, in CSS pixels: measured, some 7 % of A4. */
const GAIN = 60;

/** Of a brief that is longer than it should be, more may be left on its last page: it is tried all the same. */
const MOST_PAGES = 6;

/** Height of a line, in CSS pixels. */
const LINE = 18;

/** The foot of every form, in CSS pixels: margin and what stands right above it. */
const FOOT = 80;

/** Of a page that is whiter than this share an editor asks what might stand there. */
const WHITE = 0.35;

/** Few lines for a page of their own, in CSS pixels: what an annex of some pages gains when it is set closer. */
const FEW = 215;

/** No more figures than this at the end of a brief: it is still a brief. */
const MOST_FIGURES = 2;

/** Another page to print instead. */
export interface Rearranged {
  readonly page: PrintablePage;
  /** On which page its annex has to begin, and what to print where it does not. */
  readonly check?: { readonly annexAt: number; readonly instead: PrintablePage };
}

/**
 * How a memo whose brief or whose annex ends badly can be mended. An editor would not send three lines and a white page to a
 * minister: where the other pages would take them in if they were set closer, they are. Where much of the last page of a
 * brief is white, figures of the annex stand there that have room. Each is tried once. Undefined where it is well as it is,
 * and where there is no annex.
 */
export function betterEnding(file: SkiaFile, page: PrintablePage): Rearranged | undefined {
  const { brief } = page;
  const annexAt = annexPage(file, page);
  if (!brief || annexAt === undefined) return undefined;
  return briefEnding(file, page, brief, annexAt) ?? annexEnding(file, page, brief, annexAt);
}

type Brief = NonNullable<PrintablePage['brief']>;

function briefEnding(
  file: SkiaFile,
  page: PrintablePage,
  brief: Brief,
  annexAt: number,
): Rearranged | undefined {
  if (annexAt < 2 || (brief.closer === '' && brief.figures.length === 0)) return undefined;
  const { height, room, of } = lastLines(file, annexAt - 2);
  const others = annexAt - 2;
  const isStub = height <= GAIN * others || (others >= MOST_PAGES && height <= 2 * GAIN * others);
  if (isStub && brief.closer !== '')
    return { page: { ...page, css: page.css + brief.closer, brief: { ...brief, closer: '' } } };
  if (others >= MOST_PAGES || room < WHITE * of) return undefined;
  const fuller = withFigures(page, brief, room);
  const instead = { ...page, brief: { ...brief, closer: '', figures: [] } };
  return fuller && { page: fuller, check: { annexAt, instead } };
}

function annexEnding(
  file: SkiaFile,
  page: PrintablePage,
  brief: Brief,
  annexAt: number,
): Rearranged | undefined {
  const last = pagesOf(file).length - 1;
  if (brief.closerAnnex === '' || last < annexAt || lastLines(file, last).height > FEW) return undefined;
  return { page: { ...page, css: page.css + brief.closerAnnex, brief: { ...brief, closerAnnex: '' } } };
}

/** On which page the annex of a print begins; undefined where there is none. */
export function annexPage(file: SkiaFile, { brief }: PrintablePage): number | undefined {
  return brief && pageOfHeading(file, brief.headings);
}

/** The page with what there is room for at the end of its brief, in the order of the annex. */
function withFigures(page: PrintablePage, brief: Brief, room: number): PrintablePage | undefined {
  const { body } = page;
  const chosen: MovableFigure[] = [];
  let left = room;
  for (const figure of brief.figures) {
    if (chosen.length === MOST_FIGURES || figure.height > left) continue;
    chosen.push(figure);
    left -= figure.height;
  }
  if (chosen.length === 0) return undefined;
  const sorted = chosen.toSorted((a, b) => a.from - b.from);
  const figures = sorted.map(({ from, to }) => body.slice(from, to)).join('\n');
  let moved = `${body.slice(0, brief.end)}<section class="figures">\n${figures}\n</section>\n`;
  let at = brief.end;
  for (const { from, to } of sorted) {
    moved += body.slice(at, from);
    at = to;
  }
  return { ...page, body: moved + body.slice(at), brief: { ...brief, closer: '', figures: [] } };
}

interface LastLines {
  /** From the first line of the page's own text to its last. */
  readonly height: number;
  /** From there to the foot. */
  readonly room: number;
  /** Of the page. */
  readonly of: number;
}

/** What stands on a page, counted from 0, in CSS pixels. */
function lastLines(file: SkiaFile, index: number): LastLines {
  const page = pagesOf(file)[index] ?? 0;
  const dictionary = file.dictionary(page);
  const box = /\/MediaBox \[\S+ \S+ \S+ ([\d.]+)\]/.exec(dictionary)?.[1];
  const of = (Number(box ?? 792) * 4) / 3;
  const stream = referenceIn(dictionary, 'Contents');
  const [top, bottom] = textExtent((stream !== undefined && file.stream(stream)) || '') ?? [0, of];
  return { height: bottom - top + LINE, room: of - FOOT - bottom, of };
}

/**
 * Where the first line of a page's own text stands and the last, in CSS pixels from the top of the page; undefined where it
 * has none. Heads and feet are not tagged, and stand before what is.
 */
function textExtent(content: string): readonly [number, number] | undefined {
  const stack: (readonly [number, number])[] = [];
  let [scale, shift] = [1, 0];
  let isOwn = false;
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { 0: operator, groups = {} } of content.matchAll(OPERATORS)) {
    const { d, f, y } = groups;
    if (operator === 'q') stack.push([scale, shift]);
    else if (operator === 'Q') [scale, shift] = stack.pop() ?? [1, 0];
    else if (d !== undefined) {
      // The first turns the page's own axis, which runs from its foot.
      if (!d.startsWith('-')) [scale, shift] = [scale * Number(d), scale * Number(f) + shift];
    } else if (y === undefined) isOwn = true;
    else if (isOwn) {
      const at = (scale * Number(y) + shift) / STEPS;
      top = Math.min(top, at);
      bottom = Math.max(bottom, at);
    }
  }
  return top <= bottom ? [top, bottom] : undefined;
}

/** What Skia counts in: as many to a CSS pixel. */
const STEPS = 3.125;

/** States kept and restored, what moves and scales, where a text stands, and that something is tagged. */
const OPERATORS =
  /^(?:q|Q|\S+ 0 0 (?<d>\S+) \S+ (?<f>\S+) cm|1 0 0 -1 \S+ (?<y>\S+) Tm|\/\w+ <<\/MCID \d+.*)$/gm;
