/**
 * Which members of two lists, which hold the same ones, keep their order: a longest run that comes in the same order in both;
 * all others have moved. Of several longest runs the same is taken whichever list comes first.
 *
 * @returns The keys that stay; each key stands once in either list.
 */
export function steadyKeys(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  // Worked out in one direction only, so that both comparisons agree on who moved.
  const [from, to] = before.join('\n') < after.join('\n') ? [before, after] : [after, before];
  const places = new Map(to.map((key, index) => [key, index]));
  return new Set(longestRise(from.map((key) => places.get(key) ?? 0)).map((index) => from[index] ?? ''));
}

/** Indexes of a longest rising run. Lists of sections are short: the plain quadratic way will do. */
function longestRise(places: readonly number[]): number[] {
  const best: { length: number; from: number }[] = [];
  let end = -1;
  for (const [index, place] of places.entries()) {
    let length = 1;
    let from = -1;
    for (let before = 0; before < index; before += 1) {
      const known = best[before];
      if (known && (places[before] ?? 0) < place && known.length + 1 > length) {
        length = known.length + 1;
        from = before;
      }
    }
    best.push({ length, from });
    if (end === -1 || length > (best[end]?.length ?? 0)) end = index;
  }
  const run: number[] = [];
  for (let index = end; index !== -1; index = best[index]?.from ?? -1) run.unshift(index);
  return run;
}
