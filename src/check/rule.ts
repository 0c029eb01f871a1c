import type { ResolvedAssessment } from '../derive/entities/resolve.ts';
import type { Remark, Severity } from '../model/finding.ts';
import type { Assessment, DeskRules, Register, ReviewNote } from '../model/generated/types.ts';
import type { OwnVocabularies } from '../model/vocabularies.ts';

/** The input of a rule. The assessment has passed validation. */
export interface RuleInput {
  readonly assessment: Assessment;
  readonly resolved: ResolvedAssessment;
  readonly register: Register;
  /** Name of the file without folder and ending. */
  readonly fileStem: string;
  /**
   * Ids of entries left out of `assessment` because of their own mistakes: references to them are not errors.
   */
  readonly lostIds?: ReadonlySet<string>;
  /** Names of the available forms; absent if the memo is made in another form than the file names. */
  readonly forms?: readonly string[];
  /** Terms the project has declared; none if absent. */
  readonly vocabularies?: OwnVocabularies;
  /** Font packages the project has installed (`@fontsource/…`); none if absent. */
  readonly fontPackages?: readonly string[];
  /** What the project's desk demands beyond the shipped rules. */
  readonly desk?: DeskRules;
  /** The date of the check, `YYYY-MM-DD`: only for what is overdue. */
  readonly today: string;
  /** The edition named in `edition.supersedes`, if it could be read. */
  readonly superseded?: Assessment;
  /** Colleagues' review comments. */
  readonly reviews?: readonly ReviewNote[];
}

/**
 * The subject of a rule. Rules of `integrity` protect the file: without them a memo would be wrong or could not
 * be made, so their severity is fixed. A team may switch all others off.
 */
export type RuleCategory =
  | 'integrity'
  | 'uncertainty'
  | 'sourcing'
  | 'argument'
  | 'change'
  | 'handling'
  | 'language';

/** Properties that replace those of `soundAssessment`, to which the rule objects, or does not. */
export interface Example {
  readonly assessment: Partial<Assessment>;
  /** Properties of `soundAssessment` that are left out. */
  readonly without?: readonly (keyof Assessment)[];
  readonly register?: Register;
  readonly superseded?: Assessment;
  readonly reviews?: readonly ReviewNote[];
  readonly desk?: DeskRules;
  /** `sample`, the id of the sound assessment, when left out. */
  readonly fileStem?: string;
}

/** The description of a rule. Its name is permanent: files and configurations refer to it. */
export interface RuleDescription {
  readonly id: string;
  readonly category: RuleCategory;
  readonly severity: Severity;
  /** The basis of the rule: a standard with its paragraph, or a principle of the design. */
  readonly source: string;
  /** One sentence: why it matters. */
  readonly why: string;
  /** Printed by `explain`, and run as tests: the rule objects to the first and not to the second. */
  readonly examples: { readonly breaks: Example; readonly keeps: Example };
}

/** One thing that is checked. */
export interface Rule extends RuleDescription {
  readonly check: (input: RuleInput) => readonly Objection[];
}

/**
 * What a rule reports: a remark without the rule's name, and with a severity only if it differs from the
 * rule's.
 */
export type Objection = Omit<Remark, 'rule' | 'severity'> & Partial<Pick<Remark, 'severity'>>;
