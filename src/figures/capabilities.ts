import type { ActorView, LevelView } from '../derive/entities/actors.ts';
import type { Level } from '../model/generated/types.ts';
import type { Brief, Drawing } from './figure.ts';
import { drawLevel, LEVEL_ORDER } from './kit/level-mark.ts';
import { wrap } from './kit/measure.ts';
import { ASCENT, face, ink, LEADING, Sheet, TALLEST, WIDTH } from './kit/sheet.ts';
import type { Words } from './kit/words.ts';

/** Fewest levels drawn: fewer are quicker to read in words. */
const FEWEST = 3;
/** Most actors in one block; more make a second block below. */
const MAX_COLUMNS = 7;
const SIDE = 104;
const GAP = 6;
/** Height of a row: the steps, and the word below them. */
const ROW = 35;

/** One actor with its levels by dimension; intent comes first. */
interface Column {
  readonly name: string;
  readonly levels: ReadonlyMap<string, LevelView>;
}

/**
 * Actors side by side, with a row for intent and for each dimension of capability: the level as filled steps
 * and as a word, the trend as an arrow. Needs three levels; if there are too many actors for a page, those with
 * the most levels are kept.
 */
export function drawCapabilities({ view, words }: Brief): Drawing | undefined {
  const all = view.actors.assessed.map(columnOf);
  const levels = all.flatMap(({ levels }) => [...levels.values()]);
  if (levels.length < FEWEST) return undefined;
  const shown = fittingColumns(all);
  const sheet = new Sheet(view.direction);
  let y = 0;
  for (const block of blocksOf(shown)) y = drawBlock(sheet, block, y, words) + 18;
  const caption = captionOf(all, shown, words);
  const alt = altOf(shown, words);
  return {
    svg: sheet.svg(y - 14, caption, alt),
    alt,
    caption,
    source: undefined,
    table: {
      head: [
        words.text('actor.column.actor'),
        words.text('actor.column.dimension'),
        words.text('figure.column.level'),
        words.text('trend.column.direction'),
      ],
      rows: all.flatMap(({ name, levels }) =>
        [...levels].map(([dimension, { level, trend }]) => [
          name,
          dimensionText(dimension, words),
          words.label('level', level),
          trend === undefined ? '' : words.label('direction', trend),
        ]),
      ),
    },
  };
}

function columnOf({ name, intent, capabilities }: ActorView): Column {
  return {
    name,
    levels: new Map<string, LevelView>([
      ...(intent ? [['intent', intent] as const] : []),
      ...capabilities.map((capability) => [capability.dimension, capability] as const),
    ]),
  };
}

function dimensionText(dimension: string, words: Words): string {
  return dimension === 'intent' ? words.text('actor.intent') : words.label('dimension', dimension);
}

/** The rows that a block of actors needs: intent, then the most common dimensions. */
function rowsOf(block: readonly Column[]): string[] {
  const rows = [...new Set(block.flatMap(({ levels }) => [...levels.keys()]))];
  const weight = (row: string) =>
    row === 'intent' ? block.length + 1 : block.filter(({ levels }) => levels.has(row)).length;
  return rows.toSorted((a, b) => weight(b) - weight(a));
}

/** Blocks with about the same number of actors. */
function blocksOf(columns: readonly Column[]): Column[][] {
  const count = Math.ceil(columns.length / MAX_COLUMNS);
  const size = Math.ceil(columns.length / count);
  return Array.from({ length: count }, (_, index) => columns.slice(index * size, (index + 1) * size));
}

const NAME_LINES = 5;

function fittingColumns(all: readonly Column[]): readonly Column[] {
  const heightOf = (columns: readonly Column[]) =>
    blocksOf(columns).reduce((sum, block) => sum + NAME_LINES * LEADING + rowsOf(block).length * ROW + 24, 0);
  const highest = Math.max(...all.map(heightOfLevels));
  const leads = (column: Column) => Number(heightOfLevels(column) === highest);
  const ranked = all.toSorted((a, b) => leads(b) - leads(a) || b.levels.size - a.levels.size);
  let most = ranked.length;
  let shown = all;
  while (most > 1 && heightOf(shown) > TALLEST) {
    most -= 1;
    const included = new Set(ranked.slice(0, most));
    shown = all.filter((column) => included.has(column));
  }
  return shown;
}

/** The highest level of capability of an actor; −1 without one. */
function heightOfLevels({ levels }: Column): number {
  return Math.max(-1, ...[...levels].flatMap(([row, { level }]) => (row === 'intent' ? [] : rank(level))));
}

