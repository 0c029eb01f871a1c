import type { Alignment } from '../document/types.ts';
import type { StyleName } from './styles.ts';

/**
 * A memo as a word processor sees it: a sequence of paragraphs with named styles, and tables of such
 * paragraphs. Writing a document, marking changes, and comparing a returned document all start from this.
 */
export interface Flow {
  readonly blocks: readonly FlowBlock[];
  /** By number, from 1. */
  readonly notes: readonly FlowNote[];
}

export type FlowBlock = FlowParagraph | FlowTable | FlowContents;

/** What happened to something between two editions. */
export type Change = 'inserted' | 'deleted';

export interface FlowParagraph {
  readonly type: 'paragraph';
  readonly style: StyleName;
  readonly runs: readonly Run[];
  readonly list?: ListPlace;
  /** A heading's anchor in the memo, the target of links. */
  readonly slug?: string;
  /** Whether it stays on the same page as what follows. */
  readonly keepNext?: boolean;
  /** Whether it begins a new page. */
  readonly newPage?: boolean;
  /** Whether it is on a landscape page. */
  readonly wide?: boolean;
  readonly change?: Change;
}

/** The position of a paragraph in a list. A further paragraph of the same item has no `mark`. */
export interface ListPlace {
  /** Identifies the list: each list is numbered separately. */
  readonly id: number;
  readonly level: number;
  /** `undefined` for bullets. */
  readonly start: number | undefined;
  readonly mark: boolean;
}

export interface FlowTable {
  readonly type: 'table';
  readonly columns: readonly Alignment[];
  /** The first row is the header and is repeated on every page. */
  readonly rows: readonly FlowRow[];
  readonly wide: boolean;
}

export interface FlowRow {
  /** One for each column. */
  readonly cells: readonly FlowParagraph[];
  readonly change?: Change;
}

/** The contents list, which a word processor keeps up to date. */
export interface FlowContents {
  readonly type: 'contents';
  readonly entries: readonly { readonly words: string; readonly slug: string; readonly level: number }[];
}

export interface FlowNote {
  readonly label: string;
  readonly number: number;
  /**
   * Whether the text refers to it; otherwise only other notes do, and no word processor has a footnote for
   * that.
   */
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
  /** The name of a judgment's fact: `Likelihood:`. */
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

/** The words of some runs, without note numbers; a break is a newline. */
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

/** Every paragraph of a flow, including those in tables and notes, in reading order. */
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

/** An en dash after which no line ends. */
export const JOINED_DASH = '–\u200d';
