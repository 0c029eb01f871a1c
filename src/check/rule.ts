import type { ResolvedAssessment } from '../derive/entities/resolve.ts';
import type { Remark, Severity } from '../model/finding.ts';
import type { Assessment, DeskRules, Register, ReviewNote } from '../model/generated/types.ts';
import type { OwnVocabularies } from '../model/vocabularies.ts';

/** What a rule may look at. The assessment has passed validation. */
export interface RuleInput {
  readonly assessment: Assessment;
  readonly resolved: ResolvedAssessment;
  readonly register: Register;
  /** Name of the file without folder and ending. */
  readonly fileStem: string;
  /** Ids of things left out of `assessment` because they have mistakes of their own: what refers to them is right. */
  readonly lostIds?: ReadonlySet<string>;
  /** Names of the forms there are; absent where the memo takes another form than the file names. */
  readonly forms?: readonly string[];
  /** Terms that the project has declared; none where absent. */
  readonly vocabularies?: OwnVocabularies;
  /** Font packages that the project has installed (`@fontsource/…`); none where absent. */
  readonly fontPackages?: readonly string[];
  /** What the project's desk demands beyond the shipped rules. */
  readonly desk?: DeskRules;
  /** The day of the check, `YYYY-MM-DD`: only for what is overdue. */
  readonly today: string;
  /** The edition that `edition.supersedes` names, where it could be read. */
  readonly superseded?: Assessment;
  /** What colleagues have said of it. */
  readonly reviews?: readonly ReviewNote[];
}

/**
 * What a rule is about. Rules of `integrity` keep the file whole: without them a memo would be wrong or could not be made,
 * so their severity is fixed. All others a team may switch.
 */
export type RuleCategory =
  | 'integrity'
  | 'uncertainty'
  | 'sourcing'
  | 'argument'
  | 'change'
  | 'handling'
  | 'language';

/** Properties that take the place of those of `soundAssessment`: what a rule objects to, or does not. */
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

/** What there is to know of a rule. Its name is permanent: files and configurations refer to it. */
export interface RuleDescription {
  readonly id: string;
  readonly category: RuleCategory;
  readonly severity: Severity;
  /** What the rule serves: a standard with its paragraph, or a principle of the design. */
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

/** What a rule reports: a remark without the name, and only with a severity where it is not that of the rule. */
export type Objection = Omit<Remark, 'rule' | 'severity'> & Partial<Pick<Remark, 'severity'>>;
