import { basename, isAbsolute } from 'node:path';
import { type Cache, keyOf } from '../cache/cache.ts';
import { packBundle, unpackBundle } from '../cache/shared/bundle.ts';
import type { SharedResults } from '../cache/shared/shared-results.ts';
import { hashOf } from '../cache/store.ts';
import { registerExcerpt } from '../derive/entities/register-excerpt.ts';
import { conventionsOf, type MarkingScheme, schemeOf } from '../model/conventions/conventions.ts';
import { isAbove, isPublic, strictestOf } from '../model/conventions/markings.ts';
import { type FiledSource, formHash } from '../project/provenance.ts';

/** An output by its path in the output folder, with forward slashes. */
export interface SharedOutput {
  readonly path: string;
  readonly content: Uint8Array;
}

export interface SharedMemo {
  readonly outputs: readonly SharedOutput[];
  readonly notices: readonly string[];
}

/** Everything a memo is made from that affects the result. Compared as JSON. */
export function partsOf({
  file,
  assessment,
  register,
  previous,
  form,
  looks,
  pictures,
}: FiledSource): object {
  return {
    file: [basename(file.path), hashOf(file.bytes)],
    conventions: conventionsOf(assessment),
    register: registerExcerpt(assessment, register),
    previous: previous && [previous.file.path, hashOf(previous.file.bytes)],
    form: [form.name, formHash(form)],
    looks: looks && [looks.notes, looks.templateHash],
    ...(pictures && { pictures: [...pictures].map(([id, { bytes }]) => [id, hashOf(bytes)]) }),
  };
}

/**
 * Whether a memo may be stored where others have access: nothing in it, nor in what it is made from, is marked
 * above the level set by the team; without a level, everything in it must be public.
 */
export function mayBeShared(
  { assessment, register, previous }: FiledSource,
  level: string | undefined,
): boolean {
  const scheme = schemeOf(assessment);
  const parts = [assessment, registerExcerpt(assessment, register), previous?.assessment];
  return markingsIn(parts).every((marking) => mayGo(scheme, marking, level));
}

function mayGo(scheme: MarkingScheme, marking: unknown, level: string | undefined): boolean {
  if (level !== undefined) return !isAbove(scheme, marking, level);
  return typeof marking === 'string' && isPublic(scheme, marking);
}

/** The strictest marking in a memo and in what it is made from. */
export function markingOf({ assessment, register, previous }: FiledSource): string {
  const parts = [assessment, registerExcerpt(assessment, register), previous?.assessment];
  return strictestOf(
    schemeOf(assessment),
    markingsIn(parts).map((marking) => String(marking)),
  );
}

/** Every marking that occurs anywhere in a value. */
function markingsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(markingsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => {
    if (key === 'marking') return [inside];
    if (key === 'markings' && typeof inside === 'object' && inside !== null) return Object.values(inside);
    return markingsIn(inside);
  });
}

/** The outputs of memos in a store that several machines share. */
export class SharedMemos {
  readonly #cache: Cache;
  readonly #shared: SharedResults;
  readonly #making: () => readonly string[];

  /**
   * @param making everything but the content that decides how a memo is made and printed: equal on all machines
   */
  constructor(cache: Cache, shared: SharedResults, making: () => readonly string[]) {
    this.#cache = cache;
    this.#shared = shared;
    this.#making = making;
  }

  async get(source: FiledSource): Promise<SharedMemo | undefined> {
    if (this.#cache.isRefreshed || !mayBeShared(source, this.#shared.level)) return undefined;
    const bytes = await this.#shared.get(this.#keyOf(source));
    const bundle = bytes && unpackBundle(bytes);
    if (!bundle) return undefined;
    // The seal was checked: a machine of the team wrote it.
    const { paths, notices } = bundle.head as Record<'paths' | 'notices', readonly string[]>;
    const outputs = bundle.files.map((content, index) => ({ path: paths[index] ?? '', content }));
    return outputs.every(({ path }) => isInside(path)) ? { outputs, notices } : undefined;
  }

  put(source: FiledSource, { outputs, notices }: SharedMemo): void {
    if (!mayBeShared(source, this.#shared.level)) return;
    const head = { paths: outputs.map(({ path }) => path), notices };
    this.#shared.put(this.#keyOf(source), packBundle({ head, files: outputs.map(({ content }) => content) }));
  }

  #keyOf(source: FiledSource): string {
    return keyOf(this.#cache, 'shared memo', { ...partsOf(source), making: this.#making() });
  }
}

function isInside(path: string): boolean {
  return path !== '' && !isAbsolute(path) && !/^[a-z]:|\\/i.test(path) && !path.split('/').includes('..');
}
