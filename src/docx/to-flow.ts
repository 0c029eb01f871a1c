import { FACT_LABEL, isJudgments } from '../document/parts.ts';
import { textOf } from '../document/read-inlines.ts';
import type { Role } from '../document/roles.ts';
import type { Block, Heading, Item, List, MemoDocument, Table } from '../document/types.ts';
import type { Flow, FlowBlock, FlowContents, FlowParagraph, FlowTable, ListPlace, Run } from './flow.ts';
import type { StyleName } from './styles.ts';
import { decoded, linesOf, runsOf } from './to-runs.ts';

/** The context of blocks in a list item or a quotation. */
interface Around {
  readonly style?: StyleName;
  readonly list?: ListPlace;
  readonly isFact?: boolean;
}

interface State {
  lists: number;
  /** Headings in the memo's own contents list; `undefined` if it has none. */
  readonly listed: ReadonlySet<string> | undefined;
  readonly inText: Set<string>;
  /** Whether a section came before the present block. */
  hasSections: boolean;
}

/** A memo, or a pack of several, as paragraphs and tables. */
export function toFlow(document: MemoDocument, { isPack = false } = {}): Flow {
  const state: State = { lists: 0, listed: listedIn(document.blocks), inText: new Set(), hasSections: false };
  const blocks = isPack
    ? partsOfPack(document.blocks).flatMap((part, at) => {
        const [first, ...rest] = flowOf(part, {}, state);
        const starts = at > 0 && first?.type === 'paragraph';
        return first ? [starts ? { ...first, newPage: true } : first, ...rest] : [];
      })
    : flowOf(document.blocks, {}, state);
  for (const paragraph of blocks) notesIn(paragraph, state.inText);
  const notes = document.notes.map(({ label, number, blocks: content }) => ({
    label,
    number,
    isInText: state.inText.has(label),
    paragraphs: flowOf(content, { style: 'footnote' }, state)
      .filter((one) => one.type === 'paragraph')
      .map((one) => ({ ...one, runs: one.runs.map(plainComma) })),
  }));
  return { blocks, notes };
}

/**
 * The front of a pack, and each memo, recognised by a divider, a marking and a title in sequence, which prose
 * cannot produce.
 */
function partsOfPack(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]];
  for (const [at, block] of blocks.entries()) {
    const title = blocks[at + 2];
    if (block.type === 'divider' && title?.type === 'heading' && title.level <= 2) parts.push([]);
    else parts.at(-1)?.push(block);
  }
  return parts;
}

/** In a note, references to other notes are plain text: `See 4, 9 and 12` is not superscript. */
function plainComma(run: Run): Run {
  return run.type === 'text' && run.raised ? { type: 'text', text: ', ' } : run;
}

function notesIn(block: FlowBlock, found: Set<string>): void {
  const paragraphs =
    block.type === 'paragraph'
      ? [block]
      : block.type === 'table'
        ? block.rows.flatMap(({ cells }) => cells)
        : [];
  for (const { runs } of paragraphs) for (const run of runs) if (run.type === 'note') found.add(run.label);
}

function flowOf(blocks: readonly Block[], around: Around, state: State): FlowBlock[] {
  const out: FlowBlock[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    if (block.type === 'heading' && block.level === 2 && !block.roles.includes('annex'))
      state.hasSections = true;
    const next = blocks[at + 1];
    // The heading of the contents and the list after it belong together.
    if (block.type === 'heading' && block.roles.includes('contents') && next?.type === 'list') {
      out.push(paragraph('frontHeading', runsOf(block.content)), contentsOf(next));
      at += 1;
    } else out.push(...blockFlow(block, around, state));
  }
  return out;
}

function blockFlow(block: Block, around: Around, state: State): FlowBlock[] {
  const wide = block.roles.includes('wide');
  const place = around.list ? { list: around.list } : {};
  switch (block.type) {
    case 'heading':
      return [
        {
          ...paragraph(headingStyle(block, state), runsOf(block.content)),
          slug: block.slug,
          // As on the page; if the memo is only an annex, it stays below the title.
          ...(block.roles.includes('annex') && state.hasSections && { newPage: true }),
        },
      ];
    case 'paragraph':
      return [{ ...paragraph(around.style ?? styleOf(block.roles), runsOf(block.content)), ...place }];
    case 'code':
      return [{ ...paragraph('code', linesOf(block.text)), ...place }];
    case 'divider':
      return [];
    case 'quotation':
      return flowOf(
        block.blocks,
        {
          ...around,
          style:
            around.style ??
            (block.roles.includes('bottom-line')
              ? 'bottomLine'
              : block.roles.includes('aside')
                ? 'aside'
                : 'quote'),
        },
        state,
      );
    case 'list':
      return listFlow(block, around, state);
    case 'table': {
      const caption = block.caption && paragraph('caption', runsOf(block.caption.content));
      const isWide = wide || (block.caption?.roles.includes('wide') ?? false);
      return [
        ...(caption ? [{ ...caption, keepNext: true, ...(isWide && { wide: true }) }] : []),
        tableFlow(block, isWide),
      ];
    }
    case 'figure': {
      const isWide = wide || (block.caption?.roles.includes('wide') ?? false);
      const flag = isWide ? { wide: true } : {};
      const { path, alternative } = block.picture;
      return [
        ...(block.caption
          ? [{ ...paragraph('caption', runsOf(block.caption.content)), keepNext: true, ...flag }]
          : []),
        {
          ...paragraph('figure', [{ type: 'picture', path, alternative }]),
          ...(block.source && { keepNext: true }),
          ...flag,
        },
        ...(block.source ? blockFlow(block.source, {}, state).map((one) => ({ ...one, ...flag })) : []),
      ];
    }
  }
}

