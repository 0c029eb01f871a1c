import { releaseOf } from '../build/memo-source.ts';
import { placeRemarks } from '../load/place-findings.ts';
import { fittingLevel } from '../memo/fit-memo.ts';
import type { MadeMemo } from '../memo/make-memo.ts';
import type { MemoWorkers } from '../memo/memo-workers.ts';
import { hasErrors } from '../model/finding.ts';
import type { Marking } from '../model/generated/types.ts';
import type { Printer } from '../pdf/browser/printer.ts';
import { picturesOf } from '../project/named/named-files.ts';
import type { Project, ProjectFile } from '../project/project.ts';
import { type FiledSource, originOf, sha256 } from '../project/provenance.ts';
import { AssessmentReader } from '../project/read-assessment.ts';

/** Which memo of an assessment is requested. */
export interface MemoRequest {
  /** The form named in the assessment if left out. */
  readonly form?: string;
  /** Leaves out everything marked above this. */
  readonly release?: Marking;
}

/** A memo with what it was made from; or why there is none, in a sentence. */
export type RequestedMemo =
  | { readonly memo: MadeMemo; readonly source: FiledSource }
  | { readonly fault: string };

/**
 * What makes and prints memos: workers that stay alive, and a browser started when something is first printed.
 */
export interface MemoTools {
  readonly workers: MemoWorkers;
  /** Rejects with a MachineFault when there is no browser. */
  readonly printer: () => Promise<Printer>;
}

/**
 * Makes the memos of a project that is being edited. Rejects with a MachineFault for what the machine lacks.
 */
export class MemoMaker {
  readonly #project: Project;
  readonly #tools: MemoTools;
  /** Memos by file: an edited file is a new object, so that its old memos are garbage-collected. */
  readonly #made = new WeakMap<ProjectFile, Map<string, Promise<RequestedMemo>>>();

  constructor(project: Project, tools: MemoTools) {
    this.#project = project;
    this.#tools = tools;
  }

  /** The memo of a file as it is, made once for all who ask. `isForWord` requests its Word document too. */
  make(file: ProjectFile, wish: MemoRequest, isForWord = false): Promise<RequestedMemo> {
    const known = this.#made.get(file) ?? new Map<string, Promise<RequestedMemo>>();
    this.#made.set(file, known);
    const key = JSON.stringify([wish.form, wish.release, isForWord]);
    const made = known.get(key) ?? this.#make(file, wish, isForWord);
    known.set(key, made);
    made.catch(() => known.delete(key)); // do not cache failures
    return made;
  }

  async #make(file: ProjectFile, wish: MemoRequest, isForWord: boolean): Promise<RequestedMemo> {
    const { assessment, register, document, input } = file;
    if (!assessment || !register || !document || hasErrors(file.findings)) return { fault: 'errors' };
    const { release } = wish;
    const place: Parameters<typeof releaseOf>[0]['place'] = (remarks) => placeRemarks(document, remarks);
    const version = releaseOf({ ...file, register, place, isByItself: true }, input.path, release);
    if (!version.assessment) {
      const objection = version.findings.find(({ severity }) => severity === 'error');
      return { fault: objection?.message ?? 'errors' };
    }
    const { effects, forms } = this.#project;
    const form = await forms.load(wish.form ?? version.assessment.form);
    if (form.takes !== 'one') return { fault: `${form.name} takes several assessments.` };
    const looks = isForWord ? await new AssessmentReader(effects).wordLooks(form.name) : undefined;
    const source: FiledSource = {
      file: version.file,
      assessment: version.assessment,
      register,
      form,
      previous: version.previous,
      looks,
      ...(file.fetched && { pictures: picturesOf(version.assessment, file.fetched) }),
    };
    const { workers } = this.#tools;
    const order = { paper: 'A4', isLaidOut: true } as const;
    const level = await fittingLevel(
      form,
      async (tried) => (await workers.make(source, { ...order, level: tried })).page,
      async (page) => (await this.#tools.printer()).countPages(page),
    );
    const word = { edition: sha256(version.file.bytes), ...(release && { release }) };
    return { memo: await workers.make(source, { ...order, level, ...(isForWord && { word }) }), source };
  }

  /** The PDF of a file as it is: the same bytes as `build` writes. */
  async pdf(file: ProjectFile, wish: MemoRequest): Promise<Uint8Array | { readonly fault: string }> {
    const printer = this.#tools.printer();
    printer.catch(() => {}); // awaited below
    const made = await this.make(file, wish);
    if ('fault' in made) return made;
    const { memo, source } = made;
    if (!memo.page) return { fault: 'errors' };
    const origin = await originOf(source, this.#project.effects);
    return (await printer).print(memo.page, { ...memo.metadata, ...origin });
  }
}
