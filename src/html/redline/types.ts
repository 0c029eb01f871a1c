import type { MarkingLook } from '../../model/conventions/markings.ts';
import type { PageInput } from '../page.ts';
import type { Front } from './front.ts';

/** What became of one member of a sequence; `before` and `after` are its places, counted from 0. */
export type Step =
  | { readonly kind: 'both'; readonly before: number; readonly after: number; readonly moved: boolean }
  | { readonly kind: 'deleted'; readonly before: number }
  | { readonly kind: 'inserted'; readonly after: number };

/** A block or a sentence, as far as aligning needs to know it. */
export interface Item {
  /** Only blocks of one kind can be one and the same. */
  readonly kind: string;
  readonly text: string;
  /** What tells it from its neighbours whatever else it says. */
  readonly lead?: string;
}

/** How two sequences go together. Whoever compares assessments knows that; this room only shows it. */
export interface Aligner {
  /** Names every member of both once, in the order of the newer. Without `moves`, nothing is said to be moved. */
  items(
    before: readonly Item[],
    after: readonly Item[],
    options: { readonly moves: boolean },
  ): readonly Step[];
  /** The same for words: none is moved. */
  words(before: readonly string[], after: readonly string[]): readonly Step[];
}

/**
 * Numbers by which a memo refers to its own parts, such as those of judgments: where parts came or went the others have
 * other numbers, which is no change. Matches of `pattern` hold such numbers; what each stands for in either edition
 * is given by its id.
 */
export interface Numbering {
  /** With the flags `gu`; or `alone`, for numbers that stand in bold by themselves. */
  readonly pattern: RegExp | 'alone';
  readonly before: ReadonlyMap<number, string>;
  readonly after: ReadonlyMap<number, string>;
}

/** The words with which a redline labels what it marks. */
export interface RedlineLabels {
  readonly added: string;
  readonly removed: string;
  readonly moved: string;
  readonly figureChanged: string;
  /** `old {number}`: a number of the older edition, where the newer has none for it. */
  readonly oldNumber: string;
}

/** An edition's memo in Markdown, with its figures. */
export type Edition = Pick<PageInput, 'markdown' | 'figures'>;

/** What the marked memo is made of. */
export interface MergeInput {
  readonly before: Edition;
  readonly after: Edition;
  /** BCP 47; of the newer edition. */
  readonly language: string;
  readonly labels: RedlineLabels & PageInput['labels'];
  readonly numberings: readonly Numbering[];
  /** What heads a column of a table that only counts its rows. */
  readonly numberHeads: readonly string[];
  readonly aligner: Aligner;
}

/** A redline: its first page, and the newer memo with what became of the older one marked in it. */
export interface RedlineInput extends MergeInput {
  readonly front: Front;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly paper: PageInput['paper'];
  /** What stands in the margins of all pages; `legend` at the foot of the first. */
  readonly furniture: {
    readonly look: MarkingLook;
    readonly foot: string;
    readonly pageOf: string;
    readonly legend: string;
  };
  /** The style of all memos and of redlines. */
  readonly stylesheet: string;
  /** The form's name and the style of its own. */
  readonly form: string;
  readonly style: string;
}
