import { basename, dirname, posix, relative, sep } from 'node:path';
import { diffAssessments } from '../diff/diff-assessments.ts';
import type { DiffSide } from '../diff/types.ts';
import { shippedConventions } from '../model/conventions/conventions.ts';
import { UsageFault } from '../model/fault.ts';
import type { Effects } from '../project/effects.ts';
import { commitsOf, contentsOf, filesAt, prefixInRepository } from '../project/git/revisions.ts';
import { isRegister } from '../project/inputs.ts';
import type { Project, ProjectFile } from '../project/project.ts';
import { readSide } from '../review/diff/read-side.ts';
import type { HeadState } from './protocol.ts';

/** An edition of a file in a commit; a part is absent if it does not exist or cannot be read. */
interface Edition {
  readonly commit: string;
  readonly side: DiffSide | undefined;
}

/** How long the commit of HEAD is cached, in milliseconds: starting git delays whoever is typing. */
const ASK_AGAIN = 20_000;

/** The editions of open files in git's HEAD, each read once per commit. */
export class HeadEditions {
  readonly #project: Project;
  readonly #now: () => number;
  readonly #known = new Map<string, Edition>();
  #prefix: string | undefined;
  #head: { readonly commit: string | undefined; readonly checkedAt: number } | undefined;

  /** @param now Milliseconds since 1970. */
  constructor(project: Project, now: () => number) {
    this.#project = project;
    this.#now = now;
  }

  /**
   * What changed in an assessment since its edition in HEAD; `undefined` if there is nothing to compare with:
   * no repository, no commit, a new file, or one that cannot be read on either side.
   */
  async since({ input, assessment, register }: ProjectFile): Promise<HeadState | undefined> {
    if (!assessment || !register) return undefined;
    const before = await this.#edition(input.path);
    if (!before) return undefined;
    const { changes } = diffAssessments(before, { assessment, register });
    return {
      changes: changes.map(({ summary, class: kind, weight, pointers, origin }) => ({
        summary,
        kind,
        weight,
        pointer: origin === 'assessment' ? (pointers.after ?? undefined) : undefined,
      })),
      moved: changes.filter(({ type }) => type === 'likelihood-moved' || type === 'confidence-moved').length,
    };
  }

  async #edition(path: string): Promise<DiffSide | undefined> {
    const { effects } = this.#project;
    const commit = await this.#commit(effects);
    if (commit === undefined) return undefined;
    const known = this.#known.get(path);
    if (known?.commit === commit) return known.side;
    this.#prefix ??= await prefixInRepository(effects);
    const side = await this.#read(commit, path, this.#prefix, effects);
    this.#known.set(path, { commit, side });
    return side;
  }

  /** The commit of HEAD; `undefined` without git, repository or commit. */
  async #commit(effects: Effects): Promise<string | undefined> {
    const checkedAt = this.#now();
    if (this.#head && checkedAt - this.#head.checkedAt < ASK_AGAIN) return this.#head.commit;
    const [commit] = await commitsOf(['HEAD'], effects).catch((error: unknown) => {
      if (error instanceof UsageFault) return [];
      throw error;
    });
    this.#head = { commit, checkedAt };
    return commit;
  }

  async #read(commit: string, path: string, prefix: string, effects: Effects): Promise<DiffSide | undefined> {
    const folder = relative(this.#project.root, dirname(path)).split(sep).join('/');
    const found = await filesAt(commit, posix.join(prefix, folder, '/'), effects);
    const files = found.map((file) => ({
      ...file,
      name: posix.basename(file.path),
      shown: `HEAD:${file.path}`,
    }));
    const wanted = files.filter(({ name }) => name === basename(path));
    const side = {
      label: 'HEAD',
      isFile: true,
      assessments: wanted,
      register: files.find(({ name }) => isRegister(name)),
      contents: (listed: readonly { readonly oid: string }[]) =>
        contentsOf(
          listed.map(({ oid }) => oid),
          effects,
        ),
    };
    const { conventions = shippedConventions } = (await this.#project.context()).context;
    const { files: read, register } = await readSide(side, new Set(wanted), true, new Map(), conventions);
    const [file] = read;
    return file && register && { assessment: file.assessment, register: register.register };
  }
}
