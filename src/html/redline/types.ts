import type { MarkingLook } from '../../model/conventions/markings.ts';
import type { PageInput } from '../page.ts';
import type { Front } from './front.ts';

/** What happened to one member of a sequence; `before` and `after` are its positions, counted from 0. */
export type Step =
  | { readonly kind: 'both'; readonly before: number; readonly after: number; readonly moved: boolean }
  | { readonly kind: 'deleted'; readonly before: number }
  | { readonly kind: 'inserted'; readonly after: number };

/** What alignment needs to know about a block or a sentence. */
export interface Item {
  /** Only blocks of the same kind can match. */
  readonly kind: string;
  readonly text: string;
  /** Distinguishes it from its neighbours, whatever its text. */
  readonly lead?: string;
}

/** How two sequences match. The caller, which compares assessments, knows that; this room only shows it. */
export interface Aligner {
  /** Lists every member of both once, in the order of the newer. Without `moves`, none is reported as moved. */
  items(
    before: readonly Item[],
    after: readonly Item[],
    options: { readonly moves: boolean },
  ): readonly Step[];
  /** The same for words; none is reported as moved. */
  words(before: readonly string[], after: readonly string[]): readonly Step[];
}

/**
 * Numbers by which a memo refers to its own parts, such as judgments: if parts were added or removed, the others have
 * other numbers, which is not a change. Matches of `pattern` contain such numbers; what each refers to in either edition
 * is given by its id.
 */
export interface Numbering {
  /** With the flags `gu`; or `alone`, for numbers alone in bold. */
  readonly pattern: RegExp | 'alone';
  readonly before: ReadonlyMap<number, string>;
  readonly after: ReadonlyMap<number, string>;
}

/** The labels of marks in a redline. */
export interface RedlineLabels {
  readonly added: string;
  readonly removed: string;
  readonly moved: string;
  readonly figureChanged: string;
  /** `old {number}`: a number of the older edition, if the newer has none for it. */
  readonly oldNumber: string;
}

/** An edition's memo in Markdown, with its figures. */
export type Edition = Pick<PageInput, 'markdown' | 'figures'>;

/** The input of the marked memo. */
export interface MergeInput {
  readonly before: Edition;
  readonly after: Edition;
  /** BCP 47; of the newer edition. */
  readonly language: string;
  readonly labels: RedlineLabels & PageInput['labels'];
  readonly numberings: readonly Numbering[];
  /** The heading of a column that only numbers its rows. */
  readonly numberHeads: readonly string[];
  readonly aligner: Aligner;
}

/** A redline: its first page, and the newer memo with the changes marked. */
export interface RedlineInput extends MergeInput {
  readonly front: Front;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly paper: PageInput['paper'];
  /** Text in the margins of all pages; `legend` at the foot of the first. */
  readonly furniture: {
    readonly look: MarkingLook;
    readonly foot: string;
    readonly pageOf: string;
    readonly legend: string;
  };
  /** The style of all memos and of redlines. */
  readonly stylesheet: string;
  /** The form's name and its own style. */
  readonly form: string;
  readonly style: string;
}
