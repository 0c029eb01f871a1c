import { isRecord } from '../../model/json.ts';
import schema from '../../model/schema/assessment.schema.json' with { type: 'json' };
import csl from '../../model/schema/csl-item.schema.json' with { type: 'json' };

/** The part of JSON Schema that says what a cell holds. */
interface Node {
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly enum?: readonly unknown[];
}

type Root = Node & { readonly $defs: Readonly<Record<string, Node>> };

const root = schema as unknown as Root;
const item = csl as unknown as Root;

/** Follows `$ref` within the schema, and to the schema of bibliographic items. */
function followed(node: Node | undefined): Node | undefined {
  if (node?.$ref === 'csl-item.schema.json') return item;
  const name = /^#\/\$defs\/(\w+)$/.exec(node?.$ref ?? '')?.[1];
  return name === undefined ? node : followed(root.$defs[name] ?? item.$defs[name]);
}

/** The schema of a list's entries; `undefined` if the assessment has no list of that name. */
function entryOf(collection: string): Node | undefined {
  const { properties = {} } = root;
  const list = Object.hasOwn(properties, collection) ? followed(properties[collection]) : undefined;
  return followed(list?.items);
}

/** Lists of an assessment that a table can hold: those whose entries have ids. */
export const LISTS: readonly string[] = Object.keys(root.properties ?? {}).filter(
  (name) => entryOf(name)?.properties?.id !== undefined,
);

/**
 * Whether column names are those of a list of ours as `export --to csv` writes them: `id` (or `ref`, for
 * entries of the register), `place.name` …
 */
export function isOwnList(collection: string, heads: readonly string[]): boolean {
  const named = heads.includes('id') || heads.includes('ref');
  return named && heads.every((head) => nodeAt(collection, head) !== undefined);
}

/** Whether a property is prose, whose lines form one text; other lists of texts stay lists. */
export function isProse(collection: string, path: string): boolean {
  return nodeAt(collection, path)?.title === 'Prose';
}

function nodeAt(collection: string, path: string): Node | undefined {
  return path.split('.').reduce<Node | undefined>((node, part) => {
    const { properties } = followed(node) ?? {};
    return properties && Object.hasOwn(properties, part) ? followed(properties[part]) : undefined;
  }, entryOf(collection));
}

/** A row as an entry of a list, and the columns whose cells are not valid there. */
export function entryIn(
  collection: string,
  cells: ReadonlyMap<string, string>,
): { readonly entry: Record<string, unknown>; readonly unread: readonly string[] } {
  const entry: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const [path, cell] of cells) {
    const value = cell === '' ? undefined : readCell(nodeAt(collection, path), cell);
    if (value === undefined) {
      if (cell !== '') unread.push(path);
      continue;
    }
    const parts = path.split('.');
    let owner = entry;
    for (const part of parts.slice(0, -1)) {
      const inner = owner[part];
      const next = isRecord(inner) ? inner : {};
      owner[part] = next;
      owner = next;
    }
    owner[parts.at(-1) ?? ''] = value;
  }
  return { entry, unread };
}

/** The value of a cell, by the type of its column. The apostrophe that protects against formulas is removed. */
function readCell(node: Node | undefined, cell: string): unknown {
  const text = cell.replace(/^'(?=\s*[=+\-@\t\r])/, '');
  const types = [node?.type ?? []].flat();
  if (types.includes('number') || types.includes('integer')) {
    if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return Number(text);
    return types.includes('string') ? text : undefined;
  }
  if (types.includes('boolean')) return text === 'true' ? true : text === 'false' ? false : undefined;
  const mayBeList = types.includes('array') || types.length === 0;
  // Ids in a cell are separated by semicolons.
  if (mayBeList && node?.title !== 'Prose' && /^[a-z0-9-]+(?:; [a-z0-9-]+)+$/.test(text))
    return text.split('; ');
  if (mayBeList && /^\s*\[/.test(text)) {
    const list = parsed(text);
    if (Array.isArray(list)) return list;
  }
  if (types.includes('string') || types.length === 0) return text;
  if (types.includes('array')) return text.split(/\s*;\s*/).filter((one) => one !== '');
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
