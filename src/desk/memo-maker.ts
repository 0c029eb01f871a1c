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

/** Which memo of an assessment is wanted. */
export interface MemoWish {
  /** The one that the assessment names when left out. */
  readonly form?: string;
  /** Leave out what is marked above this. */
  readonly release?: Marking;
}

/** A memo with what it was made of; or why there is none, in a sentence. */
export type WishedMemo =
  | { readonly memo: MadeMemo; readonly source: FiledSource }
  | { readonly fault: string };

/** What makes memos and prints them: workers that stay, and a browser that is started when first something is printed. */
export interface MemoTools {
  readonly workers: MemoWorkers;
  /** Rejects with a MachineFault when there is no browser. */
  readonly printer: () => Promise<Printer>;
}

/** Makes the memos of a project that is being written. Rejects with a MachineFault for what the machine lacks. */
export class MemoMaker {
  readonly #project: Project;
  readonly #tools: MemoTools;
  /** A file that is written on is another, so what was made of it goes by itself. */
  readonly #made = new WeakMap<ProjectFile, Map<string, Promise<WishedMemo>>>();

  constructor(project: Project, tools: MemoTools) {
    this.#project = project;
    this.#tools = tools;
  }

  /** The memo of a file as it stands, made once for all who ask. `isForWord` asks for its Word document too. */
  make(file: ProjectFile, wish: MemoWish, isForWord = false): Promise<WishedMemo> {
    const known = this.#made.get(file) ?? new Map<string, Promise<WishedMemo>>();
    this.#made.set(file, known);
    const key = JSON.stringify([wish.form, wish.release, isForWord]);
    const made = known.get(key) ?? this.#make(file, wish, isForWord);
    known.set(key, made);
    made.catch(() => known.delete(key)); // what failed may work the next time
    return made;
  }

  async #make(file: ProjectFile, wish: MemoWish, isForWord: boolean): Promise<WishedMemo> {
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

  /** The PDF of a file as it stands: the bytes that `build` gives. */
  async pdf(file: ProjectFile, wish: MemoWish): Promise<Uint8Array | { readonly fault: string }> {
    const printer = this.#tools.printer();
    printer.catch(() => {}); // awaited below, when there is something to print
    const made = await this.make(file, wish);
    if ('fault' in made) return made;
    const { memo, source } = made;
    if (!memo.page) return { fault: 'errors' };
    const origin = await originOf(source, this.#project.effects);
    return (await printer).print(memo.page, { ...memo.metadata, ...origin });
  }
}
