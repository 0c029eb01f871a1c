/** A figure as a memo prints it; all texts are plain. */
export interface MemoFigure {
  readonly key: string;
  /** Relative to the Markdown. */
  readonly path: string;
  readonly alt: string;
  readonly caption: string;
  readonly source: string | undefined;
  /** The same data as a table, for those who cannot see the figure. */
  readonly table: FigureTable | undefined;
}

export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Figures are made when first requested; `undefined` if the assessment has no data for one. */
export interface MemoFigures {
  get(key: string): MemoFigure | undefined;
  /** Path of a picture relative to the Markdown, by id; called when it is printed. */
  pathOfPicture?(id: string): string;
}
