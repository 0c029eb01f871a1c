import type { IParagraphStyleOptions, IStylesOptions } from 'docx';

/**
 * The named styles of a memo. A house changes its memos' look by changing these, in a template of its own or in
 * Word; the names are part of the contract. Built-in styles have Word's names.
 */
export const styleNames = {
  title: 'Title',
  subtitle: 'Subtitle',
  heading1: 'heading 1',
  heading2: 'heading 2',
  heading3: 'heading 3',
  heading4: 'heading 4',
  frontHeading: 'Front Heading',
  body: 'Body Text',
  marking: 'Marking',
  series: 'Series',
  authors: 'Authors',
  dateline: 'Dateline',
  scope: 'Scope',
  question: 'Question',
  bottomLine: 'Bottom Line',
  judgment: 'Key Judgment',
  judgmentFact: 'Judgment Fact',
  listBullet: 'List Bullet',
  listNumber: 'List Number',
  listContinue: 'List Continue',
  quote: 'Quote',
  caption: 'caption',
  figure: 'Figure',
  sourceLine: 'Source Line',
  scaleNote: 'Scale Note',
  aside: 'Aside',
  tableHead: 'Table Head',
  tableText: 'Table Text',
  tableNumber: 'Table Number',
  code: 'HTML Preformatted',
  footnote: 'footnote text',
  contents: 'toc 1',
  contents2: 'toc 2',
  header: 'header',
  footer: 'footer',
} as const;

export type StyleName = keyof typeof styleNames;

/** Id of a style in the file; Word's own for built-in styles. */
export function styleId(name: StyleName): string {
  const known: Partial<Record<StyleName, string>> = {
    heading1: 'Heading1',
    heading2: 'Heading2',
    heading3: 'Heading3',
    heading4: 'Heading4',
    caption: 'Caption',
    code: 'HTMLPreformatted',
    footnote: 'FootnoteText',
    contents: 'TOC1',
    contents2: 'TOC2',
    header: 'Header',
    footer: 'Footer',
  };
  return known[name] ?? styleNames[name].replaceAll(' ', '');
}

export const factLabelStyle = 'FactLabel';
export const tableStyle = 'MemoTable';

const INK = '1C2126';
const STRUCTURE = '17375E';
const GREY = '55606B';

/** Fonts that come with Word, for European letters and, as `cs`, for Hebrew and Arabic. */
const SERIF = { ascii: 'Cambria', hAnsi: 'Cambria', eastAsia: 'Cambria', cs: 'Times New Roman' };
const SANS = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Calibri', cs: 'Arial' };

interface Look {
  readonly based?: StyleName;
  readonly next?: StyleName;
  /** Points. */
  readonly size?: number;
  readonly sans?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  /** Points before and after. */
  readonly space?: readonly [number, number];
  readonly more?: IParagraphStyleOptions['paragraph'];
}

const POINT = 20;

const rule = { style: 'single', size: 8, color: STRUCTURE, space: 6 } as const;

const looks: Readonly<Record<StyleName, Look>> = {
  title: {
    next: 'body',
    size: 24,
    sans: true,
    bold: true,
    color: STRUCTURE,
    space: [6, 4],
    more: { keepNext: true },
  },
  subtitle: { next: 'body', size: 14, italic: true, color: GREY, space: [0, 8] },
  heading1: {
    next: 'body',
    size: 15,
    sans: true,
    bold: true,
    color: STRUCTURE,
    space: [18, 6],
    more: { keepNext: true, outlineLevel: 0 },
  },
  heading2: {
    next: 'body',
    size: 12.5,
    sans: true,
    bold: true,
    color: STRUCTURE,
    space: [12, 4],
    more: { keepNext: true, outlineLevel: 1 },
  },
  heading3: {
    next: 'body',
    size: 11,
    sans: true,
    bold: true,
    space: [10, 3],
    more: { keepNext: true, outlineLevel: 2 },
  },
  heading4: {
    next: 'body',
    size: 11,
    sans: true,
    italic: true,
    space: [8, 2],
    more: { keepNext: true, outlineLevel: 3 },
  },
  frontHeading: {
    next: 'body',
    size: 12.5,
    sans: true,
    bold: true,
    color: STRUCTURE,
    space: [14, 4],
    more: { keepNext: true },
  },
  body: { size: 11, space: [0, 6] },
  marking: { size: 11, sans: true, bold: true, space: [0, 10], more: { alignment: 'right' } },
  series: { size: 9.5, sans: true, color: GREY, space: [0, 0] },
  authors: { size: 10.5, sans: true, space: [4, 0] },
  dateline: { size: 9.5, sans: true, color: GREY, space: [2, 4] },
  scope: { size: 9.5, sans: true, color: GREY, space: [0, 6] },
  question: { size: 12, italic: true, space: [6, 6], more: { keepNext: true } },
  bottomLine: {
    size: 11.5,
    space: [4, 8],
    more: {
      indent: { start: 120, end: 120 },
      shading: { type: 'clear', color: 'auto', fill: 'EDF1F6' },
      border: { top: { ...rule, space: 4 }, bottom: { ...rule, space: 4 } },
    },
  },
  judgment: { size: 11, space: [10, 3], more: { keepNext: true } },
  judgmentFact: {
    size: 10,
    space: [0, 2],
    // 4 cm for the label: the longest of any language, in a font as wide as Calibri.
    more: { indent: { start: 2835, hanging: 2268 }, leftTabStop: 2835 },
  },
  listBullet: { based: 'body', space: [0, 3] },
  listNumber: { based: 'body', space: [0, 3] },
  listContinue: { based: 'body', space: [0, 3] },
  quote: { size: 11, italic: true, color: GREY, space: [4, 8], more: { indent: { start: 567, end: 567 } } },
  caption: {
    next: 'body',
    size: 9.5,
    sans: true,
    bold: true,
    color: STRUCTURE,
    space: [10, 4],
    more: { keepNext: true },
  },
  figure: { space: [0, 4], more: { keepLines: true } },
  sourceLine: { size: 8.5, sans: true, color: GREY, space: [2, 10] },
  scaleNote: { size: 9, sans: true, color: GREY, space: [6, 6] },
  aside: { size: 10, sans: true, space: [4, 8], more: { indent: { start: 340 }, border: { left: rule } } },
  tableHead: { size: 9, sans: true, bold: true, color: STRUCTURE, space: [2, 2], more: { keepNext: true } },
  tableText: { size: 9, sans: true, space: [1.5, 1.5] },
  tableNumber: { based: 'tableText', more: { alignment: 'end' } },
  code: { size: 9, space: [4, 6] },
  footnote: { size: 8.5, space: [0, 1], more: { indent: { start: 227, hanging: 227 } } },
  contents: { next: 'body', size: 9.5, sans: true, space: [0, 0], more: { rightTabStop: 9298 } },
  contents2: { next: 'body', size: 10, sans: true, space: [0, 1], more: { indent: { start: 284 } } },
  header: { size: 9, sans: true, color: GREY, space: [0, 0] },
  footer: { size: 8.5, sans: true, color: GREY, space: [0, 0] },
};

