import { getDocument, OPS } from './pdfjs.ts';
import { type OutlineItem, placesIn } from './read-pdf.ts';

/** A box on a page in points, from its top left corner. */
export interface PageBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A printed piece of text, from the foot of its letters to the height of its capitals. */
export interface PrintedText extends PageBox {
  readonly text: string;
  /** In points. */
  readonly size: number;
  readonly baseline: number;
  /** Whether it is raised above its line, like the number of a note. */
  readonly raised: boolean;
}

/** The positions of everything on a page. */
export interface PageLayout extends PageBox {
  readonly number: number;
  /** In the order of the file, without what is only space. */
  readonly texts: readonly PrintedText[];
  /** Whatever is drawn: lines, fills, figures. */
  readonly drawn: readonly PageBox[];
}

type Matrix = readonly [number, number, number, number, number, number];

const PLAIN: Matrix = [1, 0, 0, 1, 0, 0];
/** Height of capitals and depth of letters, as shares of the size, in the fonts of the memos. */
const CAPITALS = 0.66;
const DEPTH = 0.2;

/** A PDF as it lies on the table. */
export interface PdfLayout {
  readonly pages: readonly PageLayout[];
  /** Headings of the outline, each with its page. */
  readonly headings: readonly { readonly title: string; readonly page: number }[];
}

/** Reads a PDF page by page: its texts with their size and place, and the extent of what is drawn. */
export async function layoutOf(bytes: Uint8Array): Promise<PdfLayout> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: PageLayout[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , d = 0, x = 0, y = 0] = item.transform as number[];
      const size = Math.abs(d);
      const baseline = height - y;
      return [
        {
          text: item.str,
          size,
          baseline,
          left: x,
          right: x + item.width,
          top: baseline - CAPITALS * size,
          bottom: baseline + DEPTH * size,
        },
      ];
    });
    const { fnArray, argsArray } = await page.getOperatorList();
    pages.push({
      number,
      left: 0,
      top: 0,
      right: width,
      bottom: height,
      texts: texts.map((text, index) => ({ ...text, raised: isRaised(text, texts[index - 1]) })),
      drawn: drawnBoxes(fnArray, argsArray, height),
    });
  }
  const headings = await placesIn(((await pdf.getOutline()) ?? []) as readonly OutlineItem[], pdf);
  await task.destroy();
  return { pages, headings };
}

type Unraised = Omit<PrintedText, 'raised'>;

/** Digits smaller than the text before them, on its line and above its foot; or behind such a piece. */
function isRaised(text: Unraised, before: Unraised | undefined): boolean {
  if (before === undefined || !/^[[\]\d,–\s]+$/.test(text.text)) return false;
  return (
    text.size < before.size * 0.85 &&
    before.baseline - text.baseline > 0.15 * before.size &&
    text.baseline > before.top
  );
}

function drawnBoxes(operators: readonly number[], args: readonly unknown[], height: number): PageBox[] {
  const boxes: PageBox[] = [];
  const stack: Matrix[] = [];
  let matrix = PLAIN;
  for (const [index, operator] of operators.entries()) {
    const given = args[index];
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore) matrix = stack.pop() ?? PLAIN;
    else if (operator === OPS.transform) matrix = times(matrix, given as Matrix);
    else if (operator === OPS.constructPath) {
      // The path's own extent is the last argument; a path that only clips draws nothing.
      const [paint, , extent] = given as [number, unknown, ArrayLike<number> | null];
      if (paint === OPS.endPath || !extent) continue;
      const corners = [0, 2].flatMap((x) =>
        [1, 3].map((y) => placed(matrix, Number(extent[x]), Number(extent[y]))),
      );
      const xs = corners.map(([x]) => x);
      const ys = corners.map(([, y]) => height - y);
      boxes.push({
        left: Math.min(...xs),
        right: Math.max(...xs),
        top: Math.min(...ys),
        bottom: Math.max(...ys),
      });
    }
  }
  return boxes;
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function placed([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
