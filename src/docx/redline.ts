import {
  type Change,
  type Flow,
  type FlowBlock,
  type FlowParagraph,
  type FlowRow,
  type FlowTable,
  type Run,
  textOfRuns,
} from './flow.ts';

/** What happened to one item of a sequence; `before` and `after` are its indexes, counted from 0. */
export type FlowStep =
  | { readonly kind: 'both'; readonly before: number; readonly after: number }
  | { readonly kind: 'deleted'; readonly before: number }
  | { readonly kind: 'inserted'; readonly after: number };

interface FlowItem {
  readonly kind: string;
  readonly text: string;
  readonly lead?: string;
}

/** Aligns two sequences. The caller knows how to compare assessments; this room only marks the result. */
export interface FlowAligner {
  items(
    before: readonly FlowItem[],
    after: readonly FlowItem[],
    options: { readonly moves: boolean },
  ): readonly FlowStep[];
  words(before: readonly string[], after: readonly string[]): readonly FlowStep[];
}

export interface MergedFlow {
  readonly flow: Flow;
  /** For each paragraph of the newer edition, the marked one. */
  readonly merged: ReadonlyMap<FlowParagraph, FlowParagraph>;
}

/**
 * The newer text with the changes from the older one marked: with every change accepted it is the newer memo,
 * with every change rejected the older one, except for pictures and for notes without references.
 */
export function mergeFlows(before: Flow, after: Flow, aligner: FlowAligner): MergedFlow {
  const merged = new Map<FlowParagraph, FlowParagraph>();
  const keep = (fresh: FlowParagraph, made: FlowParagraph) => {
    merged.set(fresh, made);
    return made;
  };
  const steps = aligner.items(before.blocks.map(itemOf), after.blocks.map(itemOf), { moves: false });
  const blocks = steps.flatMap((step): FlowBlock[] => {
    const old = step.kind === 'inserted' ? undefined : before.blocks[step.before];
    const fresh = step.kind === 'deleted' ? undefined : after.blocks[step.after];
    if (old && fresh) return [mergeBlock(old, fresh, aligner, keep)];
    if (fresh) return [marked(fresh, 'inserted', keep)];
    return old && old.type !== 'contents' ? [marked(old, 'deleted', (_, made) => made)] : [];
  });
  const notes = after.notes.map((note) => {
    const old = before.notes.find(({ label }) => label === note.label);
    const paragraphs = note.paragraphs.map((fresh, at) => {
      const source = old?.paragraphs[at];
      return keep(fresh, source ? mergeParagraph(source, fresh, aligner) : { ...fresh, change: 'inserted' });
    });
    return { ...note, paragraphs };
  });
  return { flow: { blocks, notes }, merged };
}

type Keep = (fresh: FlowParagraph, made: FlowParagraph) => FlowParagraph;

/** The properties of a block needed for aligning. */
function itemOf(block: FlowBlock): FlowItem {
  if (block.type === 'contents') return { kind: 'contents', text: '', lead: 'contents' };
  if (block.type === 'table') {
    const text = block.rows
      .map(({ cells }) => cells.map(({ runs }) => textOfRuns(runs)).join('\t'))
      .join('\n');
    const [head] = block.rows;
    return { kind: 'table', text, lead: head?.cells.map(({ runs }) => textOfRuns(runs)).join('\t') ?? '' };
  }
  const kind = /^(?:heading\d|frontHeading)$/.test(block.style) ? 'heading' : block.style;
  return { kind, text: textOfRuns(block.runs) };
}

function mergeBlock(old: FlowBlock, fresh: FlowBlock, aligner: FlowAligner, keep: Keep): FlowBlock {
  if (old.type === 'paragraph' && fresh.type === 'paragraph') {
    return keep(fresh, mergeParagraph(old, fresh, aligner));
  }
  return old.type === 'table' && fresh.type === 'table' ? mergeTable(old, fresh, aligner, keep) : fresh;
}

function marked(block: FlowBlock, change: Change, keep: Keep): FlowBlock {
  if (block.type === 'contents') return block;
  if (block.type === 'table') {
    const rows = block.rows.map(({ cells }) => ({ cells: cells.map((cell) => keep(cell, cell)), change }));
    return { ...block, rows };
  }
  const { slug, ...rest } = block;
  return keep(block, { ...rest, ...(slug !== undefined && change === 'inserted' && { slug }), change });
}

