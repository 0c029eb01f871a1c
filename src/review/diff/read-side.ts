import { emptyRegister } from '../../derive/entities/resolve.ts';
import { placeRemarks } from '../../load/place-findings.ts';
import { readDocument } from '../../load/read-document.ts';
import type { Conventions } from '../../model/conventions/conventions.ts';
import { ruleUrl } from '../../model/described-rule.ts';
import type { SourceDocument } from '../../model/document.ts';
import { FILE_START, type Finding, hasErrors } from '../../model/finding.ts';
import type { Assessment, Register } from '../../model/generated/types.ts';
import { validatePrevious, validateRegister } from '../../validate/validate.ts';
import type { Side, SideFile } from './diff-sides.ts';

/** An assessment of one side. */
export interface ReadFile {
  readonly file: SideFile;
  readonly assessment: Assessment;
  readonly document: SourceDocument;
  readonly bytes: Uint8Array;
}

/** The assessments of a side that were requested. */
export interface ReadSide {
  readonly files: readonly ReadFile[];
  /** Unreadable files; the findings say why. */
  readonly unreadable: readonly SideFile[];
  readonly register: { readonly register: Register; readonly document?: SourceDocument } | undefined;
  readonly findings: readonly Finding[];
}

/** Cache of content already read: both sides often share it. */
export type Known = Map<
  string,
  { readonly data: unknown; readonly document: SourceDocument; readonly bytes: Uint8Array }
>;

/**
 * Reads the requested assessments, and the register. They are only validated: to be compared, an assessment
 * need not pass the check. An unreadable register is `undefined`, a missing one is empty.
 */
export async function readSide(
  side: Side,
  wanted: ReadonlySet<SideFile>,
  withRegister: boolean,
  known: Known,
  conventions: Conventions,
): Promise<ReadSide> {
  const { register: registerFile } = side;
  const chosen = side.assessments.filter((file) => wanted.has(file));
  const unread = [...chosen, ...(registerFile && withRegister ? [registerFile] : [])];
  const contents = await side.contents(
    unread.filter(({ oid, refused }) => refused === undefined && !known.has(oid)),
  );
  const findings: Finding[] = [];
  const unreadable: SideFile[] = [];
  const files = chosen.flatMap((file): ReadFile[] => {
    const read = readOne(
      file,
      contents,
      known,
      (data) => validatePrevious(data, conventions),
      ({ assessment }) => assessment,
    );
    findings.push(...read.findings);
    const { value: assessment, document, bytes } = read;
    if (assessment && document && bytes) return [{ file, assessment, document, bytes }];
    unreadable.push(file);
    return [];
  });
  if (!registerFile || !withRegister) {
    return { files, unreadable, register: { register: emptyRegister }, findings };
  }
  const read = readOne(registerFile, contents, known, validateRegister, ({ register }) => register);
  const register = read.value && read.document && { register: read.value, document: read.document };
  return { files, unreadable, register, findings: [...findings, ...read.findings] };
}

function readOne<Validated extends { remarks: Parameters<typeof placeRemarks>[1] }, Value>(
  { shown, oid, refused }: SideFile,
  contents: ReadonlyMap<string, Uint8Array>,
  known: Known,
  validate: (data: unknown) => Validated,
  pick: (validated: Validated) => Value | undefined,
): {
  readonly value?: Value | undefined;
  readonly document?: SourceDocument;
  readonly bytes?: Uint8Array;
  readonly findings: readonly Finding[];
} {
  const before = known.get(oid);
  if (before) return { ...before, value: before.data as Value, findings: [] };
  const bytes = contents.get(oid);
  if (!bytes) return { findings: [notRead(shown, refused ?? 'The file is gone.')] };
  const { document, findings } = readDocument(shown, bytes);
  if (!document || hasErrors(findings)) return { findings };
  const validated = validate(document.data);
  const value = pick(validated);
  if (value !== undefined) known.set(oid, { data: value, document, bytes });
  return { value, document, bytes, findings: placeRemarks(document, validated.remarks) };
}

function notRead(file: string, message: string): Finding {
  const rule = 'unreadable-file';
  return { rule, severity: 'error', file, pointer: '', message, ...FILE_START, url: ruleUrl(rule) };
}
