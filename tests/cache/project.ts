import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { build } from '../../src/build/build.ts';
import type { BuildOptions, BuildReport } from '../../src/build/build-options.ts';
import type { Cache } from '../../src/cache/cache.ts';
import { Store } from '../../src/cache/store.ts';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import type { Effects } from '../../src/project/effects.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export function emptyFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'threat-memo-test-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Results of earlier runs, in a separate folder. */
export function cacheIn(folder: string, more: Partial<Cache> = {}): Cache {
  return { store: new Store(folder), program: 'this program', isRefreshed: false, ...more };
}

/** A small assessment in the form `note` without findings. */
export function note(id: string, more: object = {}): string {
  const judgments = soundAssessment.judgments.map((judgment) => ({ ...judgment, horizon: '2999-12-31' }));
  return JSON.stringify(
    { ...soundAssessment, id, form: 'note', title: `Memo ${id}`, judgments, ...more },
    null,
    2,
  );
}

/** What came of a build. */
export interface Outcome {
  readonly report: BuildReport;
  /** What was written, relative to the project, sorted. */
  readonly written: readonly string[];
  /** How many browsers were started. */
  readonly browsers: number;
}

interface Truth {
  readonly report: BuildReport;
  readonly files: object;
}

const truths = new Map<string, Promise<Truth>>();

/** A project on disk, and builds of it that remember. */
export class Project {
  readonly folder = emptyFolder();
  readonly cache = emptyFolder();
  /** What another day it is, where it is another. */
  today: string | undefined;

  static async with(files: Readonly<Record<string, string>>): Promise<Project> {
    const project = new Project();
    for (const [name, text] of Object.entries(files)) await project.write(name, text);
    return project;
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.folder, name)), { recursive: true });
    await writeFile(join(this.folder, name), content);
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { recursive: true });
  }

  /** Builds with the cache, unless another is given. */
  async build(options: Partial<BuildOptions> = {}): Promise<Outcome> {
    const written: string[] = [];
    let browsers = 0;
    const real = nodeEffects(root);
    const effects: Effects = {
      ...real,
      projectFolder: this.folder,
      calledIn: this.folder,
      parallelism: 2,
      today: () => this.today ?? real.today(),
      writeFiles: async (files) => {
        await real.writeFiles(files);
        written.push(...files.map(({ path }) => path.slice(this.folder.length + 1)));
      },
    };
    const report = await build(
      {
        named: [],
        out: join(this.folder, 'out'),
        formats: ['md'],
        paper: 'A4',
        compareOnly: false,
        cache: cacheIn(this.cache),
        onBrowser: () => {
          browsers += 1;
        },
        ...options,
      },
      effects,
    );
    return { report, written: written.sort(), browsers };
  }

  /**
   * What a build gives that remembers nothing: findings, and files by path in the output folder. Built once for the same
   * files, options and day.
   */
  async truth(options: Partial<BuildOptions> = {}): Promise<Truth> {
    const { cache, ...request } = options;
    const files = Object.entries(await filesIn(this.folder)).filter(([path]) => !path.startsWith('out/'));
    const key = JSON.stringify([files, request, this.today]);
    const known = truths.get(key) ?? this.#build(request);
    truths.set(key, known);
    return known;
  }

  async #build(options: Partial<BuildOptions>): Promise<Truth> {
    const out = emptyFolder();
    const { report } = await this.build({ ...options, out, cache: undefined });
    return { report, files: await filesIn(out) };
  }

  files(): Promise<object> {
    return filesIn(join(this.folder, 'out'));
  }
}

/** Contents of all files in a folder and those below it. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    paths
      .sort()
      .map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'latin1')] as const),
  );
  return Object.fromEntries(contents);
}

/** Findings of a report, as data. */
export function findingsOf({ results }: BuildReport): unknown {
  return JSON.parse(JSON.stringify(results.map(({ file, findings }) => ({ file, findings }))));
}
