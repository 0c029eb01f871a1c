/** A mistake in a template of a project, and its place. */
export interface TemplateMistake {
  /** The template's file, as shown. */
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** Its end, on the same line; exclusive. */
  readonly endColumn: number;
  /** The line of the file. */
  readonly excerpt: string;
  readonly message: string;
  readonly help?: string;
}

/** Thrown for a template that does not compile or uses a name that does not exist: an error of the form. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  /** Each mistake with its place, if they were found before rendering. */
  readonly mistakes: readonly TemplateMistake[];

  constructor(message: string, options: ErrorOptions & { mistakes?: readonly TemplateMistake[] } = {}) {
    const { mistakes = [], ...rest } = options;
    super(message, rest);
    this.mistakes = mistakes;
  }
}
