import type { FetchFormer } from '../project/check-source.ts';
import type { FormerFile } from '../project/former-file.ts';
import { hashOf } from './store.ts';

/** The edition before that a file names, and what it was. */
export interface Former {
  readonly reference: string;
  readonly hash: string;
}

/** `found` is the file, or why it cannot be had. */
export function formerOf(reference: string, found: FormerFile | string): Former {
  const said = typeof found === 'string' ? [found] : [found.name, hashOf(found.bytes)];
  return { reference, hash: hashOf(JSON.stringify(said)) };
}

/** Whether the edition before is what it was; it is fetched each time, since a revision's name may move. */
export async function isSameFormer(former: Former | undefined, fetchFormer: FetchFormer): Promise<boolean> {
  if (former === undefined) return true;
  const found = await fetchFormer(former.reference).catch(() => 'It cannot be read.');
  return formerOf(former.reference, found).hash === former.hash;
}
