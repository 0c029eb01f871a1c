import { checkAssessment, checkWithSuppressions } from '../check/check.ts';
import type { RuleInput } from '../check/rule.ts';
import type { RuleBook } from '../check/rule-book.ts';
import type { RuleSettings } from '../check/settings.ts';
import type { SuppressedRemark } from '../check/suppressions.ts';
import { placeRemarks } from '../load/place-findings.ts';
import { readDocument } from '../load/read-document.ts';
import type { Conventions } from '../model/conventions/conventions.ts';
import type { SourceDocument } from '../model/document.ts';
import {
  compareFindings,
  type Finding,
  hasErrors,
  type Remark,
  type SuppressedFinding,
} from '../model/finding.ts';
import type { Assessment, DeskRules, Register, ReviewNote } from '../model/generated/types.ts';
import type { OwnVocabularies } from '../model/vocabularies.ts';
import { checkOwnFields, meantAsOwn } from '../validate/own/check-own-fields.ts';
import type { OwnFields } from '../validate/own/read-own-fields.ts';
import { salvageAssessment, validateAssessment, validatePrevious } from '../validate/validate.ts';
import { stemOf } from './inputs.ts';
import { type NamedFiles, pictureRemarks } from './named/named-files.ts';
import { otherRules } from './other-rules.ts';
import type { PreviousEdition } from './provenance.ts';

