/** A figure as a memo prints it; all texts are plain. */
export interface MemoFigure {
  readonly key: string;
  /** Beside the Markdown. */
  readonly path: string;
  readonly alt: string;
  readonly caption: string;
  readonly source: string | undefined;
  /** The same data for those who cannot see it. */
  readonly table: FigureTable | undefined;
}

export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Figures are made when they are first asked for; nothing comes for one that the assessment has no data for. */
export interface MemoFigures {
  get(key: string): MemoFigure | undefined;
  /** Where a picture lies beside the Markdown, by id; asked when it is printed. */
  pathOfPicture?(id: string): string;
}
