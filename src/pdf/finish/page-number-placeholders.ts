import { PAGE_OF, type PrintablePage } from '../../model/page.ts';
import { htmlText } from '../fonts/html-text.ts';
import { Budget, MAX_WORK } from '../reading/budget.ts';
import { readCharacterMap } from '../reading/character-map.ts';
import { pagesOfDestinations } from './destinations.ts';
import { frontPages } from './front-matter.ts';
import { pagesOf, referenceIn, type SkiaFile } from './skia-file.ts';

/** An attribute of an element that shows the page of a place: `<span data-page-of="id">12</span>`. */
const ATTRIBUTE = `${PAGE_OF}="`;

/**
 * Placeholders printed until page numbers are known: all ten digits in five numbers, in words nobody writes.
 * They are as wide as three digits, and none of our documents has more pages.
 */
const HOLDERS = ['012', '034', '056', '078', '091'];
const DIGITS = 3;

/**
 * A text as Skia writes it: font, position, and glyphs one by one, each advanced by the width of the one
 * before.
 */
const TEXT =
  /^BT\n\/(\w+) \S+ Tf\n1 0 0 -1 (\S+) (\S+) Tm\n<([0-9A-F]{4})> Tj\n(\S+) 0 Td <([0-9A-F]{4})> Tj\n(\S+) 0 Td <([0-9A-F]{4})> Tj\nET$/gm;

/** Widths are written with up to seven decimals, and differ in the last ones. */
const TOLERANCE = 0.01;

/** Where a page number stands in the HTML of a page, and which target it is the page of. */
interface Shown {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The page numbers in some HTML, in order. A single expression for all spans would take ten times as long. */
function numbersIn(body: string): Shown[] {
  const found: Shown[] = [];
  for (let at = body.indexOf(ATTRIBUTE); at !== -1; at = body.indexOf(ATTRIBUTE, at + 1)) {
    const open = body.lastIndexOf('<', at);
    const idFrom = at + ATTRIBUTE.length;
    const idTo = body.indexOf('"', idFrom);
    const start = body.indexOf('>', idTo) + 1;
    const end = body.indexOf('</span>', start);
    // The same words can occur in a text.
    const isSpan = body.startsWith('<span ', open) && body.indexOf('>', open) === start - 1;
    if (!isSpan || end === -1 || !/^\d*$/.test(body.slice(start, end))) continue;
    found.push({ id: htmlText(body.slice(idFrom, idTo)), start, end });
  }
  return found;
}

/** Whether a page contains page numbers. */
export function showsNumbers({ body }: PrintablePage): boolean {
  return numbersIn(body).length > 0;
}

/** The page with a number in each place, whatever it is. */
export function withNumbers(
  page: PrintablePage,
  numberOf: (id: string, index: number) => string,
): PrintablePage {
  let body = '';
  let done = 0;
  for (const [index, { id, start, end }] of numbersIn(page.body).entries()) {
    body += page.body.slice(done, start) + numberOf(id, index);
    done = end;
  }
  return { ...page, body: body + page.body.slice(done) };
}

/** The page with placeholders, to be printed and filled in afterwards. */
export function withPlaceholders(page: PrintablePage): PrintablePage {
  return withNumbers(page, (_, index) => holder(index));
}

/** The position of one placeholder in the content of a page. */
interface Place {
  readonly stream: number;
  readonly text: string;
  readonly font: string;
  readonly x: number;
  readonly y: string;
  readonly width: number;
  readonly glyphs: readonly string[];
  readonly word: string;
}

/**
 * Fills the page numbers into a file printed with placeholders, so that it need not be printed again. Returns
 * false, and changes nothing, if a placeholder is not where it is expected, or a digit is missing from the
 * font.
 */
export function fillNumbers(file: SkiaFile, page: PrintablePage): boolean {
  const pages = pagesOfDestinations(file);
  const front = frontPages(file, page);
  const numbers = numbersIn(page.body).map(({ id }) => shownNumber(pages.get(id), front));
  const places: Place[] = [];
  // A contents list stands in front: nothing after its last number need be searched.
  for (const number of pagesOf(file)) {
    if (places.length >= numbers.length) break;
    places.push(...placesOn(file, number));
  }
  if (places.length !== numbers.length || places.some(({ word }, index) => word !== holder(index)))
    return false;
  const glyphs = new Map<string, string>();
  for (const [index, place] of places.entries()) {
    for (const [at, digit] of [...holder(index)].entries()) {
      glyphs.set(`${place.font} ${digit}`, place.glyphs[at] ?? '');
    }
  }
  const changed = new Map<number, string>();
  for (const [index, place] of places.entries()) {
    const digits = [...String(numbers[index] ?? '')].map((digit) => glyphs.get(`${place.font} ${digit}`));
    if (digits.includes(undefined) || digits.length > DIGITS) return false;
    // Keeps the number next to its own title, not the one that follows.
    const free = page.direction === 'rtl' ? (DIGITS - digits.length) * place.width : 0;
    const content = changed.get(place.stream) ?? file.stream(place.stream) ?? '';
    changed.set(
      place.stream,
      content.replace(place.text, () => textWith(place, free, digits)),
    );
  }
  for (const [stream, content] of changed) file.setStream(stream, content);
  return true;
}

/** The number a page shows: front matter is not counted. */
export function shownNumber(page: number | undefined, front: number): number | undefined {
  return page === undefined ? undefined : Math.max(1, page - front);
}

function holder(index: number): string {
  return HOLDERS[index % HOLDERS.length] ?? '';
}

/** Texts on a page that are placeholders, with all digits of one width. */
function placesOn(file: SkiaFile, page: number): Place[] {
  const dictionary = file.dictionary(page);
  const stream = referenceIn(dictionary, 'Contents') ?? 0;
  const places: Place[] = [];
  for (const match of file.stream(stream)?.matchAll(TEXT) ?? []) {
    const [text, name = '', x = '', y = '', one = '', width, two = '', nextWidth, three = ''] = match;
    const glyphs = [one, two, three];
    const font = referenceIn(dictionary, name);
    const word = font === undefined ? '' : wordOf(file, font, glyphs);
    const isEven = Math.abs(Number(width) - Number(nextWidth)) < TOLERANCE;
    if (!HOLDERS.includes(word) || !isEven) continue;
    places.push({ stream, text, font: name, x: Number(x), y, width: Number(width), glyphs, word });
  }
  return places;
}

const maps = new WeakMap<SkiaFile, Map<number, ReadonlyMap<number, string>>>();

/** The text that glyphs of a font stand for. */
function wordOf(file: SkiaFile, font: number, glyphs: readonly string[]): string {
  const known = maps.get(file) ?? new Map<number, ReadonlyMap<number, string>>();
  maps.set(file, known);
  let map = known.get(font);
  if (!map) {
    const number = referenceIn(file.dictionary(font), 'ToUnicode');
    const stream = number === undefined ? undefined : file.stream(number);
    map = readCharacterMap(Buffer.from(stream ?? '', 'latin1'), new Budget(MAX_WORK));
    known.set(font, map);
  }
  return glyphs.map((glyph) => map.get(Number.parseInt(glyph, 16)) ?? '').join('');
}

function textWith(place: Place, free: number, digits: readonly (string | undefined)[]): string {
  const shown = digits.map((glyph, index) => `${index === 0 ? '' : `${place.width} 0 Td `}<${glyph}> Tj\n`);
  const [head = ''] = place.text.split(' Tf\n');
  return `${head} Tf\n1 0 0 -1 ${Number((place.x + free).toFixed(4))} ${place.y} Tm\n${shown.join('')}ET`;
}
