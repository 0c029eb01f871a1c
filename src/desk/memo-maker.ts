import { releaseOf } from '../build/build-steps.ts';
import { placeRemarks } from '../load/place-findings.ts';
import { fittingLevel } from '../memo/fit-memo.ts';
import { type MadeMemo, type MemoOrder, makeMemo } from '../memo/make-memo.ts';
import type { MemoThreads } from '../memo/memo-threads.ts';
import { hasErrors } from '../model/finding.ts';
import type { Marking } from '../model/generated/types.ts';
import type { Printer } from '../pdf/browser/printer.ts';
import type { LoadedForm } from '../project/forms.ts';
import type { Project, ProjectFile } from '../project/project.ts';
import { type Ingredients, originOf, wordOrderOf } from '../project/provenance.ts';

/** Which memo of an assessment is wanted. */
export interface MemoWish {
  /** The one that the assessment names when left out. */
  readonly form?: string;
  /** Leave out what is marked above this. */
  readonly release?: Marking;
}

/** A memo with what it was made of; or why there is none, in a sentence. */
export type WishedMemo =
  | { readonly memo: MadeMemo; readonly ingredients: Ingredients; readonly form: LoadedForm }
  | { readonly fault: string };

/** What makes memos and prints them: threads that stay, and a browser that is started when first something is printed. */
export interface MemoTools {
  readonly threads: MemoThreads | undefined;
  /** Rejects with a MachineFault when there is no browser. */
  readonly printer: () => Promise<Printer>;
}

/** Makes the memos of a project that is being written. Rejects with a MachineFault for what the machine lacks. */
export class MemoMaker {
  readonly #project: Project;
  readonly #tools: MemoTools;

  constructor(project: Project, tools: MemoTools) {
    this.#project = project;
    this.#tools = tools;
  }

  /** The memo of a file as it stands. `isForWord` asks for its Word document too. */
  async make(file: ProjectFile, wish: MemoWish, isForWord = false): Promise<WishedMemo> {
    const { assessment, register, document, input, bytes } = file;
    if (!assessment || !register || !document || hasErrors(file.findings)) return { fault: 'errors' };
    const place: Parameters<typeof releaseOf>[0]['place'] = (remarks) => placeRemarks(document, remarks);
    const released = releaseOf({ ...file, register, place }, wish.release);
    const objection = released.findings.find(
      ({ severity }) => severity === 'error' && released.assessment === undefined,
    );
    if (!released.assessment) return { fault: objection?.message ?? 'errors' };
    const form = await this.#project.forms.load(wish.form ?? released.assessment.form);
    if (form.takes !== 'one') return { fault: `${form.name} takes several assessments.` };
    const source = released.source ?? { path: input.path, bytes };
    const { former } = released;
    const ingredients = { file: source, assessment: released.assessment, register, former };
    const word = isForWord
      ? wordOrderOf(ingredients, form, wish.release ? { release: wish.release } : {})
      : undefined;
    const order = (level: number): MemoOrder => ({
      assessment: ingredients.assessment,
      register,
      form,
      options: { level, ...(former && { former: former.assessment }) },
      paper: 'A4',
      isLaidOut: true,
      ...(word && { word }),
    });
    const level = await fittingLevel(form, async (tried) => {
      const { page } = await this.#make(order(tried));
      return page ? (await this.#tools.printer()).countPages(page) : 0;
    });
    return { memo: await this.#make(order(level)), ingredients, form };
  }

  /** The PDF of a file as it stands: the bytes that `build` gives. */
  async pdf(file: ProjectFile, wish: MemoWish): Promise<Uint8Array | { readonly fault: string }> {
    const printer = this.#tools.printer();
    printer.catch(() => {}); // awaited below, when there is something to print
    const made = await this.make(file, wish);
    if ('fault' in made) return made;
    const { memo, ingredients, form } = made;
    if (!memo.page) return { fault: 'errors' };
    const origin = await originOf(ingredients, form, this.#project.effects);
    return (await printer).print(memo.page, { ...memo.metadata, ...origin });
  }

  #make(order: MemoOrder): Promise<MadeMemo> {
    return this.#tools.threads?.make(order).catch(() => makeMemo(order)) ?? makeMemo(order);
  }
}
