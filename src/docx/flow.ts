import type { Alignment } from '../document/types.ts';
import type { StyleName } from './styles.ts';

/**
 * A memo as a word processor sees it: paragraphs with named styles, and tables of such paragraphs, one after another.
 * Writing a document, marking changes in one, and comparing one that came back all start from this.
 */
export interface Flow {
  readonly blocks: readonly FlowBlock[];
  /** By number, from 1. */
  readonly notes: readonly FlowNote[];
}

export type FlowBlock = FlowParagraph | FlowTable | FlowContents;

/** What became of something between two editions. */
export type Change = 'inserted' | 'deleted';

export interface FlowParagraph {
  readonly type: 'paragraph';
  readonly style: StyleName;
  readonly runs: readonly Run[];
  readonly list?: ListPlace;
  /** A heading's name in the memo, which links lead to. */
  readonly slug?: string;
  /** Whether it stays on the page of what follows. */
  readonly keepNext?: boolean;
  /** Whether it begins a page. */
  readonly newPage?: boolean;
  /** Whether it stands on a page across. */
  readonly wide?: boolean;
  readonly change?: Change;
}

/** Where a paragraph stands in a list. A paragraph that goes on in an item without a mark of its own has no `mark`. */
export interface ListPlace {
  /** Which list of the memo it is: each counts for itself. */
  readonly id: number;
  readonly level: number;
  /** `undefined` for bullets. */
  readonly start: number | undefined;
  readonly mark: boolean;
}

export interface FlowTable {
  readonly type: 'table';
  readonly columns: readonly Alignment[];
  /** The first row heads the columns and is repeated on every page. */
  readonly rows: readonly FlowRow[];
  readonly wide: boolean;
}

export interface FlowRow {
  /** As many as there are columns. */
  readonly cells: readonly FlowParagraph[];
  readonly change?: Change;
}

/** The list of contents, which a word processor keeps up to date by itself. */
export interface FlowContents {
  readonly type: 'contents';
  readonly entries: readonly { readonly words: string; readonly slug: string; readonly level: number }[];
}

export interface FlowNote {
  readonly label: string;
  readonly number: number;
  /** Whether the text refers to it; else only other notes do, and no word processor has a footnote for it. */
  readonly isInText: boolean;
  readonly paragraphs: readonly FlowParagraph[];
}

export type Run = TextRun | NoteRun | PictureRun | BreakRun;

export interface TextRun {
  readonly type: 'text';
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly struck?: boolean;
  readonly code?: boolean;
  readonly raised?: boolean;
  /** The name of a fact of a judgment: `Likelihood:`. */
  readonly label?: boolean;
  readonly link?: { readonly address: string } | { readonly slug: string };
  readonly change?: Change;
}

export interface NoteRun {
  readonly type: 'note';
  readonly label: string;
  readonly number: number;
  readonly change?: Change;
}

export interface PictureRun {
  readonly type: 'picture';
  readonly path: string;
  readonly alternative: string;
}

export interface BreakRun {
  readonly type: 'break' | 'tab';
  readonly change?: Change;
}

/** The words of some runs as a reader has them, without numbers of notes; a break is a newline. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs
    .map((run) =>
      run.type === 'text'
        ? run.raised
          ? ''
          : run.text
        : run.type === 'break'
          ? '\n'
          : run.type === 'tab'
            ? '\t'
            : '',
    )
    .join('');
}

/** Every paragraph of a flow, those in tables and notes too, in the order of reading. */
export function paragraphsOf({ blocks, notes }: Flow): readonly FlowParagraph[] {
  return [
    ...blocks.flatMap((block) =>
      block.type === 'paragraph'
        ? [block]
        : block.type === 'table'
          ? block.rows.flatMap(({ cells }) => cells)
          : [],
    ),
    ...notes.flatMap(({ paragraphs }) => paragraphs),
  ];
}