/** A file as read. */
export interface Source {
  /** As shown in findings. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * What the files of a folder are checked against. Plain data, apart from a user's own rules: it can be sent to
 * a worker.
 */
export interface CheckContext {
  /** Absent if it has errors: otherwise every reference to it would be reported as dangling. */
  readonly register: Register | undefined;
  readonly settings: RuleSettings;
  /** Names of forms that a file may use; absent if another form is set for all. */
  readonly forms?: readonly string[];
  /** Terms declared by the project. */
  readonly vocabularies?: OwnVocabularies;
  /** Font packages installed in the project. */
  readonly fontPackages?: readonly string[];
  /** The desk's requirements beyond the shipped rules. */
  readonly desk?: DeskRules;
  /** Marking scheme and scales; the shipped ones if absent. */
  readonly conventions?: Conventions;
  /** The project's own fields. */
  readonly fields?: OwnFields;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Colleagues' comments on the folder's assessments, by id. */
  readonly reviews?: ReadonlyMap<string, readonly ReviewNote[]>;
  /** The rules to run, if not only the shipped ones. */
  readonly book?: RuleBook;
}

/** The content of a file, and its findings. */
export interface CheckedSource {
  readonly document: SourceDocument | undefined;
  /** Valid, though rules may object to it. */
  readonly assessment: Assessment | undefined;
  /** Sorted by place; without those of the register or the configuration. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** The previous edition, if the file names one that can be read. */
  readonly superseded?: PreviousEdition;
}

/** The findings of a file, without its content. Plain data: it can be cached. */
export interface CheckedFile {
  /** Absent if the file is not a valid assessment. */
  readonly id?: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/**
 * Reads and checks one file. The same bytes and context always give the same result, in any thread. Only what
 * the file names is fetched: the previous edition, and pictures.
 */
export async function checkSource(
  { file, bytes }: Source,
  { register, reviews, conventions, ...given }: CheckContext,
  files: NamedFiles,
): Promise<CheckedSource> {
  const { document, findings } = readDocument(file, bytes);
  if (!document) return { document, assessment: undefined, findings, suppressed: [] };
  const { assessment, remarks: objections } = validateAssessment(document.data, conventions);
  const { settings, book, fields, ...rest } = given;
  const ownFields = assessment ? checkOwnFields(assessment, fields) : [];
  const pictures = assessment ? await pictureRemarks(assessment, files) : [];
  const reviewed = assessment && reviews?.get(assessment.id);
  const context = register && {
    register,
    fileStem: stemOf(file),
    ...rest,
    ...(reviewed && { reviews: reviewed }),
  };
  const checked =
    context && assessment
      ? await checkWhole(assessment, context, { settings, book, conventions }, files)
      : undefined;
  const others =
    checked?.remarks ??
    (context && !assessment ? checkWhatIsLeft(document.data, context, book, conventions) : []);
  return {
    document,
    assessment,
    findings: inOrder([
      ...findings,
      ...placeRemarks(document, [...meantAsOwn(objections, fields), ...ownFields, ...pictures, ...others]),
    ]),
    suppressed: (checked?.suppressed ?? []).flatMap(({ reason, ...remark }) =>
      placeRemarks(document, [remark]).map((finding) => ({ ...finding, reason })),
    ),
    ...(checked?.superseded && { superseded: checked.superseded }),
  };
}

/** The same, as plain data. */
export async function checkFile(
  source: Source,
  context: CheckContext,
  files: NamedFiles,
): Promise<CheckedFile> {
  const { assessment, findings, suppressed } = await checkSource(source, context, files);
  return { ...(assessment && { id: assessment.id }), findings, suppressed };
}

/** Findings sorted by place, without duplicates: a mistake repeated by a YAML alias counts once. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const sorted = findings.toSorted(compareFindings);
  return sorted.filter((finding, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareFindings(before, finding) !== 0;
  });
}

/** Runs the rules, with the previous edition to compare with. */
async function checkWhole(
  assessment: Assessment,
  context: Omit<RuleInput, 'assessment' | 'resolved'>,
  {
    settings,
    book,
    conventions,
  }: Pick<CheckContext, 'settings'> & {
    readonly book: RuleBook | undefined;
    readonly conventions: Conventions | undefined;
  },
  files: NamedFiles,
): Promise<{
  readonly remarks: readonly Remark[];
  readonly suppressed: readonly SuppressedRemark[];
  readonly superseded: PreviousEdition | undefined;
}> {
  const { edition, remarks } = await supersededBy(assessment, files, conventions);
  const whole = { assessment, ...context, ...(edition && { superseded: edition.assessment }) };
  const others = await otherRules(
    (assessment.exceptions ?? []).map(({ rule }) => rule),
    book,
  );
  const checked = checkWithSuppressions(whole, settings, others, book);
  return { remarks: [...checked.remarks, ...remarks], suppressed: checked.suppressed, superseded: edition };
}

/**
 * Checks the rest of a file with mistakes, so that all findings are reported at once. Only errors: a warning
 * may be caused by what was removed. No fixes: the file has to be valid first.
 */
function checkWhatIsLeft(
  data: unknown,
  context: Omit<RuleInput, 'assessment' | 'resolved'>,
  book: RuleBook | undefined,
  conventions: Conventions | undefined,
): Remark[] {
  const left = salvageAssessment(data, conventions);
  if (!left) return [];
  const { data: assessment, lostIds, originalPointer } = left;
  return checkAssessment({ assessment, lostIds, ...context }, undefined, book)
    .filter((remark) => remark.severity === 'error')
    .map(({ fix: _, ...remark }) => ({ ...remark, pointer: originalPointer(remark.pointer) }));
}

/** The previous edition, or why it cannot be compared. */
interface Superseded {
  readonly edition?: PreviousEdition;
  readonly remarks: readonly Remark[];
}

/** Reads the edition that `edition.supersedes` names. */
async function supersededBy(
  assessment: PreviousEdition['assessment'],
  files: NamedFiles,
  conventions: Conventions | undefined,
): Promise<Superseded> {
  const reference = assessment.edition?.supersedes;
  if (reference === undefined) return { remarks: [] };
  const found = await files.previous(reference);
  if (typeof found === 'string') return { remarks: [remark(found)] };
  const { document, findings } = readDocument(found.name, found.bytes);
  const { assessment: before } =
    document && !hasErrors(findings)
      ? validatePrevious(document.data, conventions)
      : { assessment: undefined };
  return before
    ? { edition: { assessment: before, file: { path: found.name, bytes: found.bytes } }, remarks: [] }
    : { remarks: [remark(`\`${reference}\` has mistakes of its own: check it by itself.`)] };
}

function remark(message: string): Remark {
  return {
    rule: 'unreadable-edition',
    severity: 'warning',
    pointer: '/edition/supersedes',
    message: `The edition superseded cannot be compared. ${message}`,
    help: 'Name a file beside this one, or a git revision with a path: `v1:assessments/x.json`.',
  };
}
