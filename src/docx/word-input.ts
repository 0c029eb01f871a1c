import type { Paper } from '../model/page.ts';
import type { Flow, FlowParagraph } from './flow.ts';
import type { WordFurniture } from './furniture.ts';
import type { WordTemplate } from './template/read-template.ts';

/** A figure in a Word document: vector graphics, and pixels for programs that cannot draw it; or a picture. */
export interface WordPicture {
  /** Absent for a picture that is not our drawing. */
  readonly svg?: string;
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg';
  /** In pixels of 1/96 inch. */
  readonly width: number;
  readonly height: number;
}

/** Author and time of changes, for a document with tracked changes. */
export interface WordAuthor {
  readonly name: string;
  /** ISO 8601, to the second. */
  readonly date: string;
}

/** A comment on a paragraph. */
export interface WordComment {
  readonly paragraph: FlowParagraph;
  readonly text: string;
}

export interface WordInput {
  readonly flow: Flow;
  /** By path in the Markdown. */
  readonly pictures: ReadonlyMap<string, WordPicture>;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly paper: Paper;
  readonly furniture: WordFurniture;
  readonly properties: {
    readonly title: string;
    readonly authors: readonly string[];
    readonly subject?: string;
    readonly keywords: readonly string[];
    /** `YYYY-MM-DD`: the memo's own, so that the same memo gives the same bytes. */
    readonly date: string;
  };
  /** Properties that only programs read, by name. */
  readonly custom: Readonly<Record<string, string>>;
  /** Names of bookmarks around a paragraph's content. */
  readonly anchors: ReadonlyMap<FlowParagraph, readonly string[]>;
  /** At the foot of each page, or at the end. */
  readonly notes: 'footnotes' | 'endnotes';
  readonly notesLabel: string;
  readonly author?: WordAuthor;
  /** The house's template. */
  readonly template?: WordTemplate;
  readonly comments?: readonly WordComment[];
}
