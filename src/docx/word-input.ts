import type { Paper } from '../model/page.ts';
import type { Flow, FlowParagraph } from './flow.ts';
import type { WordFurniture } from './furniture.ts';
import type { WordTemplate } from './template/read-template.ts';

/** A figure as a Word document holds it: drawn, and as points for readers that cannot draw; or a picture. */
export interface WordPicture {
  /** Absent for a picture that is none of our drawings. */
  readonly svg?: string;
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg';
  /** In pixels of 1/96 inch. */
  readonly width: number;
  readonly height: number;
}

/** Who changed what, and when: of a document whose changes are marked. */
export interface WordAuthor {
  readonly name: string;
  /** ISO 8601, to the second. */
  readonly date: string;
}

/** A remark beside a paragraph. */
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
  /** Names of bookmarks around what stands in a paragraph. */
  readonly anchors: ReadonlyMap<FlowParagraph, readonly string[]>;
  /** At the foot of each page, or at the end. */
  readonly notes: 'footnotes' | 'endnotes';
  readonly notesLabel: string;
  readonly author?: WordAuthor;
  /** Of the house that the memo is written in. */
  readonly template?: WordTemplate;
  readonly comments?: readonly WordComment[];
}
