import { checkAssessment, checkWithExceptions } from '../check/check.ts';
import type { SuppressedRemark } from '../check/exceptions.ts';
import type { RuleInput } from '../check/rule.ts';
import type { RuleBook } from '../check/rule-book.ts';
import type { RuleSettings } from '../check/settings.ts';
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
import { checkOwnFields, meantAsOwn, type OwnFields } from '../validate/own/own-fields.ts';
import { salvageAssessment, validateAssessment, validatePrevious } from '../validate/validate.ts';
import { stemOf } from './inputs.ts';
import { type NamedFiles, pictureRemarks } from './named/named-files.ts';
import { otherRules } from './other-rules.ts';
import type { PreviousEdition } from './provenance.ts';

/** A file as it was read. */
export interface Source {
  /** As shown in findings. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * What files of one folder are checked against. All of it but rules of a user's own is data: it can be handed to another
 * thread.
 */
export interface CheckContext {
  /** None when it has errors: every reference to it would dangle, and that flood says nothing. */
  readonly register: Register | undefined;
  readonly settings: RuleSettings;
  /** Names a file may give as its form; absent where another form is given for all. */
  readonly forms?: readonly string[];
  /** Terms that the project has declared. */
  readonly vocabularies?: OwnVocabularies;
  /** Font packages that the project has installed. */
  readonly fontPackages?: readonly string[];
  /** What the desk demands beyond the shipped rules. */
  readonly desk?: DeskRules;
  /** The marking scheme and the scales; those shipped where absent. */
  readonly conventions?: Conventions;
  /** Fields of the project's own. */
  readonly fields?: OwnFields;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What colleagues said of the assessments of the folder, by id. */
  readonly reviews?: ReadonlyMap<string, readonly ReviewNote[]>;
  /** The rules asked, where they are not only those shipped. */
  readonly book?: RuleBook;
}

/** What a file says, and its findings. */
export interface CheckedSource {
  readonly document: SourceDocument | undefined;
  /** Valid, though rules may object to it. */
  readonly assessment: Assessment | undefined;
  /** By place; none of the register or the configuration. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** The edition it takes the place of, where the file names one that can be read. */
  readonly superseded?: PreviousEdition;
}

/** Findings for a file, without what it says. All of it is data: it can be cached. */
export interface CheckedFile {
  /** Absent where the file is no valid assessment. */
  readonly id?: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/**
 * Reads and checks one file: whatever thread does it, and whenever, the same bytes and context give the same. Only what it
 * names has to be fetched: the edition before, and pictures.
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
  const said = assessment && reviews?.get(assessment.id);
  const context = register && { register, fileStem: stemOf(file), ...rest, ...(said && { reviews: said }) };
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

/** The same, as data only. */
export async function checkFile(
  source: Source,
  context: CheckContext,
  files: NamedFiles,
): Promise<CheckedFile> {
  const { assessment, findings, suppressed } = await checkSource(source, context, files);
  return { ...(assessment && { id: assessment.id }), findings, suppressed };
}

/** Findings by place, each once: what an alias repeats in YAML is wrong once. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const sorted = findings.toSorted(compareFindings);
  return sorted.filter((finding, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareFindings(before, finding) !== 0;
  });
}

/** What the rules say, with the edition before to compare with. */
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
  const checked = checkWithExceptions(whole, settings, others, book);
  return { remarks: [...checked.remarks, ...remarks], suppressed: checked.suppressed, superseded: edition };
}

/**
 * What can be said of the rest of a file that has mistakes: all findings at once, rather than one kind after another.
 * Only errors: a warning may be owed to what was taken out. Nothing is mended from it: first the file has to be valid.
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

/** The edition before, or why it cannot be compared with. */
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
