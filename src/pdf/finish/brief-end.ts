import { briefAlone, type MovableFigure, type PrintablePage } from '../../model/page.ts';
import { pageOfHeading } from './front-matter.ts';
import { openPrinted } from './repeatable.ts';
import { pagesOf, referenceIn, type SkiaFile } from './skia-file.ts';

/** What a page gains when set closer, in CSS pixels: measured, some 7 % of A4. */
const GAIN = 60;

/** Most pages of a brief whose ending is improved: on the last page of a longer one, more may be left over. */
const MAX_PAGES = 6;

/** Height of a line, in CSS pixels. */
const LINE = 18;

/** Height of the foot of every form, in CSS pixels: margin and the line right above it. */
const FOOT = 80;

/** Within this distance of the upper and the lower edge, in CSS pixels, no form has text but the furniture of the page. */
const MARGIN = 50;

/** From this share of white on a page, an editor asks what could fill it: a quarter of the text's height. */
const WHITE = 0.22;

/** Height of few lines on a page of their own, in CSS pixels: at least, and at most a third of the page. */
const FEW = 250;
const MOST_FEW = 360;

/** What each page of an annex gains when set closer, in CSS pixels: measured, some 9 % of its text. */
const ANNEX_GAIN = 80;

/** Most figures at the end of a brief: it should stay a brief. */
const MAX_FIGURES = 3;

type Brief = NonNullable<PrintablePage['brief']>;

/**
 * Improves how a memo's brief ends, if possible. An editor would not send a minister three lines on an
 * otherwise white page: if the other pages can take them in when set closer, they are set closer, and closer
 * still if it would be one page too long, or could be on one page. If much of the brief's last page is white, figures of the annex that
 * fit are moved there, under the headings of their sections if these fit too, and if as much stays white, the brief is set looser. Each is tried once, on prints of the
 * brief alone, which take a third of the time: the annex begins on a page of its own anyway.
 *
 * @param tryOut prints a page for a look at how its pages break
 */
export async function withBriefEnding(
  page: PrintablePage,
  tryOut: (page: PrintablePage) => Promise<Uint8Array>,
): Promise<PrintablePage> {
  const { brief } = page;
  if (!brief || (brief.closer === '' && brief.figures.length === 0)) return page;
  /** The last page of the brief alone, with something added to its end. */
  const lastOf = async (some: PrintablePage, added = '') =>
    lastPage(openPrinted(await tryOut(briefAlone(some, added))));
  let arranged = page;
  let last = await lastOf(arranged);
  const { before } = last;
  if (brief.closer !== '' && isStub(last)) {
    arranged = { ...page, css: page.css + brief.closer };
    last = await lastOf(arranged);
    if (isTight(last) && brief.closest !== '' && isStub(last)) {
      const closest = { ...arranged, css: arranged.css + brief.closest };
      const shorter = await lastOf(closest);
      if (shorter.before < last.before) [arranged, last] = [closest, shorter];
    }
  }
  if (last.before >= MAX_PAGES || last.room < WHITE * last.of) return arranged;
  const figures = fitting(brief, last.room);
  const headed = figuresOf(page, figures);
  const bare = figuresOf(
    page,
    figures.map(({ heading: _, ...figure }) => figure),
  );
  const left = figures.reduce((room, { height }) => room - height, last.room);
  const isLoose = brief.looser !== '' && last.before === before && left >= WHITE * last.of;
  const looser = { ...page, css: page.css + brief.looser };
  const tries = [
    ...(isLoose ? [[looser, headed] as const] : []),
    ...[...new Set(figures.length > 0 ? [headed, bare] : [])].map((added) => [arranged, added] as const),
  ];
  for (const [one, added] of tries) {
    if ((await lastOf(one, added)).before === last.before) return withMoved(one, brief, figures, added);
  }
  return arranged;
}

/** Whether the last page of a brief has so little on it that the others could take it in. */
function isStub({ height, before }: LastPage): boolean {
  return height <= GAIN * before || (isTight({ before }) && height <= 2 * GAIN * before);
}

/** Whether a brief has one page too many, or but one that could take in the second: it may be set closer still. */
function isTight({ before }: Pick<LastPage, 'before'>): boolean {
  return before >= MAX_PAGES || before === 1;
}

/** The figures that fit at the end of a brief, in the order of the annex. */
function fitting(brief: Brief, room: number): readonly MovableFigure[] {
  const chosen: MovableFigure[] = [];
  let left = room;
  for (const figure of brief.figures) {
    if (chosen.length === MAX_FIGURES || figure.height > left) continue;
    chosen.push(figure);
    left -= figure.height;
  }
  return chosen.sort((a, b) => a.from - b.from);
}

