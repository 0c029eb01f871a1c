import type { ResolvedAssessment } from '../derive/resolve.ts';
import type { Remark, Severity } from '../model/finding.ts';
import type { Assessment, Register } from '../model/generated/types.ts';

/** What a rule may look at. The assessment has passed validation. */
export interface RuleInput {
  readonly assessment: Assessment;
  readonly resolved: ResolvedAssessment;
  readonly register: Register;
  /** Name of the file without folder and ending. */
  readonly fileStem: string;
  /** Ids of things left out of `assessment` because they have mistakes of their own: what refers to them is right. */
  readonly lostIds?: ReadonlySet<string>;
  /** Names of the forms there are. */
  readonly forms: readonly string[];
}

/** One thing that is checked. Its name is permanent: files and configurations refer to it. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** What the rule serves: a standard with its paragraph, or a principle of the design. */
  readonly source: string;
  /** One sentence: why it matters. */
  readonly why: string;
  readonly check: (input: RuleInput) => readonly Objection[];
}

/** What a rule reports: a remark without the name, and only with a severity where it is not that of the rule. */
export type Objection = Omit<Remark, 'rule' | 'severity'> & Partial<Pick<Remark, 'severity'>>;
