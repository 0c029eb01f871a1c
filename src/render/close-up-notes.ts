/**
 * Note references in digestible groups: sorted, at most three in one place. `[^d][^a][^b]` becomes
 * `[^a][^b][^d]`, with numbers assigned by first reference, as every Markdown reader does. If sorted numbers
 * still form more than three groups ("1–4, 9, 12, 15"), a single note replaces them and names them.
 */

/** Most groups of consecutive numbers in one place. */
const MAX_GROUPS = 3;

/** A run of references; or code, in which brackets have no meaning. */
const RUN = /(`+)(?!`)[^\n]*?(?<!`)\1(?!`)|(?<!\\)((?:\[\^[^\]\s]+\])+)/g;
const LABEL = /\[\^([^\]\s]+)\]/g;
const DEFINITION = /^\[\^[^\]\s]+\]: /;

/**
 * Sorts the references of a memo, and replaces those that are too many in one place.
 *
 * @param severalText the text of a note that stands for several, from their references: "See 2, 5 and 9."
 * @param prefix for the labels of such notes, so that those of several memos in one document differ
 */
export function closeUpNotes(
  markdown: string,
  severalText: (references: string) => string,
  prefix = '',
): string {
  const numbers = new Map<string, number>();
  const added: string[] = [];
  /** Labels of the notes that stand for several, by what they stand for: the same several need no second one. */
  const several = new Map<string, string>();
  const closeUp = (run: string): string => {
    const labels = [...new Set([...run.matchAll(LABEL)].map(([, label = '']) => label))];
    const known = labels.filter((label) => numbers.has(label));
    const fresh = labels.filter((label) => !numbers.has(label));
    const sorted = [...known.sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0)), ...fresh];
    const next = numbers.size + 1;
    const places = sorted.map((label, at) => numbers.get(label) ?? next + at - known.length);
    if (groupsOf(places) <= MAX_GROUPS) {
      for (const label of fresh) numbers.set(label, numbers.size + 1);
      return sorted.map((label) => `[^${label}]`).join('');
    }
    // Their order follows numbers, which are not all known at the first reference.
    const members = [...labels].sort().join(' ');
    const told = several.get(members);
    if (told !== undefined) return `[^${told}]`;
    const label = freeLabel(markdown, prefix, added.length + 1);
    several.set(members, label);
    numbers.set(label, next);
    added.push(`[^${label}]: ${severalText(sorted.map((one) => `[^${one}]`).join(''))}`);
    return `[^${label}]`;
  };
  const lines = markdown.split('\n');
  let inFence = false;
  const closed = lines.map((line) => {
    if (/^ {0,3}(```|~~~)/.test(line)) inFence = !inFence;
    if (inFence || DEFINITION.test(line) || !line.includes('[^')) return line;
    return line.replace(RUN, (found, _marks, run?: string) => (run === undefined ? found : closeUp(run)));
  });
  if (added.length === 0) return closed.join('\n');
  return `${closed.join('\n').trimEnd()}\n${added.join('\n')}\n`;
}

/** Number of groups of consecutive numbers in a sorted list; two consecutive numbers stay separate. */
function groupsOf(sorted: readonly number[]): number {
  let groups = 0;
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end += 1;
    groups += end - at >= 2 ? 1 : end - at + 1;
    at = end + 1;
  }
  return groups;
}

function freeLabel(markdown: string, prefix: string, number: number): string {
  let label = `${prefix}several-${number}`;
  while (markdown.includes(`[^${label}]`)) label += '-x';
  return label;
}
