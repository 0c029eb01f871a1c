import { referenceIn, SkiaFile } from './skia-file.ts';

/**
 * Skia's file with new ids for its structure elements: Skia's own ids count on for as long as a page lives, and
 * under load even their order varies from print to print. The new ids have the same length, so that no offset
 * changes, and are numbered by position in the file. `sortNameTree` then sorts the name tree over them.
 *
 * @param pdf one character for each byte
 */
export function renumberedStructure(pdf: string): string {
  const ids = new Set(Array.from(pdf.matchAll(/\/ID \((node\d{8})\)/g), (match) => match[1] ?? ''));
  const renumbered = new Map(
    [...ids].map((id, index) => [id, `node${String(index + 1).padStart(8, '0')}`] as const),
  );
  return pdf.replace(/\((node\d{8})\)/g, (whole, id: string) => {
    const next = renumbered.get(id);
    return next === undefined ? whole : `(${next})`;
  });
}

/**
 * Opens what a page printed for changes; apart from its dates, it is independent of what the page printed
 * before.
 */
export function openPrinted(printed: Uint8Array): SkiaFile {
  const file = new SkiaFile(renumberedStructure(Buffer.from(printed).toString('latin1')));
  sortNameTree(file);
  return file;
}

const NAMES = /\/Names \[([^\]]*)\]/;
const LIMITS = /\/Limits \[[^\]]*\]/;
/** Deepest name tree that is followed. */
const MAX_LEVELS = 16;

/** Sorts the entries of the structure elements' name tree by key (ISO 32000-1, 7.9.6). */
function sortNameTree(file: SkiaFile): void {
  const structure = referenceIn(file.dictionary(file.root), 'StructTreeRoot');
  if (structure === undefined) return;
  const top = referenceIn(file.dictionary(structure), 'IDTree');
  const leaves = top === undefined ? [structure] : leavesBelow(file, top, 0);
  const entriesOf = (leaf: number) =>
    NAMES.exec(file.dictionary(leaf))?.[1]?.match(/\(node\d{8}\) \d+ 0 R/g) ?? [];
  const sorted = leaves.flatMap(entriesOf).sort();
  let at = 0;
  for (const leaf of leaves) {
    const own = sorted.slice(at, at + entriesOf(leaf).length);
    at += own.length;
    if (own.length === 0) continue;
    const names = file.dictionary(leaf).replace(NAMES, () => `/Names [${own.join(' ')}]`);
    file.setDictionary(
      leaf,
      names.replace(LIMITS, () => `/Limits [${keyOf(own[0])} ${keyOf(own.at(-1))}]`),
    );
  }
  if (top !== undefined) limitsOf(file, top, 0);
}

function keyOf(entry: string | undefined): string {
  return entry?.slice(0, entry.indexOf(')') + 1) ?? '';
}

function kidsOf(file: SkiaFile, node: number): number[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(file.dictionary(node))?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, kid]) => Number(kid));
}

function leavesBelow(file: SkiaFile, node: number, level: number): number[] {
  const kids = level < MAX_LEVELS ? kidsOf(file, node) : [];
  return kids.length === 0 ? [node] : kids.flatMap((kid) => leavesBelow(file, kid, level + 1));
}

/** The first and last key below a node, written into every node with limits. */
function limitsOf(file: SkiaFile, node: number, level: number): readonly string[] {
  const kids = level < MAX_LEVELS ? kidsOf(file, node) : [];
  const inside = file.dictionary(node);
  if (kids.length === 0) return NAMES.exec(inside)?.[1]?.match(/\(node\d{8}\)/g) ?? [];
  const keys = kids.flatMap((kid) => limitsOf(file, kid, level + 1));
  const limits = [keys[0] ?? '', keys.at(-1) ?? ''];
  if (LIMITS.test(inside))
    file.setDictionary(
      node,
      inside.replace(LIMITS, () => `/Limits [${limits.join(' ')}]`),
    );
  return limits;
}
