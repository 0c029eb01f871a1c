import type { PrintablePage } from '../../model/page.ts';
import { pageNotice } from '../fonts/coverage.ts';
import type { SkiaFile } from './skia-file.ts';

/** An element of the structure tree as Skia writes it: number, type, and the rest of its dictionary. */
const ELEMENT = /(?:^|\n)(\d+) 0 obj\n<<\/Type \/StructElem\n\/S \/(\w+)\n([\s\S]*?)\nendobj/g;

interface Element {
  readonly type: string;
  readonly parent: number;
  readonly rest: string;
}

/**
 * Why a file may not claim PDF/UA-1 (ISO 14289-1), in words; `undefined` if it passes everything that a program
 * can test and that a memo, its form or its style could break. The rest (title shown, tags present, artifacts
 * marked, links described, tab order, embedded fonts) is the same in every finished file. Whether a description
 * says the right thing only people can judge.
 */
export function whyNotAccessible(file: SkiaFile, page: PrintablePage): string | undefined {
  const catalog = file.dictionary(file.root);
  const elements = new Map(
    Array.from(file.matchAll(ELEMENT), ([, number, type = '', rest = '']) => {
      return [Number(number), { type, parent: Number(/\/P (\d+) 0 R/.exec(rest)?.[1]), rest }] as const;
    }),
  );
  const faults: readonly (readonly [fault: string, isFree: () => boolean])[] = [
    ['it has no title', () => page.title.trim() !== ''],
    ['its language is not known', () => page.language !== ''],
    [
      'it has no headings or tags',
      () => ['StructTreeRoot', 'MarkInfo', 'Outlines'].every((key) => catalog.includes(`/${key} `)),
    ],
    ['some of its characters have no glyph', () => pageNotice(page) === undefined],
    ['its headings skip a level', () => headingsSkipNoLevel(page.body)],
    ['a figure has no text that describes it', () => figuresAreDescribed(elements)],
    ['a table has no header cells, or one does not say what it heads', () => tablesHaveHeads(elements)],
    ['a row of a table has fewer cells than another', () => rowsAreEven(elements)],
    [
      'a font does not say which characters its glyphs are',
      () => !file.matches(/\/Type \/Font\n\/Subtype \/Type0\n(?![\s\S]{0,200}?\/ToUnicode )/),
    ],
  ];
  return faults.find(([, isFree]) => !isFree())?.[0];
}

function headingsSkipNoLevel(body: string): boolean {
  const levels = Array.from(body.matchAll(/<h([1-6])\b/g), ([, level]) => Number(level));
  return levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1);
}

function figuresAreDescribed(elements: ReadonlyMap<number, Element>): boolean {
  return [...elements.values()].every(({ type, rest }) => type !== 'Figure' || /\/Alt [(<]./.test(rest));
}

/** Whether every table has header cells, each with its scope. */
function tablesHaveHeads(elements: ReadonlyMap<number, Element>): boolean {
  const headed = new Set<number>();
  for (const { type, parent, rest } of elements.values()) {
    if (type !== 'TH') continue;
    if (!rest.includes('/Scope ')) return false;
    headed.add(tableAround(parent, elements));
  }
  return [...elements].every(([number, { type }]) => type !== 'Table' || headed.has(number));
}

/** The table that contains a row. */
function tableAround(row: number, elements: ReadonlyMap<number, Element>): number {
  let above = row;
  while (['TR', 'THead', 'TBody', 'TFoot'].includes(elements.get(above)?.type ?? '')) {
    above = elements.get(above)?.parent ?? 0;
  }
  return above;
}

/** Whether all rows of each table have the same width, counting spanned columns. */
function rowsAreEven(elements: ReadonlyMap<number, Element>): boolean {
  const widths = new Map<number, number>();
  for (const { type, parent, rest } of elements.values()) {
    if (type !== 'TH' && type !== 'TD') continue;
    if (/\/RowSpan (?!1\b)/.test(rest)) return true; // what it takes from the rows below is not followed
    widths.set(parent, (widths.get(parent) ?? 0) + Number(/\/ColSpan (\d+)/.exec(rest)?.[1] ?? 1));
  }
  const known = new Map<number, number>();
  return [...widths].every(([row, width]) => {
    const table = tableAround(row, elements);
    const first = known.get(table) ?? width;
    known.set(table, first);
    return width === first;
  });
}
