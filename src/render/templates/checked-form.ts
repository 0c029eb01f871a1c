/** A form's templates, and what they may name. */
export interface CheckedForm {
  /** `memo` and all partials it may use, shipped ones too. */
  readonly templates: ReadonlyMap<string, string>;
  /** The files of those that are the project's own, by name: only there something can be mended. */
  readonly files: ReadonlyMap<string, string>;
  readonly figureKeys: readonly string[];
  readonly roles: readonly string[];
  /** Keys of phrases. */
  readonly phrases: readonly string[];
}
