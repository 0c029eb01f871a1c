import type { HouseStyle } from '../model/brand/house-style.ts';
import type { MarkingLook } from '../model/conventions/markings.ts';
import type { FigureFile, Paper } from '../model/page.ts';
import type { Slugs } from '../model/slug.ts';

/** What stands in the margins of every page. */
export interface Furniture {
  readonly look: MarkingLook;
  /** Short title, edition, information cut-off; left out on the first page, which says it already. */
  readonly foot: string;
  /** `Page {page} of {pages}`, in the memo's language. */
  readonly pageOf: string;
}

/** What a page shows of the house it comes from. */
export interface PageHouse extends Pick<HouseStyle, 'base' | 'opening' | 'logo'> {
  readonly name?: string;
  readonly runningHead?: string;
  readonly watermark?: string;
}

/** The few words that this room writes itself, in the memo's language. */
export interface PageLabels {
  /** Heading of the notes. */
  readonly notes: string;
  /** Accessible name of the link from a note back to its place: `Back to reference {reference}`. */
  readonly backToText: string;
  /** Labels of the facts under a judgment that stand side by side: what speaks against it, what would change it. */
  readonly besides: readonly string[];
}

/** Which part of a document a memo is. Its headings stand one level lower than in a memo by itself. */
export interface Part {
  /** Different for each part; goes before ids that every memo has. */
  readonly key: string;
}

/** A memo in Markdown and what its page needs besides. */
export interface PageInput {
  /** The memo exactly as written to `out/<id>.md`. */
  readonly markdown: string;
  /**
   * Relative path as in the Markdown (`figures/<id>/x.svg`) to SVG text or a picture. Both are trusted: made by the figures
   * room, and written anew by the pictures room.
   */
  readonly figures: ReadonlyMap<string, FigureFile>;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly paper: Paper;
  readonly furniture: Furniture;
  /** The house it comes from, where that has a style of its own. */
  readonly house?: PageHouse | undefined;
  readonly labels: PageLabels;
  /** Set for a memo inside a larger document. */
  readonly part?: Part | undefined;
  /** Names of headings taken so far, in a document of several parts. */
  readonly slugs?: Slugs;
  /** The style that all forms share, then that of the form. */
  readonly stylesheet: string;
}