/** Draws one block of actors from `top`; returns its bottom. */
function drawBlock(sheet: Sheet, block: readonly Column[], top: number, words: Words): number {
  // One or two actors do not use the whole width, so that they stay close together.
  const width = Math.min(130, (WIDTH - SIDE) / block.length);
  const names = block.map(({ name }) => wrap(name, width - GAP, face.smallBold, NAME_LINES));
  const head = top + Math.max(...names.map((lines) => lines.length)) * LEADING + 5;
  const right = SIDE + width * block.length;
  for (const [index, lines] of names.entries()) {
    const first = head - 8 - (lines.length - 1) * LEADING;
    sheet.text(sheet.x(SIDE + index * width), first, lines, { face: face.smallBold, fill: ink.structure });
  }
  let y = head;
  for (const [index, row] of rowsOf(block).entries()) {
    sheet.line(sheet.x(0), y, sheet.x(right), y, index === 0 ? { stroke: ink.structure } : {});
    const lines = wrap(dimensionText(row, words), SIDE - 10, face.body, 2);
    const first = y + (ROW - lines.length * LEADING) / 2 + ASCENT;
    sheet.text(sheet.x(0), first, lines, { face: row === 'intent' ? face.bold : face.body });
    for (const [at, { levels }] of block.entries()) {
      const level = levels.get(row);
      if (level) drawLevel(sheet, SIDE + at * width, y + 7, width - GAP, level, words);
    }
    y += ROW;
  }
  sheet.line(sheet.x(0), y, sheet.x(right), y, { stroke: ink.structure });
  return y;
}

/** The highest level reached, by whom and in what; and how many are rising. */
function captionOf(all: readonly Column[], shown: readonly Column[], words: Words): string {
  const cells = all.flatMap(({ name, levels }) =>
    [...levels].map(([dimension, view]) => ({ name, dimension, level: view.level, trend: view.trend })),
  );
  const capabilities = cells.filter(({ dimension }) => dimension !== 'intent');
  const counted = capabilities.length > 0 ? capabilities : cells;
  const best = counted.reduce((top, cell) => (rank(cell.level) > rank(top.level) ? cell : top));
  const highest = counted.filter(({ level }) => level === best.level);
  const holders = [...new Set(highest.map(({ name }) => name))];
  const rising = cells.filter(({ trend }) => trend === 'rising').length;
  const falling = cells.filter(({ trend }) => trend === 'falling').length;
  const level = words.label('level', best.level);
  const parts = [
    capabilities.length === 0
      ? words.text(
          holders.length === 1 ? 'figure.capabilities.intent-one' : 'figure.capabilities.intent-several',
          { level, actor: best.name, reached: holders.length, all: all.length },
        )
      : holders.length === 1
        ? words.text('figure.capabilities.one', {
            level,
            actor: best.name,
            dimension: words.list(highest.map(({ dimension }) => dimensionText(dimension, words))),
          })
        : words.text('figure.capabilities.several', { level, count: holders.length, all: all.length }),
    trendsText(rising, falling, cells.length, words),
  ];
  const left = all.length - shown.length;
  if (left > 0) parts.push(words.text('figure.network.left-out', { count: left }));
  return parts.join(words.text('list.semicolon'));
}

/** How many of all levels are rising and falling: "8 of 29 levels rising, 2 falling". */
function trendsText(rising: number, falling: number, all: number, words: Words): string {
  if (rising > 0 && falling > 0) return words.text('figure.capabilities.trends', { rising, falling, all });
  if (rising > 0) return words.text('figure.capabilities.only-rising', { rising, all });
  if (falling > 0) return words.text('figure.capabilities.only-falling', { falling, all });
  return words.text('figure.capabilities.still', { all });
}

function rank(level: Level): number {
  return LEVEL_ORDER.indexOf(level);
}

function altOf(all: readonly Column[], words: Words): string {
  const items = all.map(({ name, levels }) => {
    const parts = [...levels].map(([dimension, { level, trend }]) =>
      [
        words.text('figure.capabilities.alt-level', {
          dimension: dimensionText(dimension, words),
          level: words.label('level', level),
        }),
      ]
        .concat(trend === undefined || trend === 'unknown' ? [] : words.label('direction', trend))
        .join(' '),
    );
    return words.text('figure.capabilities.alt-item', {
      actor: name,
      levels: parts.join(words.text('list.comma')),
    });
  });
  return words.text('figure.capabilities.alt', { items: items.join(words.text('list.semicolon')) });
}