/**
 * Matches rows by their first cells; a table with other columns is a different table, and the old one comes
 * before the new.
 */
function mergeTable(old: FlowTable, fresh: FlowTable, aligner: FlowAligner, keep: Keep): FlowTable {
  const rowItem = ({ cells }: FlowRow): FlowItem => {
    const texts = cells.map(({ runs }) => textOfRuns(runs));
    const isCounted = /^\d+$/.test(texts[0] ?? '');
    return {
      kind: 'row',
      text: texts.slice(isCounted ? 1 : 0).join('\n'),
      lead: texts[isCounted ? 1 : 0] ?? '',
    };
  };
  if (old.columns.length !== fresh.columns.length) {
    return marked(fresh, 'inserted', keep) as FlowTable;
  }
  const [oldBody, freshBody] = [old.rows.slice(1), fresh.rows.slice(1)];
  const steps = aligner.items(oldBody.map(rowItem), freshBody.map(rowItem), { moves: false });
  const mergeRow = (a: FlowRow | undefined, b: FlowRow): FlowRow => ({
    cells: b.cells.map((cell, at) => {
      const source = a?.cells[at];
      return keep(cell, source ? mergeParagraph(source, cell, aligner) : cell);
    }),
  });
  const rows = steps.flatMap((step): FlowRow[] => {
    const a = step.kind === 'inserted' ? undefined : oldBody[step.before];
    const b = step.kind === 'deleted' ? undefined : freshBody[step.after];
    if (a && b) return [mergeRow(a, b)];
    if (b) return [{ cells: b.cells.map((cell) => keep(cell, cell)), change: 'inserted' }];
    return a ? [{ ...a, change: 'deleted' }] : [];
  });
  const head = fresh.rows[0];
  return { ...fresh, rows: [...(head ? [mergeRow(old.rows[0], head)] : []), ...rows] };
}

/**
 * Tokens: a range with its unit, a number with its separators, a word with its apostrophe or hyphen; a run of
 * spaces; any other character.
 */
const TOKENS =
  /\d[\d.,]*–\d[\d.,]*(?:[\u00a0\u202f ]?%)?|\d[\d.,]*\d(?:[\u00a0\u202f]?%)?|[\p{L}\p{N}\p{M}]+(?:[.,'’-][\p{L}\p{N}\p{M}]+)*|\s+|./gsu;

/** Merges a paragraph of both editions, word by word. */
export function mergeParagraph(
  old: FlowParagraph,
  fresh: FlowParagraph,
  aligner: FlowAligner,
): FlowParagraph {
  const [from, to] = [tokensOf(old.runs), tokensOf(fresh.runs)];
  if (from.map(keyOf).join('') === to.map(keyOf).join('')) return fresh;
  const steps = aligner.words(from.map(keyOf), to.map(keyOf));
  const runs = steps.flatMap((step): Run[] => {
    if (step.kind === 'both') return [to[step.after] ?? []].flat();
    const run = step.kind === 'deleted' ? from[step.before] : to[step.after];
    if (!run || run.type === 'picture') return run && step.kind === 'inserted' ? [run] : [];
    return [{ ...run, change: step.kind }];
  });
  return { ...fresh, runs: joinedRuns(runs) };
}

function tokensOf(runs: readonly Run[]): Run[] {
  return runs.flatMap((run): Run[] =>
    run.type === 'text' ? (run.text.match(TOKENS) ?? []).map((text) => ({ ...run, text })) : [run],
  );
}

/** A key for runs: equal keys look the same to a reader. */
function keyOf(run: Run): string {
  switch (run.type) {
    case 'text':
      return run.raised ? '^,' : run.text;
    case 'note':
      return `[^${run.label}]`;
    case 'picture':
      return '<picture>';
    default:
      return `<${run.type}>`;
  }
}

/** Joins adjacent runs with the same look and change. */
function joinedRuns(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (run.type === 'text' && last?.type === 'text' && lookOf(run) === lookOf(last)) {
      out.splice(-1, 1, { ...last, text: last.text + run.text });
    } else out.push(run);
  }
  return out;
}

function lookOf({ text: _, ...look }: Extract<Run, { type: 'text' }>): string {
  return JSON.stringify(look);
}
