import type { MemoView } from '../derive/memo-view.ts';
import type { Words } from './kit/words.ts';

/** The figures a form may ask for. Each exists only when the assessment has data for it. */
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
  /** What a template asks for: `{{> figure key="chronology"}}`. */
  readonly key: string;
  /** Gives what draws it, with the libraries that needs; nothing where the view has no data for it. */
  load(view: MemoView): Promise<Draw | undefined>;
}

/** The data of a figure in words and numbers. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a figure is made of, before it has a place beside a memo. All texts are plain. */
export interface Drawing {
  readonly svg: string;
  /** What it shows, for those who cannot see it: the finding and its main numbers. */
  readonly alt: string;
  /** The finding as a sentence without a full stop. */
  readonly caption: string;
  readonly source: string | undefined;
  readonly table: FigureTable | undefined;
}

/** A figure: its key in templates, its path beside the Markdown, and what it is made of. */
export interface Figure extends Drawing {
  readonly key: string;
  readonly path: string;
}

/** What a drawing is given. */
export interface Brief {
  readonly view: MemoView;
  readonly words: Words;
}

/** Draws a figure, or gives nothing when the data does not support it. */
export type Draw = (brief: Brief) => Drawing | undefined;
