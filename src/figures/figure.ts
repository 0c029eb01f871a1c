import type { MemoView } from '../derive/memo-view.ts';
import type { Words } from './kit/words.ts';

/** The figures a form can use. Each exists only if the assessment has data for it. */
export const figureKeys = [
  'judgments',
  'capabilities',
  'network',
  'chronology',
  'hypotheses',
  'quantity',
  'trend',
  'map',
  'scenarios',
] as const;

export type FigureKey = (typeof figureKeys)[number];

/** A kind of figure: shipped, or a user's own. */
export interface FigureKind {
  /** The key used in a template: `{{> figure key="chronology"}}`. */
  readonly key: string;
  /**
   * Returns the drawing function, with the libraries it needs loaded; `undefined` if the view has no data for
   * it.
   */
  load(view: MemoView): Promise<Draw | undefined>;
}

/** The data of a figure as a table. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A finished figure, before it has a path beside a memo. All texts are plain. */
export interface Drawing {
  readonly svg: string;
  /** Alternative text: the finding and its main numbers. */
  readonly alt: string;
  /** The finding as a sentence without a full stop. */
  readonly caption: string;
  readonly source: string | undefined;
  readonly table: FigureTable | undefined;
}

/** A figure: its key in templates, its path relative to the Markdown, and its content. */
export interface Figure extends Drawing {
  readonly key: string;
  readonly path: string;
}

/** What a drawing function is given. */
export interface Brief {
  readonly view: MemoView;
  readonly words: Words;
}

/** Draws a figure, or returns nothing if the data do not support it. */
export type Draw = (brief: Brief) => Drawing | undefined;
