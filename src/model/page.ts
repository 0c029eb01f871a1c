/** A page ready to print: made by the html room, printed by the pdf room. */
export interface PrintablePage {
  /** Inner HTML of `<body>`, sanitised. */
  readonly body: string;
  /** This memo's own rules: paper, and margin boxes with marking and footer. */
  readonly css: string;
  /** The style it shares with other memos of its form: for an identical string, a loaded page is reused. */
  readonly stylesheet: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** Characters that no shipped font has, but a font named in `css` does. */
  readonly covered?: string;
  /**
   * Number of headings before the memo's own first page, if there is a cover, whose pages are numbered
   * separately.
   */
  readonly frontHeadings?: number;
  /** If a brief precedes an annex. */
  readonly brief?: {
    /** Number of headings before that of the annex. */
    readonly headings: number;
    /** Rules that set it closer, for when it would end on a nearly empty page; empty once applied. */
    readonly closer: string;
    /** Rules that set it closer still, for when it would take one page more than a brief may have. */
    readonly closest: string;
    /** Rules that set it looser, for when much of its last page would be white even with the figures that fit there. */
    readonly looser: string;
    /** The same for the annex. */
    readonly closerAnnex: string;
    /** Offset of the annex in the body. */
    readonly end: number;
    /** Figures of the annex that may be moved to the end of the brief, the most informative first. */
    readonly figures: readonly MovableFigure[];
  };
}

/** A page without its annex, and with something else at its end; the page itself if it has no annex. */
export function briefAlone(page: PrintablePage, added = ''): PrintablePage {
  return page.brief ? { ...page, body: page.body.slice(0, page.brief.end) + added } : page;
}

/** A figure with its caption, or a section that is nothing but this figure, by its offsets in the body of a page. */
export interface MovableFigure {
  readonly from: number;
  readonly to: number;
  /** HTML of the heading that a figure without its section has in the brief, if there is room for it. */
  readonly heading?: string | undefined;
  /** Its greatest printed height, with the space around it, in CSS pixels. */
  readonly height: number;
}

/** Attribute of an element that shows the page number of the element with an id; filled in when printing. */
export const PAGE_OF = 'data-page-of';

export type Paper = 'A4' | 'Letter';
export const papers: readonly Paper[] = ['A4', 'Letter'];

/** A picture in a memo: re-encoded by this program, so that it contains nothing but pixels. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** In pixels, as displayed: upright. */
  readonly width: number;
  readonly height: number;
}

/** A file shown in a memo: the text of our drawing (SVG), or a picture of the project's. */
export type FigureFile = string | Picture;

/** What is written to disk for it. */
export function contentOf(file: FigureFile): string | Uint8Array {
  return typeof file === 'string' ? file : file.bytes;
}
