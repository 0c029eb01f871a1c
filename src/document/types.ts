import type { Role } from './roles.ts';

/**
 * A memo as the input of every output: the content of its Markdown, block by block, without Markdown notation.
 * The types are closed: there is no node for HTML, for scripts or for addresses other than `http`, `https`,
 * `mailto` and places in the memo itself, so nothing of the kind can reach an output.
 */
export interface MemoDocument {
  /** In reading order. */
  readonly blocks: readonly Block[];
  /** Every note that is referred to, by number: the first is note 1. */
  readonly notes: readonly Note[];
}

export type Block = Heading | Paragraph | List | Quotation | Table | Figure | Code | Divider;

interface Roled {
  /** The purpose of the block, beyond Markdown; see `roles.ts`. */
  readonly roles: readonly Role[];
}

export interface Heading extends Roled {
  readonly type: 'heading';
  /**
   * 1 to 6; in a part of a larger document one less than in its Markdown, so that a part is treated like a
   * memo.
   */
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** Its anchor as on GitHub, unique in the document: the part of a link after `#`. */
  readonly slug: string;
  readonly content: readonly Inline[];
}

export interface Paragraph extends Roled {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
}

export interface List extends Roled {
  readonly type: 'list';
  /** The number of the first item; `undefined` for a list without numbers. */
  readonly start: number | undefined;
  /** Whether the list is loose: its items are paragraphs. */
  readonly loose: boolean;
  readonly items: readonly Item[];
}

export interface Item extends Roled {
  /** `undefined` for an item that is not a task. */
  readonly checked: boolean | undefined;
  readonly blocks: readonly Block[];
}

export interface Quotation extends Roled {
  readonly type: 'quotation';
  readonly blocks: readonly Block[];
}

export interface Table extends Roled {
  readonly type: 'table';
  readonly caption: Caption | undefined;
  readonly columns: readonly Alignment[];
  /** The first row is the header; each row has one cell for each column. */
  readonly rows: readonly Row[];
}

export interface Row extends Roled {
  readonly cells: readonly Cell[];
}

export interface Cell extends Roled {
  readonly content: readonly Inline[];
}

export type Alignment = 'left' | 'right' | 'center' | undefined;

/** A picture on its own, with its caption and source. */
export interface Figure extends Roled {
  readonly type: 'figure';
  readonly caption: Caption | undefined;
  readonly picture: Picture;
  /** Its source: the block after it with the role `source-line`. */
  readonly source: Block | undefined;
}

/** A paragraph with the role `caption` right before a table or a figure. */
export interface Caption extends Roled {
  readonly content: readonly Inline[];
}

export interface Code extends Roled {
  readonly type: 'code';
  readonly text: string;
}

export interface Divider extends Roled {
  readonly type: 'divider';
}

export type Inline = Text | Emphasis | CodeText | LineBreak | Link | Reference | Picture;

export interface Text {
  readonly type: 'text';
  readonly text: string;
}

export interface Emphasis {
  readonly type: 'emphasis' | 'strong' | 'deletion';
  readonly content: readonly Inline[];
}

export interface CodeText {
  readonly type: 'code-text';
  readonly text: string;
}

export interface LineBreak {
  readonly type: 'break';
}

export interface Link {
  readonly type: 'link';
  readonly target: LinkTarget | undefined;
  readonly content: readonly Inline[];
}

/** Target of a link; for any other address only the words of the link are kept. */
export type LinkTarget =
  | { readonly kind: 'address'; readonly address: string }
  /** `name` as in the Markdown after `#`, percent-encoded. */
  | { readonly kind: 'place'; readonly name: string };

/** A reference to a note. */
export interface Reference {
  readonly type: 'reference';
  readonly label: string;
  readonly number: number;
  /** Counts the references to this note, from 1. */
  readonly occurrence: number;
}

/** One of the memo's own figures; any other picture becomes its alternative text. */
export interface Picture {
  readonly type: 'picture';
  /** Relative to the Markdown. */
  readonly path: string;
  /** Empty for a decorative picture. */
  readonly alternative: string;
}

export interface Note {
  /** Its label in the Markdown: in lower case, safe in an address. */
  readonly label: string;
  /** From 1. */
  readonly number: number;
  /** Number of references to it. */
  readonly references: number;
  readonly blocks: readonly Block[];
}
