import type { PageBox, PageLayout, PrintedText } from './page-layout.ts';

/** What an editor would circle on a page, in words: `page 3: …`. */
export type Fault = string;

/** Running heads and feet are in the margins: nearer to the edge than this, in points. */
const HEAD = 45;
const FOOT = 40;
/** No form has a narrower margin, but for what hangs in it. */
const SIDE = 42;

/** What is a part of the memo itself, without running heads and feet. */
function bodyOf(page: PageLayout): PrintedText[] {
  return page.texts.filter(({ top, bottom }) => top > page.top + HEAD - 3 && bottom < page.bottom - FOOT);
}

/** Type below 8 points, numbers of notes apart. */
export function smallType(pages: readonly PageLayout[]): Fault[] {
  return pages.flatMap(({ number, texts }) =>
    texts
      .filter(({ size, raised, text }) => size < 7.95 && !raised && !/^[[\]\d,–\s]+$/.test(text))
      .map(({ text, size }) => `page ${number}: “${text}” in ${size.toFixed(2)} pt`),
  );
}

/** Text that runs into the side margins or off the page: a column lost. */
export function lostAtTheSide(pages: readonly PageLayout[]): Fault[] {
  return pages.flatMap((page) =>
    bodyOf(page)
      .filter(({ left, right }) => left < page.left + SIDE || right > page.right - SIDE)
      .map(({ text }) => `page ${page.number}: “${text}” stands in the margin`),
  );
}

/** The size of the title, which is the largest there is: a page that was shrunk to fit has it smaller. */
export function titleSize(pages: readonly PageLayout[]): number {
  return Math.round(Math.max(0, ...(pages[0]?.texts ?? []).map(({ size }) => size)) * 100) / 100;
}

/** White areas across a page that are taller than a quarter of it. The end of the last page may be empty. */
export function holes(pages: readonly PageLayout[]): Fault[] {
  return pages.flatMap((page, index) => {
    const body = { top: page.top + HEAD, bottom: page.bottom - FOOT };
    // A fill as tall as the page is its paper.
    const drawn = page.drawn.filter((box) => box.bottom - box.top < 0.8 * page.bottom);
    const filled = [...page.texts, ...drawn]
      .map(({ top, bottom }) => ({ top: Math.max(top, body.top), bottom: Math.min(bottom, body.bottom) }))
      .filter(({ top, bottom }) => bottom > top)
      .sort((a, b) => a.top - b.top);
    if (index < pages.length - 1) filled.push({ top: body.bottom, bottom: body.bottom });
    let end = body.top;
    const gaps: Fault[] = [];
    for (const { top, bottom } of filled) {
      if (top - end > page.bottom / 4)
        gaps.push(`page ${page.number}: ${Math.round(top - end)} pt of white from ${Math.round(end)}`);
      end = Math.max(end, bottom);
    }
    return gaps;
  });
}

/** A last page of several with less than a tenth of text: its lines belong on the page before. */
export function stubs(pages: readonly PageLayout[]): Fault[] {
  const last = pages.at(-1);
  if (!last || pages.length < 3) return [];
  const body = bodyOf(last);
  const height = Math.max(...body.map(({ bottom }) => bottom)) - Math.min(...body.map(({ top }) => top));
  return height < (last.bottom - HEAD - FOOT) / 10
    ? [`page ${last.number}: ${Math.round(height)} pt of text by itself`]
    : [];
}

/** Last pages of which more than half is white, from the last line or drawing to the foot. */
export function whiteEnds(pages: readonly PageLayout[]): Fault[] {
  const last = pages.at(-1);
  if (!last) return [];
  const drawn = last.drawn.filter((box) => box.bottom - box.top < 0.8 * last.bottom);
  const foot = last.bottom - FOOT - 10;
  const end = Math.max(
    ...[...bodyOf(last), ...drawn].map(({ bottom }) => bottom).filter((bottom) => bottom < foot),
  );
  return foot - end > last.bottom / 2
    ? [`page ${last.number}: ${Math.round(foot - end)} pt of white at its end`]
    : [];
}

