/** A page ready to print: made by the html room, printed by the pdf room. */
export interface PrintablePage {
  /** Inner HTML of `<body>`, sanitised. */
  readonly body: string;
  /** This memo's own rules: paper, and margin boxes with marking and footer. */
  readonly css: string;
  /** The style it shares with other memos of its form: the same string again means that a loaded page is used again. */
  readonly stylesheet: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** Characters that no shipped font has, and a font named in `css` does. */
  readonly covered?: string;
  /** Headings before the first page of the memo's own, where a cover stands before it: its pages are counted by themselves. */
  readonly frontHeadings?: number;
  /** Where a brief stands before an annex. */
  readonly brief?: {
    /** How many headings stand before that of the annex. */
    readonly headings: number;
    /** Rules that set it closer, for when it would end on a page that is all but empty; none once they are in force. */
    readonly closer: string;
    /** The same for its annex. */
    readonly closerAnnex: string;
    /** Where in the body the annex begins. */
    readonly end: number;
    /** Figures of the annex that can stand at the end of the brief instead, the most telling first. */
    readonly figures: readonly MovableFigure[];
  };
}

/** A figure with its caption, by where it stands in the body of a page. */
export interface MovableFigure {
  readonly from: number;
  readonly to: number;
  /** How tall it is printed at most, with the space around it, in CSS pixels. */
  readonly height: number;
}

/** Attribute of an element that shows on which page the element of an id stands; whoever prints fills it in. */
export const PAGE_OF = 'data-page-of';

export type Paper = 'A4' | 'Letter';
export const papers: readonly Paper[] = ['A4', 'Letter'];

/** A picture as a memo holds it: written anew by this program, so that it is nothing but pixels. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** Pixels, as it is seen: upright. */
  readonly width: number;
  readonly height: number;
}

/** A file that a memo shows: the text of a drawing of ours (SVG), or a picture of the project's. */
export type FigureFile = string | Picture;

/** What is written to disk for it. */
export function contentOf(file: FigureFile): string | Uint8Array {
  return typeof file === 'string' ? file : file.bytes;
}
