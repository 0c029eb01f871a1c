import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { proseFieldsOf } from '../../check/prose-fields.ts';
import { diffAssessments } from '../../diff/diff-assessments.ts';
import { mergeText } from '../../diff/merge/merge-text.ts';
import type { AssessmentDiff } from '../../diff/types.ts';
import type { Anchor } from '../../docx/anchors.ts';
import { readDocx } from '../../docx/read/read-docx.ts';
import { readDocument } from '../../load/read-document.ts';
import { buildMemo } from '../../memo/build-memo.ts';
import { releasedVersion } from '../../memo/release.ts';
import { withIds, wordFlowOf, wordProperties } from '../../memo/word.ts';
import { conventionsOf, likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { UsageFault } from '../../model/fault.ts';
import type { Finding } from '../../model/finding.ts';
import { FILE_START } from '../../model/finding.ts';
import type { Assessment, Register } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import { sentText } from '../../project/disk/sent-editions.ts';
import type { Effects, OutputFile } from '../../project/effects.ts';
import { Forms } from '../../project/forms.ts';
import { ask, contentsOf } from '../../project/git/revisions.ts';
import type { InputFile } from '../../project/inputs.ts';
import { picturesOf } from '../../project/named/named-files.ts';
import { AssessmentReader } from '../../project/read-assessment.ts';
import { reviewPath } from '../../project/reviews.ts';
import { wordsFor } from '../../render/wording/figure-words.ts';
import { validateAssessment } from '../../validate/validate.ts';
import { compareReturned, type FieldEdit, type Returned } from './compare-returned.ts';
import type { NotCarried, TermEdit } from './paragraph-edits.ts';
import { reviewFile } from './reviews.ts';
import { valueAt, written } from './write-changes.ts';

/** Colleagues' changes to a memo in Word, as a proposal: nothing is written until it is confirmed. */
export interface WordProposal {
  /** The changes in meaning. */
  readonly diff: AssessmentDiff;
  readonly edits: readonly FieldEdit[];
  readonly notCarried: readonly NotCarried[];
  readonly comments: Returned['comments'];
  /** The files to write: the assessment in canonical form, and the review notes. Empty if nothing changed. */
  readonly files: readonly OutputFile[];
}

export interface WordImport {
  readonly proposal?: WordProposal;
  readonly findings: readonly Finding[];
}

/**
 * Reads a returned Word document that was built from an assessment, and compares it with the edition that was
 * sent. Throws UsageFault if the file does not exist, or if that edition is neither on disk nor in git.
 *
 * @param saved The file on disk, if what is read is text that has not been saved yet.
 */
export async function proposeFromWord(
  docx: string,
  input: InputFile,
  effects: Effects,
  saved?: Uint8Array,
): Promise<WordImport> {
  const bytes = await effects.readFile(docx);
  if (!bytes) throw new UsageFault(`There is no file ${docx}.`);
  const { document, remarks } = readDocx(bytes);
  const findings: Finding[] = remarks.map((remark) => ({ ...remark, ...FILE_START, file: basename(docx) }));
  if (!document) return { findings };
  const read = await new AssessmentReader(effects, {}).read(input);
  const { assessment: current, register } = read;
  if (!current) return { findings: read.findings };
  const id = document.custom.get(wordProperties.assessment);
  if (id !== current.id) {
    throw new UsageFault(
      id === undefined
        ? `${basename(docx)} was not made by this program, or its properties were removed: nothing says which text is whose.`
        : `${basename(docx)} was made from ${id}, not from ${current.id}.`,
    );
  }
  const sent = await editionSent(
    document.custom,
    input,
    { current, register, bytes: read.bytes, saved },
    effects,
  );
  if (!sent) {
    throw new UsageFault(
      `The edition of ${current.id} that ${basename(docx)} was made from is neither the file as it is, nor in git.`,
    );
  }
  const form = await new Forms(effects).load(document.custom.get(wordProperties.form) ?? sent.form);
  const pictures = read.fetched && picturesOf(sent, read.fetched);
  const memo = await buildMemo({ assessment: sent, register, form, pictures });
  const made = wordFlowOf(memo, sent, form);
  const { anchors, isSame } = namedAsSent(made.anchors, document.custom.get(wordProperties.pointers));
  if (!isSame) findings.push({ ...OTHER_FORMS, ...FILE_START, file: basename(docx) });
  const { flow } = made;
  const fields = new Map(
    proseFieldsOf(sent).map(({ parts, text }) => [toPointer(withIds(parts, sent)), text]),
  );
  const returned = compareReturned({ flow, anchors, fields, isSameForm: isSame }, document);
  const words = wordsFor(memo.view, form);
  const scale = likelihoodScaleOf(sent);
  const vocabulary: Vocabulary = {
    likelihood: new Map(
      scale.bands
        .flatMap(({ terms, forms = [] }) => [...terms, ...forms])
        .map((term) => [words.label('term', term), term]),
    ),
    confidence: new Map(words.levels.map((level) => [words.label('confidence', level), level])),
  };
  return {
    findings,
    ...(await proposalOf(
      returned,
      { sent, current, register, vocabulary, bytes: read.bytes, input },
      effects,
    )),
  };
}

const OTHER_FORMS = {
  rule: 'word-other-forms',
  severity: 'warning',
  pointer: '',
  message:
    'The document was made by another version of the program or of the form: its fields are found again, but words that the program works out may be listed as changed.',
  help: 'Read the list of what cannot be carried back with this in mind.',
} as const;

/**
 * Anchors with the names they have in the document. Another version of a form prints other things or in another
 * order: then the first place of a field in the document is its first in the memo, and so on.
 */
function namedAsSent(anchors: readonly Anchor[], pointers: string | undefined) {
  const sent = pointers?.split('\n') ?? [];
  const isSame =
    sent.length === anchors.length && anchors.every(({ pointer }, index) => pointer === sent[index]);
  if (isSame || pointers === undefined) return { anchors, isSame: true };
  const names = new Map<string, string[]>();
  for (const [index, pointer] of sent.entries()) {
    names.set(pointer, [...(names.get(pointer) ?? []), `tm${index + 1}`]);
  }
  const renamed = anchors.flatMap((anchor) => {
    const name = names.get(anchor.pointer)?.shift();
    return name === undefined ? [] : [{ ...anchor, name }];
  });
  return { anchors: renamed, isSame };
}

interface Vocabulary {
  /** Terms by their phrases in the memo's language. */
  readonly likelihood: ReadonlyMap<string, string>;
  readonly confidence: ReadonlyMap<string, string>;
}

interface Base {
  readonly sent: Assessment;
  readonly current: Assessment;
  readonly register: Register;
  readonly vocabulary: Vocabulary;
  readonly bytes: Uint8Array;
  readonly input: InputFile;
}

/**
 * The edition that a document was made from: the file as it is, the text stored by the desk, or a version in
 * git.
 */
async function editionSent(
  custom: ReadonlyMap<string, string>,
  input: InputFile,
  {
    current,
    register,
    bytes,
    saved,
  }: {
    readonly current: Assessment;
    readonly register: Register;
    readonly bytes: Uint8Array;
    readonly saved: Uint8Array | undefined;
  },
  effects: Effects,
): Promise<Assessment | undefined> {
  const hash = custom.get(wordProperties.edition);
  const level = custom.get(wordProperties.release);
  const conventions = conventionsOf(current);
  const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');
  const matching = (content: Uint8Array, assessment: Assessment | undefined): Assessment | undefined => {
    if (!assessment) return undefined;
    if (level === undefined) return sha256(content) === hash ? assessment : undefined;
    const { assessment: version } = releasedVersion({ assessment, register, level });
    return version && sha256(`${JSON.stringify(version, null, 2)}\n`) === hash ? version : undefined;
  };
  const found = matching(bytes, current);
  if (found) return found;
  const path = input.shown;
  const read = (content: Uint8Array) => {
    const { document } = readDocument(path, content);
    return matching(content, document && validateAssessment(document.data, conventions).assessment);
  };
  const stored = await sentText(hash ?? '', path, effects);
  const sent = (saved && read(saved)) ?? (stored && read(stored));
  if (sent) return sent;
  const { stdout, code } = await ask(
    ['log', '--format=', '--raw', '--no-abbrev', '-z', '--', path],
    effects,
    undefined,
    [128],
  );
  if (code !== 0) return undefined;
  const oids = [...new Set(stdout.toString('utf8').match(/[0-9a-f]{40}(?= [A-Z])/g) ?? [])];
  for (const content of (await contentsOf(oids, effects)).values()) {
    const committed = read(content);
    if (committed) return committed;
  }
  return undefined;
}

async function proposalOf(
  returned: Returned,
  base: Base,
  effects: Effects,
): Promise<{ readonly proposal: WordProposal }> {
  const { sent, current, register, vocabulary, bytes, input } = base;
  const notCarried = [...returned.notCarried];
  const changes: { readonly pointer: string; readonly value: string }[] = [];
  for (const { pointer, before, after, by } of returned.edits) {
    const value = valueAt(current, pointer);
    const now = Array.isArray(value) ? value.join('\n') : value;
    if (now === after) continue;
    // The file may have changed since the memo was sent: changes to different sentences are merged.
    const merged = typeof now === 'string' ? mergeText(before, now, after) : undefined;
    if (merged === undefined) {
      const why =
        now === undefined
          ? 'What it belongs to is no longer in the file.'
          : 'The same sentence has changed in the file since the memo went out.';
      notCarried.push({ words: after, why, by });
    } else if (merged !== now) changes.push({ pointer, value: merged });
  }
  for (const term of [...returned.terms, ...termsInStatements(returned.edits, sent, vocabulary)]) {
    const known = termOf(term, vocabulary);
    const pointer = term.pointer.endsWith('/likelihood') ? `${term.pointer}/term` : term.pointer;
    if (known === undefined) {
      notCarried.push({
        words: term.phrase,
        why: 'It is not a term of the scale that the assessment uses.',
        by: term.by,
      });
    } else if (valueAt(current, pointer) !== valueAt(sent, pointer)) {
      notCarried.push({
        words: term.phrase,
        why: 'The term has changed since the memo went out.',
        by: term.by,
      });
    } else if (!changes.some((one) => one.pointer === pointer) && valueAt(current, pointer) !== known) {
      changes.push({ pointer, value: known });
    }
  }
  const made = written(input.path, bytes, current, changes);
  for (const { value } of made.left) {
    notCarried.push({
      words: value,
      why: 'The file’s notation cannot be changed at this place: write it by hand.',
      by: { author: '', date: '' },
    });
  }
  const { document } = readDocument(input.path, made.bytes);
  const proposed =
    (document && validateAssessment(document.data, conventionsOf(current)).assessment) ?? current;
  const files: OutputFile[] = [];
  if (Buffer.compare(made.bytes, bytes) !== 0)
    files.push({ path: input.path, content: made.bytes, inPlace: true });
  if (returned.comments.length > 0) {
    const path = reviewPath(dirname(input.path), current.id);
    const content = reviewFile(await effects.readFile(path), returned.comments);
    if (content !== undefined) files.push({ path, content, within: [dirname(input.path)] });
  }
  const diff = diffAssessments({ assessment: current, register }, { assessment: proposed, register });
  return { proposal: { diff, edits: returned.edits, notCarried, comments: returned.comments, files } };
}

/** A judgment whose statement now names another likelihood gets that likelihood. */
function termsInStatements(
  edits: readonly FieldEdit[],
  sent: Assessment,
  { likelihood }: Vocabulary,
): TermEdit[] {
  return edits.flatMap(({ pointer, before, after, by }): TermEdit[] => {
    const [, id] = /^\/judgments\/([^/]+)\/statement$/.exec(pointer) ?? [];
    const term = sent.judgments.find((judgment) => judgment.id === id)?.likelihood?.term;
    if (term === undefined) return [];
    const named = (text: string) =>
      [...likelihood.keys()]
        .filter((phrase) => new RegExp(`(?<!\\p{L})${escapeRegExp(phrase)}(?!\\p{L})`, 'iu').test(text))
        .sort((a, b) => b.length - a.length)[0];
    const [old, fresh] = [named(before), named(after)];
    return old !== undefined && fresh !== undefined && likelihood.get(old) === term && fresh !== old
      ? [{ pointer: `/judgments/${id}/likelihood`, phrase: fresh, by }]
      : [];
  });
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function termOf({ pointer, phrase }: TermEdit, { likelihood, confidence }: Vocabulary): string | undefined {
  const terms = pointer.endsWith('/likelihood') ? likelihood : confidence;
  const normalised = phrase.replace(/\s+/g, ' ').trim().toLowerCase();
  return [...terms].find(([words]) => words.toLowerCase() === normalised)?.[1];
}