/** HTML of the section for figures at the end of a brief; empty without figures. */
function figuresOf({ body }: PrintablePage, figures: readonly MovableFigure[]): string {
  if (figures.length === 0) return '';
  const drawn = figures
    .map(({ from, to, heading = '' }, index) => {
      const isSame = index > 0 && heading === figures[index - 1]?.heading;
      return (isSame ? '' : heading) + body.slice(from, to);
    })
    .join('\n');
  return `<section class="figures">\n${drawn}\n</section>\n`;
}

/** The page with that section before its annex, and the figures removed from there. */
function withMoved(
  page: PrintablePage,
  brief: Brief,
  figures: readonly MovableFigure[],
  added: string,
): PrintablePage {
  let moved = page.body.slice(0, brief.end) + added;
  let at = brief.end;
  for (const { from, to } of figures) {
    moved += page.body.slice(at, from);
    at = to;
  }
  const headings = brief.headings + (added.match(/<h[1-6]\b/g)?.length ?? 0);
  return { ...page, body: moved + page.body.slice(at), brief: { ...brief, headings } };
}

/**
 * The page to print instead, if its annex ends with a few lines on a page of their own: with the annex set
 * closer, which is tried once. `undefined` if nothing is to be changed, or there is no annex.
 */
export function withAnnexEnding(file: SkiaFile, page: PrintablePage): PrintablePage | undefined {
  const { brief } = page;
  const annexAt = brief && pageOfHeading(file, brief.headings);
  if (!brief || annexAt === undefined || brief.closerAnnex === '') return undefined;
  const { before, height } = lastPage(file);
  const few = Math.max(FEW, Math.min(MOST_FEW, ANNEX_GAIN * (before - annexAt + 1)));
  if (before < annexAt || height > few) return undefined;
  return { ...page, css: page.css + brief.closerAnnex, brief: { ...brief, closerAnnex: '' } };
}

interface LastPage {
  /** How many pages come before it. */
  readonly before: number;
  /** From the first line of its own text to the last, in CSS pixels. */
  readonly height: number;
  /** From its last line to the foot. */
  readonly room: number;
  /** Height of the page. */
  readonly of: number;
}

/** Measures the last page of a print. */
function lastPage(file: SkiaFile): LastPage {
  const pages = pagesOf(file);
  const before = pages.length - 1;
  const dictionary = file.dictionary(pages[before] ?? 0);
  const box = /\/MediaBox \[\S+ \S+ \S+ ([\d.]+)\]/.exec(dictionary)?.[1];
  const of = (Number(box ?? 792) * 4) / 3;
  const stream = referenceIn(dictionary, 'Contents');
  const [top, bottom] = textExtent((stream !== undefined && file.stream(stream)) || '', of) ?? [0, of];
  return { before, height: bottom - top + LINE, room: of - FOOT - bottom, of };
}

/**
 * The positions of the first and the last line of a page's own text, in CSS pixels from the top of the page;
 * `undefined` if it has none. Running heads and page numbers are what is within the margins.
 */
function textExtent(content: string, of: number): readonly [number, number] | undefined {
  const stack: (readonly [number, number])[] = [];
  let [scale, shift] = [1, 0];
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { 0: operator, groups = {} } of content.matchAll(OPERATORS)) {
    const { d, f, y } = groups;
    if (operator === 'q') stack.push([scale, shift]);
    else if (operator === 'Q') [scale, shift] = stack.pop() ?? [1, 0];
    else if (d !== undefined) {
      // The first matrix flips the page's vertical axis, which runs up from the bottom.
      if (!d.startsWith('-')) [scale, shift] = [scale * Number(d), scale * Number(f) + shift];
    } else {
      const at = (scale * Number(y) + shift) / STEPS;
      if (at < MARGIN || at > of - MARGIN) continue;
      top = Math.min(top, at);
      bottom = Math.max(bottom, at);
    }
  }
  return top <= bottom ? [top, bottom] : undefined;
}

/** Skia's units in a CSS pixel. */
const STEPS = 3.125;

/** Operators that save and restore state, transform, and position text. */
const OPERATORS = /^(?:q|Q|\S+ 0 0 (?<d>\S+) \S+ (?<f>\S+) cm|1 0 0 -1 \S+ (?<y>\S+) Tm)$/gm;
