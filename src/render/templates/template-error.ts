/** Something wrong in a template of a project, and where. */
export interface TemplateMistake {
  /** The template's file, as it is shown. */
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** Where it ends, on the same line; behind its last character. */
  readonly endColumn: number;
  /** The line as it stands in the file. */
  readonly excerpt: string;
  readonly message: string;
  readonly help?: string;
}

/** A template that does not compile or asks for something that is not there: a fault of the form. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  /** Each mistake with its place, where they were found before anything was rendered. */
  readonly mistakes: readonly TemplateMistake[];

  constructor(message: string, options: ErrorOptions & { mistakes?: readonly TemplateMistake[] } = {}) {
    const { mistakes = [], ...rest } = options;
    super(message, rest);
    this.mistakes = mistakes;
  }
}
