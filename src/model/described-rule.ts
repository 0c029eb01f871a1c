import type { Severity } from './finding.ts';

/** A file of an example: its name, whose extension determines the notation, and its text. */
export interface ExampleFile {
  readonly name: string;
  readonly text: string;
  /** Other files in the same folder, if one alone is not enough. */
  readonly beside?: readonly { readonly name: string; readonly text: string }[];
}

/**
 * The description of a rule that is not a check rule but reported on the way: while a file is read, validated,
 * or combined with others. Its name is permanent.
 */
export interface DescribedRule {
  readonly id: string;
  readonly severity: Severity;
  /** The basis of the rule: a standard with its paragraph, or a principle of the design. */
  readonly source: string;
  /** One sentence: why it matters. */
  readonly why: string;
  /**
   * Printed by `explain`, and run as tests: the first gives a finding of the rule, the second none. Absent where the
   * example is too large to print or is no file at all; a test then makes it.
   */
  readonly examples?: { readonly breaks: ExampleFile; readonly keeps: ExampleFile };
}

/** Where a rule is documented: a page that comes with the program, relative to its folder. */
export function ruleUrl(id: string): string {
  return `docs/rules.md#${id}`;
}