function paragraph(style: StyleName, runs: readonly Run[]): FlowParagraph {
  return { type: 'paragraph', style, runs };
}

const HEADINGS: readonly StyleName[] = ['title', 'heading1', 'heading2', 'heading3', 'heading4'];

/** Headings missing in the memo's own contents list are also left out of the word processor's. */
function headingStyle({ level, slug }: Heading, { listed }: State): StyleName {
  if (level === 2 && listed && !listed.has(slug)) return 'frontHeading';
  return HEADINGS[Math.min(level, 5) - 1] ?? 'heading4';
}

const STYLES: Partial<Record<Role, StyleName>> = {
  marking: 'marking',
  series: 'series',
  subtitle: 'subtitle',
  authors: 'authors',
  dateline: 'dateline',
  scope: 'scope',
  question: 'question',
  'bottom-line': 'bottomLine',
  caption: 'caption',
  'source-line': 'sourceLine',
  'scale-note': 'scaleNote',
  aside: 'aside',
};

function styleOf(roles: readonly Role[]): StyleName {
  return roles.map((role) => STYLES[role]).find((style) => style !== undefined) ?? 'body';
}

function listFlow(list: List, around: Around, state: State): FlowBlock[] {
  const isKey = isJudgments(list);
  const level = around.list ? around.list.level + 1 : 0;
  state.lists += 1;
  const id = state.lists;
  const style: StyleName =
    around.style ?? (isKey ? 'judgment' : list.start === undefined ? 'listBullet' : 'listNumber');
  return list.items.flatMap((item) => {
    const place: ListPlace = { id, level, start: list.start, mark: true };
    if (isKey) return judgmentFlow(item, place, state);
    return itemFlow(item, place, style, state);
  });
}

function itemFlow({ blocks, checked }: Item, place: ListPlace, style: StyleName, state: State): FlowBlock[] {
  const box: Run[] = checked === undefined ? [] : [{ type: 'text', text: checked ? '☑ ' : '☐ ' }];
  return blocks.flatMap((block, at): FlowBlock[] => {
    if (block.type === 'paragraph') {
      const runs = at === 0 ? [...box, ...runsOf(block.content)] : runsOf(block.content);
      const own = styleOf(block.roles);
      return [
        {
          ...paragraph(at === 0 ? style : own === 'body' ? 'listContinue' : own, runs),
          list: { ...place, mark: at === 0 },
        },
      ];
    }
    return blockFlow(block, { list: { ...place, mark: false } }, state);
  });
}

/** A key judgment: its statement, then its facts, each with a name and a value. */
function judgmentFlow(item: Item, place: ListPlace, state: State): FlowBlock[] {
  const flow = item.blocks.flatMap((block): FlowBlock[] => {
    if (block.type !== 'list') return itemFlow({ ...item, blocks: [block] }, place, 'judgment', state);
    return block.items.flatMap((fact) => factFlow(fact, place, state));
  });
  return flow.map((block, at) => {
    if (block.type !== 'paragraph' || at === 0) return block;
    // Keeps a judgment on the same page as its facts, down to what would change it.
    const keepNext = at < Math.min(4, flow.length - 1);
    return {
      ...block,
      ...(keepNext && { keepNext }),
      ...(block.list?.mark && { list: { ...block.list, mark: false } }),
    };
  });
}

function factFlow(fact: Item, place: ListPlace, state: State): FlowBlock[] {
  const [first, ...rest] = fact.blocks;
  if (first?.type !== 'paragraph') return itemFlow(fact, { ...place, mark: false }, 'judgmentFact', state);
  const runs = runsOf(first.content);
  const [head] = runs;
  const found = head?.type === 'text' ? FACT_LABEL.exec(head.text) : null;
  const taken: Run[] =
    head?.type === 'text' && found
      ? [
          { type: 'text', text: found[1] ?? '', label: true },
          { type: 'tab' },
          { ...head, text: head.text.slice(found[0].length) },
          ...runs.slice(1),
        ]
      : [{ type: 'tab' }, ...runs];
  const more = rest.flatMap((block) => blockFlow(block, { style: 'judgmentFact' }, state));
  return [
    paragraph(
      'judgmentFact',
      taken.filter((run) => run.type !== 'text' || run.text !== ''),
    ),
    ...more,
  ];
}

function tableFlow({ columns, rows }: Table, wide: boolean): FlowTable {
  return {
    type: 'table',
    columns,
    wide,
    rows: rows.map(({ cells }, row) => ({
      cells: cells.map(({ content }, column) => {
        const style = row === 0 ? 'tableHead' : columns[column] === 'right' ? 'tableNumber' : 'tableText';
        return paragraph(style, runsOf(content));
      }),
    })),
  };
}

function listedIn(blocks: readonly Block[]): ReadonlySet<string> | undefined {
  const at = blocks.findIndex((block) => block.type === 'heading' && block.roles.includes('contents'));
  const list = blocks[at + 1];
  if (at < 0 || list?.type !== 'list') return undefined;
  return new Set(contentsOf(list).entries.map(({ slug }) => slug));
}

function contentsOf(list: List, level = 1): FlowContents {
  const entries = list.items.flatMap(({ blocks }) =>
    blocks.flatMap((block): FlowContents['entries'][number][] => {
      if (block.type === 'list') return [...contentsOf(block, level + 1).entries];
      if (block.type !== 'paragraph') return [];
      const link = block.content.find((inline) => inline.type === 'link');
      const slug = link?.type === 'link' && link.target?.kind === 'place' ? decoded(link.target.name) : '';
      return [{ words: textOf(block.content), slug, level }];
    }),
  );
  return { type: 'contents', entries };
}