/** Numbers of a list that hang out of the text's column, where they are clipped. */
export function clippedNumbers(pages: readonly PageLayout[]): Fault[] {
  return pages.flatMap((page) => {
    const body = bodyOf(page);
    const texts = body.filter(({ text }) => /\p{L}/u.test(text));
    const edge = Math.min(...texts.map(({ left }) => left));
    return body
      .filter(({ text, left }) => /^\d{1,4}\.$/.test(text.trim()) && left < edge - 0.5 - 12)
      .map(({ text }) => `page ${page.number}: the number ${text} hangs in the margin`);
  });
}

/** Numbers of notes at one place: more than three groups, or not in order. */
export function superscriptStrings(pages: readonly PageLayout[]): Fault[] {
  return pages.flatMap(({ number, texts }) => {
    const faults: Fault[] = [];
    let run = '';
    let end: PrintedText | undefined;
    const finish = () => {
      const groups = run
        .replace(/[[\]\s]/g, '')
        .split(',')
        .filter(Boolean);
      const firsts = groups.map((group) => Number.parseInt(group, 10));
      if (groups.length > 3 || firsts.some((first, at) => first <= (firsts[at - 1] ?? 0)))
        faults.push(`page ${number}: notes ${run}`);
      run = '';
    };
    for (const text of texts) {
      const goesOn =
        end !== undefined && Math.abs(text.baseline - end.baseline) < 1 && text.left - end.right < 4;
      if (
        !text.raised &&
        !(run !== '' && goesOn && /^[[\]\d,–\s]+$/.test(text.text) && text.size <= (end?.size ?? 0) + 0.1)
      ) {
        if (run !== '') finish();
        end = undefined;
        continue;
      }
      run += text.text;
      end = text;
    }
    if (run !== '') finish();
    return faults;
  });
}

/** Numbers of notes that touch a figure, so that they read as a power of it. */
export function notesAgainstFigures(pages: readonly PageLayout[]): Fault[] {
  return pages.flatMap(({ number, texts }) =>
    texts.flatMap((text, index) => {
      const before = texts[index - 1];
      const isPower =
        text.raised && /^\d/.test(text.text) && before && /\d$/.test(before.text) && !before.raised;
      return isPower && text.left - before.right < 2
        ? [`page ${number}: “${before.text}” and note ${text.text}`]
        : [];
    }),
  );
}

/** Texts that lie over one another. */
export function overlaps(pages: readonly PageLayout[]): Fault[] {
  return pages.flatMap(({ number, texts }) => {
    const sorted = texts.toSorted((a, b) => a.top - b.top);
    return sorted.flatMap((a, index) => {
      const faults: Fault[] = [];
      for (const b of sorted.slice(index + 1)) {
        if (b.top > a.bottom) break;
        if (meet(a, b)) faults.push(`page ${number}: “${a.text}” and “${b.text}” overlap`);
      }
      return faults;
    });
  });
}

function meet(a: PageBox, b: PageBox): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 1.5 && down > 1.5;
}

/** Judgments with less air above them than half a line. Their numbers are the only ones of that size. */
export function gluedJudgments(pages: readonly PageLayout[]): Fault[] {
  return pages.flatMap((page) => {
    const body = bodyOf(page);
    const edge = Math.min(...body.map(({ left }) => left));
    return body
      .filter(
        ({ text, size, left }) => /^\d{1,3}$/.test(text) && size > 12.5 && size < 15.5 && left < edge + 1,
      )
      .flatMap((number) => {
        const above = body.filter(
          ({ bottom, baseline }) => bottom < number.bottom && baseline < number.top + 2,
        );
        const air = number.top - Math.max(0, ...above.map(({ bottom }) => bottom));
        return above.length > 0 && air < 6
          ? [`page ${page.number}: judgment ${number.text} has ${air.toFixed(1)} pt of air`]
          : [];
      });
  });
}

/** Headings or captions of tables with nothing below them on their page. */
export function headingsAtTheFoot(pages: readonly PageLayout[], titles: readonly string[]): Fault[] {
  const headings = new Set(titles.map(closed));
  return pages.flatMap((page) => {
    const body = bodyOf(page);
    const last = Math.max(0, ...body.map(({ baseline }) => baseline));
    const line = body.filter(({ baseline, raised }) => !raised && last - baseline < 1);
    const words = closed(line.map(({ text }) => text).join(' '));
    return headings.has(words) ? [`page ${page.number}: “${words}” stands alone at its foot`] : [];
  });
}

function closed(text: string): string {
  return text.replace(/[\s\u00a0]+/g, '');
}