/** The styles for the library. `language` is a BCP 47 tag; `isRtl` says whether the memo is right-to-left. */
export function memoStyles(language: string, isRtl: boolean): IStylesOptions {
  // Word chooses a font and its forms of Chinese characters by the language of East Asian text.
  const isEastAsian = /^(?:zh|ja|ko)\b/.test(language);
  const lang = isRtl
    ? { value: 'en-US', bidirectional: language }
    : { value: language, ...(isEastAsian && { eastAsia: language }) };
  const paragraphStyles = (Object.keys(looks) as StyleName[]).map((name): IParagraphStyleOptions => {
    const { based, next, size, sans, bold, italic, color, space, more } = looks[name];
    return {
      id: styleId(name),
      name: styleNames[name],
      basedOn: based ? styleId(based) : 'Normal',
      ...(next && { next: styleId(next) }),
      quickFormat: true,
      run: {
        ...(size !== undefined && { size: size * 2, sizeComplexScript: size * 2 }),
        ...(sans && { font: SANS }),
        ...(name === 'code' && { font: { ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Courier New' } }),
        ...(bold && { bold, boldComplexScript: true }),
        ...(italic && { italics: true, italicsComplexScript: true }),
        ...(color !== undefined && { color }),
      },
      paragraph: {
        ...(space && { spacing: { before: space[0] * POINT, after: space[1] * POINT } }),
        ...more,
      },
    };
  });
  return {
    default: {
      document: {
        run: { font: SERIF, size: 22, sizeComplexScript: 22, color: INK, language: lang },
        paragraph: { spacing: { line: 264, lineRule: 'auto' } },
      },
      hyperlink: { run: { color: STRUCTURE, underline: {} } },
    },
    paragraphStyles,
    characterStyles: [
      {
        id: factLabelStyle,
        name: 'Fact Label',
        basedOn: 'DefaultParagraphFont',
        quickFormat: true,
        run: { font: SANS, color: GREY, size: 18, sizeComplexScript: 18 },
      },
    ],
  };
}

const line = (name: string, size: number, color: string) =>
  `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="${color}"/>`;
const margin = (name: string, width: number) => `<w:${name} w:w="${width}" w:type="dxa"/>`;

/**
 * The table style, which the library lacks: rules above and below, a stronger one under the header, thin ones
 * between rows.
 */
export const tableStyleXml =
  `<w:style w:type="table" w:customStyle="1" w:styleId="${tableStyle}"><w:name w:val="Memo Table"/><w:uiPriority w:val="99"/>` +
  `<w:tblPr><w:tblBorders>${line('top', 8, STRUCTURE)}${line('bottom', 8, STRUCTURE)}${line('insideH', 4, 'D5DBE1')}</w:tblBorders>` +
  `<w:tblCellMar>${margin('top', 20)}${margin('left', 80)}${margin('bottom', 20)}${margin('right', 80)}</w:tblCellMar></w:tblPr>` +
  `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line('bottom', 8, STRUCTURE)}</w:tcBorders>` +
  '<w:shd w:val="clear" w:color="auto" w:fill="EDF1F6"/></w:tcPr></w:tblStylePr></w:style>';
