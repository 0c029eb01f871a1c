import { diffLines } from 'diff';

/** Lines that two texts share, or that replace each other. */
export type Lines =
  | { readonly both: readonly string[] }
  | { readonly ours: readonly string[]; readonly theirs: readonly string[] };

/** Two texts line by line, in order. */
export function changedLines(ours: string, theirs: string): readonly Lines[] {
  const out: ({ both: string[] } | { ours: string[]; theirs: string[] })[] = [];
  for (const { added, removed, value } of diffLines(ours, theirs)) {
    const lines = value.replace(/\n$/, '').split('\n');
    if (!added && !removed) {
      out.push({ both: lines });
      continue;
    }
    const last = out.at(-1);
    const part = last && 'ours' in last ? last : { ours: [], theirs: [] };
    if (part !== last) out.push(part);
    part[added ? 'theirs' : 'ours'].push(...lines);
  }
  return out;
}
