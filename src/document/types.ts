import type { Role } from './roles.ts';

/**
 * A memo as every output starts from it: what its Markdown says, block by block, with nothing left of how Markdown says
 * it. The types are closed: there is no node for HTML, for scripts or for addresses other than `http`, `https`,
 * `mailto` and places in the memo itself, so nothing of the kind can reach an output.
 */
export interface MemoDocument {
  /** In the order of reading. */
  readonly blocks: readonly Block[];
  /** Every note that something refers to, by its number: the first is note 1. */
  readonly notes: readonly Note[];
}

export type Block = Heading | Paragraph | List | Quotation | Table | Figure | Code | Divider;

interface Roled {
  /** What the block is for, beyond what Markdown can say; see `roles.ts`. */
  readonly roles: readonly Role[];
}

export interface Heading extends Roled {
  readonly type: 'heading';
  /** 1 to 6; in a part of a larger document one less than in its Markdown, so that a part is read like a memo. */
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** Its name as GitHub makes it, unique in the document: what a link to it says after `#`. */
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
  /** Whether its items stand apart, as paragraphs do. */
  readonly loose: boolean;
  readonly items: readonly Item[];
}

export interface Item extends Roled {
  /** `undefined` for an item without a box to tick. */
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
  /** The first row heads the columns; each row has as many cells as there are columns. */
  readonly rows: readonly Row[];
}

export interface Row extends Roled {
  readonly cells: readonly Cell[];
}

export interface Cell extends Roled {
  readonly content: readonly Inline[];
}

export type Alignment = 'left' | 'right' | 'center' | undefined;

/** A picture that stands by itself, with what belongs to it. */
export interface Figure extends Roled {
  readonly type: 'figure';
  readonly caption: Caption | undefined;
  readonly picture: Picture;
  /** Where it comes from: the block after it that has the role `source-line`. */
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

/** Where a link leads; any other address is lost, and the words of the link stay. */
export type LinkTarget =
  | { readonly kind: 'address'; readonly address: string }
  /** `name` as the Markdown has it after `#`, percent-encoded. */
  | { readonly kind: 'place'; readonly name: string };

/** A reference to a note. */
export interface Reference {
  readonly type: 'reference';
  readonly label: string;
  readonly number: number;
  /** The how-manieth reference to this note, from 1. */
  readonly occurrence: number;
}

/** One of the memo's own figures; any other picture is read as its alternative text. */
export interface Picture {
  readonly type: 'picture';
  /** Relative to the Markdown. */
  readonly path: string;
  /** Empty for a picture that says nothing the words beside it do not. */
  readonly alternative: string;
}

export interface Note {
  /** What the Markdown calls it: in lower case, safe in an address. */
  readonly label: string;
  /** From 1. */
  readonly number: number;
  /** How many references lead to it. */
  readonly references: number;
  readonly blocks: readonly Block[];
}
