import type { Element } from 'hast';
import { roles } from '../../document/roles.ts';
import { classesOf, solid } from '../hast.ts';
import type { Block, Context } from './context.ts';
import { leavesOf, readingOf, type Side } from './leaves.ts';
import type { Item } from './types.ts';

/** Cached items of blocks; each block belongs to one edition. */
const known = new WeakMap<Block, Item>();

/** What alignment needs to know about a block. */
export function itemOf(block: Block, side: Side, { numberings }: Pick<Context, 'numberings'>): Item {
  const found = known.get(block);
  if (found) return found;
  const content = block.type === 'inline' ? block.children : [block];
  const text = readingOf(leavesOf(content, side, numberings));
  const lead = block.type === 'inline' ? '' : leadOf(block);
  const kind = block.type === 'inline' ? 'inline' : kindOf(block);
  const item = { kind, text, ...(lead !== undefined && { lead }) };
  known.set(block, item);
  return item;
}

/** Headings of all levels are one kind, and so are lists. */
function kindOf({ tagName }: Element): string {
  return /^h[2-6]$/.test(tagName) ? 'h' : tagName === 'ol' ? 'ul' : tagName;
}

/** The purpose of a block, if known: its role, the heading of a section, the name of a fact. */
function leadOf(block: Element): string | undefined {
  const classes = classesOf(block);
  const first = solid(block.children).find((child) => child.type === 'element');
  switch (block.tagName) {
    case 'section':
      return classes.includes('notes') ? 'notes' : first?.tagName === 'h2' ? wordsOf(first) : undefined;
    case 'table':
    case 'figure':
      return first && /caption$/.test(first.tagName) ? wordsOf(first) : undefined;
    case 'li':
      return first && classesOf(first).includes('label') ? wordsOf(first) : FACT.exec(wordsOf(block))?.[0];
    case 'h1':
    case 'header':
      return block.tagName;
    default:
      return classes.find((name) => TELLING.has(name));
  }
}

/** Roles that occur once in a section: they match whatever their words. */
const TELLING: ReadonlySet<string> = new Set(
  roles.filter((role) => !['caption', 'wide', 'columns', 'compact', 'keep', 'aside'].includes(role)),
);

/** The label of a fact in a list: `Likelihood: …`. */
const FACT = /^[^.:]{1,24}:(?= )/;

function wordsOf({ children }: Element): string {
  return readingOf(leavesOf(children, 'after', []));
}
