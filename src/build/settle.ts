import type { Effects } from '../project/effects.ts';
import type { InputFile } from '../project/inputs.ts';
import type { BuildOptions, BuildResult } from './build-options.ts';
import { KnownBuilds } from './known-builds.ts';

/** A result that needed no building. */
export interface Settled {
  readonly id?: string;
  readonly result: BuildResult;
  readonly notices: readonly string[];
}

/**
 * What earlier builds gave; `undefined` where nothing is to be kept. A version for a wider circle leaves no trace of what
 * it leaves out, and what git says of the past is asked each time.
 */
export function openKnown(options: BuildOptions, effects: Effects): KnownBuilds | undefined {
  const { kept, release, history } = options;
  return kept && release === undefined && history === undefined
    ? new KnownBuilds(kept, options, effects)
    : undefined;
}

/** The inputs for which nothing has to be made: their outputs are there, or are put there. */
export async function settle(
  inputs: readonly InputFile[],
  known: KnownBuilds,
): Promise<ReadonlyMap<InputFile, Settled>> {
  const settled = new Map<InputFile, Settled>();
  const builds = await known.lookUp(inputs);
  const ids = [...builds.values()].flatMap(({ id }) => id ?? []);
  // Of two files with one id, which is the second decides: all are read again.
  if (new Set(ids).size < ids.length) return settled;
  for (const [input, build] of builds) {
    // Where it cannot be written, building says why.
    const result = await known.deliver(input, build).catch(() => undefined);
    if (result)
      settled.set(input, { ...(build.id !== undefined && { id: build.id }), result, notices: build.notices });
  }
  return settled;
}
