/** A form's templates, and the names they may use. */
export interface CheckedForm {
  /** `memo` and all partials it may use, including shipped ones. */
  readonly templates: ReadonlyMap<string, string>;
  /** Files of the project's own templates, by name: only these can be corrected. */
  readonly files: ReadonlyMap<string, string>;
  readonly figureKeys: readonly string[];
  readonly roles: readonly string[];
  /** Keys of phrases. */
  readonly phrases: readonly string[];
}
