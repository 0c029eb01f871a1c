import type { HouseStyle } from '../model/brand/house-style.ts';
import type { MarkingLook } from '../model/conventions/markings.ts';
import type { FigureFile, Paper } from '../model/page.ts';
import type { Slugs } from '../model/slug.ts';

/** Page headers and footers. */
export interface Furniture {
  readonly look: MarkingLook;
  /** Short title, edition, information cut-off; not on the first page, which has them already. */
  readonly foot: string;
  /** `Page {page} of {pages}`, in the memo's language. */
  readonly pageOf: string;
}

/** The house style's part of a page. */
export interface PageHouse extends Pick<HouseStyle, 'base' | 'opening' | 'logo'> {
  readonly name?: string;
  readonly runningHead?: string;
  readonly watermark?: string;
}

/** Texts that this room adds itself, in the memo's language. */
export interface PageLabels {
  /** Heading of the notes. */
  readonly notes: string;
  /** Accessible name of the link from a note back to its reference: `Back to reference {reference}`. */
  readonly backToText: string;
  /**
   * Labels of facts below a judgment that are set side by side: what speaks against it, what would change it.
   */
  readonly besides: readonly string[];
}

/** The memo's part of a larger document. Its headings are one level lower than in a memo by itself. */
export interface Part {
  /** Unique for each part; a prefix for ids that every memo has. */
  readonly key: string;
}

/** A memo in Markdown and everything its page needs. */
export interface PageInput {
  /** The memo exactly as written to `out/<id>.md`. */
  readonly markdown: string;
  /**
   * Relative path as in the Markdown (`figures/<id>/x.svg`) to SVG text or a picture. Both are trusted: made by
   * the figures room, or re-encoded by the pictures room.
   */
  readonly figures: ReadonlyMap<string, FigureFile>;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly paper: Paper;
  readonly furniture: Furniture;
  /** The house style, if the project has one. */
  readonly house?: PageHouse | undefined;
  readonly labels: PageLabels;
  /** Set for a memo inside a larger document. */
  readonly part?: Part | undefined;
  /** Anchors used so far, in a document of several parts. */
  readonly slugs?: Slugs;
  /** The style that all forms share, then that of the form. */
  readonly stylesheet: string;
}
